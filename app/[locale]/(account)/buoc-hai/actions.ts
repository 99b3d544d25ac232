"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { locale as knownLocale } from "@/lib/identity/schema";
import { attemptSecondStep } from "@/lib/identity/second-factor-commands";
import { whence } from "@/lib/web/device";
import { after, type FormState, typedIn } from "@/lib/web/form-action";
import { localPath } from "@/lib/web/local-path";
import { waitingSession } from "@/lib/web/session";
import { enter, workplaceOf } from "@/lib/web/sign-in";

/** The second step of a sign-in: with the right code the session of the cookie counts. */
export async function secondStepAct(state: FormState, data: FormData): Promise<FormState> {
  const typed = typedIn(data);
  const locale = knownLocale.catch("vi").parse(typed.locale);
  const waiting = await waitingSession();
  if (!waiting) return after(state, typed, { ok: false, code: "second_step_over" });
  if (!typed.token)
    return after(state, typed, { ok: false, code: "invalid_input", fields: [{ path: ["token"], code: "required" }] });
  const result = await attemptSecondStep({ ...waiting, token: typed.token }, await whence(), {
    now: new Date(),
    requestId: (await headers()).get("x-request-id") ?? undefined,
  });
  if (!result.ok) return after(state, typed, result);
  redirect(await enter(result.value, locale, localPath(typed.next) ?? workplaceOf(locale, result.value)));
}
