"use server";

import { setTimeout as pause } from "node:timers/promises";
import { redirect } from "next/navigation";
import { ok } from "@/lib/core/result";
import { within } from "@/lib/identity/limit-commands";
import { letterLimits } from "@/lib/identity/limits";
import { requestReset, resetPassword } from "@/lib/identity/password-commands";
import { locale as knownLocale } from "@/lib/identity/schema";
import { whence } from "@/lib/web/device";
import { after, type FormState, typedIn } from "@/lib/web/form-action";
import { getActor } from "@/lib/web/session";
import { enter, workplaceOf } from "@/lib/web/sign-in";

/** An address that has an account makes a little more work; the answer comes no sooner without it. */
const answerAfterMilliseconds = 400;

/** Asks for a reset link. Known or not, too often or not: the same answer after the same time. */
export async function requestResetAct(state: FormState, data: FormData): Promise<FormState> {
  const typed = typedIn(data);
  const now = new Date();
  const { address } = await whence();
  const [result] = await Promise.all([
    within(letterLimits("reset", typed.email ?? "", address), now, async () =>
      requestReset(await getActor(), typed, { now }),
    ),
    pause(answerAfterMilliseconds),
  ]);
  return after(state, typed, !result.ok && result.code === "too_many_attempts" ? ok(null) : result);
}

/** Sets the new password, signs in here and goes to where the person works. */
export async function resetPasswordAct(state: FormState, data: FormData): Promise<FormState> {
  const typed = typedIn(data);
  const { userAgent } = await whence();
  const result = await resetPassword(await getActor(), { ...typed, userAgent }, { now: new Date() });
  if (!result.ok) return after(state, typed, result);
  const locale = knownLocale.catch("vi").parse(typed.locale);
  redirect(await enter(result.value, locale, workplaceOf(locale, result.value)));
}
