"use server";

import { redirect } from "next/navigation";
import { env } from "@/lib/config/env";
import { renewFeed, revokeFeed } from "@/lib/deadlines/feed-commands";
import { href } from "@/lib/i18n/paths";
import { updateProfile } from "@/lib/identity/account-commands";
import { changePassword } from "@/lib/identity/password-commands";
import { locale as knownLocale } from "@/lib/identity/schema";
import { endOtherSessions, endSession, switchOrganisation } from "@/lib/identity/session-commands";
import { action } from "@/lib/web/action";
import { after, type FormState, formAction, typedIn } from "@/lib/web/form-action";
import { getActor } from "@/lib/web/session";
import { workplaceOf } from "@/lib/web/sign-in";

export const updateProfileAct = formAction(updateProfile);
export const changePasswordAct = formAction(changePassword);
export const endSessionAct = formAction(endSession);
export const endOtherSessionsAct = formAction(endOtherSessions);
export const revokeFeedAct = formAction(revokeFeed);

const renew = action(renewFeed);

/** Unlike other forms' acts this one hands the answer on: the address is shown here, once. */
export async function renewFeedAct(state: FormState, data: FormData): Promise<FormState> {
  const result = await renew({});
  const address = result.ok && `${env().PUBLIC_URL.replace(/\/+$/, "")}/api/calendar/${result.value.token}.ics`;
  return after(state, typedIn(data), result.ok ? { ok: true, value: { address } } : result);
}

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
