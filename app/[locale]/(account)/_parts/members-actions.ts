"use server";

import { inviteMember, resendInvitation, revokeInvitation } from "@/lib/identity/invitation-commands";
import { changeMemberRole, removeMember } from "@/lib/identity/member-commands";
import { formAction } from "@/lib/web/form-action";

export const inviteAct = formAction(inviteMember);
export const resendAct = formAction(resendInvitation);
export const revokeAct = formAction(revokeInvitation);
export const changeRoleAct = formAction(changeMemberRole);
export const removeAct = formAction(removeMember);
