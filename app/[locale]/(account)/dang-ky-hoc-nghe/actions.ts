"use server";

import { redirect } from "next/navigation";
import { href } from "@/lib/i18n/paths";
import { within } from "@/lib/identity/limit-commands";
import { registrationLimits } from "@/lib/identity/limits";
import { locale as knownLocale } from "@/lib/identity/schema";
import { register, withdraw } from "@/lib/subsidies/registration-commands";
import { whence } from "@/lib/web/device";
import { after, type FormState, formAction, typedIn } from "@/lib/web/form-action";
import { getActor } from "@/lib/web/session";

/** Takes a registration and leads to its private status page. */
export async function registerAct(state: FormState, data: FormData): Promise<FormState> {
  const typed = typedIn(data);
  const now = new Date();
  const [actor, { address }] = [await getActor(), await whence()];
  // Only what would be kept counts: who corrects a typing error spends nothing.
  const fits = register.input.safeParse(typed).success;
  const limits = fits ? registrationLimits(typed.code ?? "", address) : [];
  const result = await within(limits, now, () => register(actor, typed, { now }));
  if (!result.ok) return after(state, typed, result);
  redirect(href(knownLocale.catch("vi").parse(typed.locale), "learning", "trang-thai", result.value.token));
}

export const withdrawAct = formAction(withdraw);
