"use server";

import { changeStaffRole, disableUser, enableUser, endUserSessions } from "@/lib/identity/account-commands";
import { resetIdentity } from "@/lib/identity/external-identity-commands";
import { inviteOwner, inviteStaff, resendInvitation, revokeInvitation } from "@/lib/identity/invitation-commands";
import { requireSecondFactor, resetSecondFactor } from "@/lib/identity/second-factor-commands";
import { formAction } from "@/lib/web/form-action";

export const inviteStaffAct = formAction(inviteStaff);
export const inviteOwnerAct = formAction(inviteOwner);
export const resendAct = formAction(resendInvitation);
export const revokeAct = formAction(revokeInvitation);
export const changeUnitAct = formAction(changeStaffRole);
export const disableAct = formAction(disableUser);
export const enableAct = formAction(enableUser);
export const resetSecondFactorAct = formAction(resetSecondFactor);
export const resetIdentityAct = formAction(resetIdentity);
export const requireSecondFactorAct = formAction(requireSecondFactor);
export const endSessionsAct = formAction(endUserSessions);
