"use server";

import { closeCall, openCall, removeCall, reopenCall, writeCall } from "@/lib/cohorts/call-commands";
import { schoolsCalled } from "@/lib/cohorts/call-queries";
import { audienceOf, recipients } from "@/lib/cohorts/call-schema";
import { problemsOf } from "@/lib/core/problems";
import { type Result, refuse } from "@/lib/core/result";
import { permissions } from "@/lib/identity/permissions";
import { findSchools } from "@/lib/organisations/school-queries";
import { action } from "@/lib/web/action";
import { getActor, requireStaff } from "@/lib/web/session";

export const write = action(writeCall, { refresh: false });
export const remove = action(removeCall, { refresh: false });
export const open = action(openCall);
export const close = action(closeCall);
export const reopen = action(reopenCall);

/** Which schools would get the letter; reads only. */
export async function previewRecipients(raw: unknown): Promise<Result<Awaited<ReturnType<typeof schoolsCalled>>>> {
  if (!permissions.manageCalls(await getActor())) return refuse("forbidden");
  const parsed = recipients.safeParse(raw);
  if (!parsed.success) return refuse("invalid_input", { fields: problemsOf(parsed.error) });
  return { ok: true, value: await schoolsCalled(audienceOf(parsed.data)) };
}

/** Schools for what is being typed; reads only. */
export async function searchSchools(typed: string) {
  await requireStaff(permissions.manageCalls);
  return findSchools(String(typed).slice(0, 100));
}
