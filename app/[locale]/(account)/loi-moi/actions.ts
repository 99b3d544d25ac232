"use server";

import { redirect } from "next/navigation";
import { acceptInvitation } from "@/lib/identity/accept-commands";
import { locale as knownLocale } from "@/lib/identity/schema";
import { whence } from "@/lib/web/device";
import { after, type FormState, typedIn } from "@/lib/web/form-action";
import { getActor } from "@/lib/web/session";
import { enter, workplaceOf } from "@/lib/web/sign-in";

/** Joins by invitation, signs in here and goes to the new workplace. */
export async function acceptInvitationAct(state: FormState, data: FormData): Promise<FormState> {
  const typed = typedIn(data);
  const { userAgent } = await whence();
  const result = await acceptInvitation(await getActor(), { ...typed, userAgent }, { now: new Date() });
  if (!result.ok) return after(state, typed, result);
  const locale = knownLocale.catch("vi").parse(typed.locale);
  redirect(await enter(result.value, locale, workplaceOf(locale, result.value)));
}
