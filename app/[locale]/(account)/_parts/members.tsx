import { MembersView } from "@/components/account/members-view";
import { membersOf } from "@/lib/identity/account-queries";
import { permissions } from "@/lib/identity/permissions";
import type { MemberPerson } from "@/lib/web/session";
import { changeRoleAct, inviteAct, removeAct, resendAct, revokeAct } from "./members-actions";

const acts = { invite: inviteAct, resend: resendAct, revoke: revokeAct, changeRole: changeRoleAct, remove: removeAct };

/** The members' page of an enterprise or a school; the page has asked who is there. */
export async function Members({ person }: { person: MemberPerson }) {
  const { members, invitations } = await membersOf(person.organisation.id);
  const manages = permissions.manageMembers(person);
  return (
    <MembersView
      organisation={person.organisation.nameVi}
      ownUserId={person.userId}
      members={members}
      // Who is invited concerns those who may invite.
      invitations={manages ? invitations : []}
      now={new Date()}
      acts={manages ? acts : null}
    />
  );
}
