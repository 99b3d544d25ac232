"use server";

import { redirect } from "next/navigation";
import { href } from "@/lib/i18n/paths";
import { updateProfile } from "@/lib/identity/account-commands";
import { changePassword } from "@/lib/identity/password-commands";
import { locale as knownLocale } from "@/lib/identity/schema";
import { endOtherSessions, endSession, switchOrganisation } from "@/lib/identity/session-commands";
import { formAction } from "@/lib/web/form-action";
import { getActor } from "@/lib/web/session";
import { workplaceOf } from "@/lib/web/sign-in";

export const updateProfileAct = formAction(updateProfile);
export const changePasswordAct = formAction(changePassword);
export const endSessionAct = formAction(endSession);
export const endOtherSessionsAct = formAction(endOtherSessions);

/** Chooses the organisation one acts for and goes to its workspace; a foreign one leads back to the account. */
export async function switchOrganisationAct(data: FormData): Promise<void> {
  const locale = knownLocale.catch("vi").parse(data.get("locale"));
  const result = await switchOrganisation(
    await getActor(),
    { organisationId: data.get("organisationId") },
    { now: new Date() },
  );
  redirect(result.ok ? workplaceOf(locale, { staffRole: null, workplace: result.value.kind }) : href(locale, "my"));
}
