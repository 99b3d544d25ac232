import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { MembersView } from "@/components/account/members-view";
import type { Locale } from "@/lib/i18n/paths";
import { membersOf } from "@/lib/identity/account-queries";
import { permissions } from "@/lib/identity/permissions";
import { requireEnterprise } from "@/lib/web/session";
import { changeRoleAct, inviteAct, removeAct, resendAct, revokeAct } from "./actions";

export async function generateMetadata({ params }: PageProps<"/[locale]/enterprise/members">): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale as Locale, namespace: "account.members" });
  return { title: t("title") };
}

export default async function EnterpriseMembersPage({ params }: PageProps<"/[locale]/enterprise/members">) {
  const locale = (await params).locale as Locale;
  setRequestLocale(locale);
  const person = await requireEnterprise();
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
      acts={
        manages
          ? { invite: inviteAct, resend: resendAct, revoke: revokeAct, changeRole: changeRoleAct, remove: removeAct }
          : null
      }
    />
  );
}
