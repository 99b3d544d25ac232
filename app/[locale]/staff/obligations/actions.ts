"use server";

import { problemsOf } from "@/lib/core/problems";
import { type Result, refuse } from "@/lib/core/result";
import type { RuleEffect } from "@/lib/deadlines/effect";
import {
  changeObligation,
  createObligation,
  endObligation,
  removeObligation,
  resumeObligation,
  startObligation,
} from "@/lib/deadlines/obligation-commands";
import { findOrganisations } from "@/lib/deadlines/obligation-queries";
import { previewObligation, previewState } from "@/lib/deadlines/preview-queries";
import { askedObligation, askedState } from "@/lib/deadlines/schema";
import { permissions } from "@/lib/identity/permissions";
import { action } from "@/lib/web/action";
import { getActor, requireStaff } from "@/lib/web/session";

export const create = action(createObligation, { refresh: false });
export const change = action(changeObligation, { refresh: false });
export const start = action(startObligation);
export const end = action(endObligation);
export const resume = action(resumeObligation);
export const remove = action(removeObligation, { refresh: false });

/** What an obligation would do, live as it is written; writes nothing. */
export async function preview(raw: unknown): Promise<Result<RuleEffect>> {
  if (!permissions.manageObligations(await getActor())) return refuse("forbidden");
  const parsed = askedObligation.safeParse(raw);
  if (!parsed.success) return refuse("invalid_input", { fields: problemsOf(parsed.error) });
  const result = await previewObligation(parsed.data.id, parsed.data.content, new Date());
  if (result.ok || !result.fields) return result;
  return { ...result, fields: result.fields.map((one) => ({ ...one, path: ["content", ...one.path] })) };
}

/** What a start, an end or a resumption would do; writes nothing. */
export async function previewAct(raw: unknown): Promise<Result<RuleEffect>> {
  if (!permissions.manageObligations(await getActor())) return refuse("forbidden");
  const parsed = askedState.safeParse(raw);
  return parsed.success ? previewState(parsed.data.id, parsed.data.state, new Date()) : refuse("not_found");
}

/** Organisations for what is being typed; reads only. */
export async function searchOrganisations(typed: string) {
  await requireStaff(permissions.manageObligations);
  return findOrganisations(String(typed).slice(0, 100));
}
