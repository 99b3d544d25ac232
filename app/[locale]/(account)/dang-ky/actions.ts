"use server";

import { redirect } from "next/navigation";
import { href } from "@/lib/i18n/paths";
import { confirmSignUp } from "@/lib/identity/accept-commands";
import { within } from "@/lib/identity/limit-commands";
import { letterLimits } from "@/lib/identity/limits";
import { signUpEnterprise } from "@/lib/identity/registration-commands";
import { locale as knownLocale } from "@/lib/identity/schema";
import { whence } from "@/lib/web/device";
import { after, type FormState, typedIn } from "@/lib/web/form-action";
import { getActor } from "@/lib/web/session";
import { enter } from "@/lib/web/sign-in";

/** Takes an enterprise's registration; nothing in the answer tells whether code or address are known already. */
export async function signUpAct(state: FormState, data: FormData): Promise<FormState> {
  const typed = typedIn(data);
  const now = new Date();
  const { address } = await whence();
  const actor = await getActor();
  const signUp = signUpEnterprise.input.safeParse(typed);
  // Only what would be mailed counts: who corrects a typing error spends nothing.
  const limits = signUp.success ? letterLimits("sign-up", signUp.data.email, address) : [];
  const result = await within(limits, now, () => signUpEnterprise(actor, typed, { now }));
  return after(state, typed, result);
}

/** Confirms the address, makes the account and goes to it, where the registration's state is shown. */
export async function confirmSignUpAct(state: FormState, data: FormData): Promise<FormState> {
  const typed = typedIn(data);
  const { userAgent } = await whence();
  const result = await confirmSignUp(await getActor(), { ...typed, userAgent }, { now: new Date() });
  if (!result.ok) return after(state, typed, result);
  const locale = knownLocale.catch("vi").parse(typed.locale);
  redirect(await enter(result.value, locale, href(locale, "my")));
}
