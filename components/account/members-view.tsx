import { useTranslations } from "next-intl";
import { PageHeader } from "@/components/layout/page-header";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";

import { dayOf, formatDay } from "@/lib/core/day";
import type { MembershipRole } from "@/lib/db/generated/enums";
import { membershipRoles } from "@/lib/identity/schema";
import type { FormAct } from "@/lib/web/form-action";
import { AskFirst } from "./ask-first";
import { InvitationList } from "./invitation-list";
import { InviteFields } from "./invite-fields";
import { ChoiceField } from "./plain-fields";
import { PlainForm } from "./plain-form";

type Member = {
  id: number;
  role: MembershipRole;
  createdAt: Date;
  user: { id: number; fullName: string; email: string; disabledAt: Date | null };
};
type Invitation = { id: number; email: string; membershipRole: MembershipRole | null; expiresAt: Date };
type Acts = Record<"invite" | "resend" | "revoke" | "changeRole" | "remove", FormAct>;

/** The people of an enterprise or a school; owners also invite, remove and change roles (`acts`). */
export function MembersView({
  organisation,
  ownUserId,
  members,
  invitations,
  now,
  acts,
}: {
  organisation: string;
  ownUserId: number;
  members: readonly Member[];
  invitations: readonly Invitation[];
  now: Date;
  acts: Acts | null;
}) {
  const t = useTranslations("account");
  return (
    <>
      <PageHeader title={t("members.title")} lede={t("members.lede", { organisation })} />
      <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_340px]">
        <div className="space-y-5">
          <Card as="div">
            <ul className="divide-y divide-mist-100">
              {members.map((member) => (
                <MemberLine key={member.id} member={member} own={member.user.id === ownUserId} acts={acts} />
              ))}
            </ul>
          </Card>
          {acts && (
            <Card title={t("invitations.title")}>
              <InvitationList
                rows={invitations.map(({ membershipRole, ...row }) => ({
                  ...row,
                  to: t(`membershipRoles.${membershipRole ?? "MEMBER"}`),
                }))}
                now={now}
                resend={acts.resend}
                revoke={acts.revoke}
              />
            </Card>
          )}
        </div>
        {acts ? (
          <Card title={t("members.inviteTitle")}>
            <p className="mb-4 text-mist-700 text-sm">{t("members.inviteHelp")}</p>
            <PlainForm
              id="invite"
              act={acts.invite}
              submit={t("members.invite")}
              look={{ variant: "primary" }}
              done={t("members.invited")}
            >
              <InviteFields>
                <ChoiceField
                  name="role"
                  label={t("members.role")}
                  help={t("membershipHelp")}
                  value="MEMBER"
                  choices={membershipRoles.map((value) => ({ value, label: t(`membershipRoles.${value}`) }))}
                />
              </InviteFields>
            </PlainForm>
          </Card>
        ) : (
          <p className="text-mist-700">{t("members.onlyOwners")}</p>
        )}
      </div>
    </>
  );
}

function MemberLine({ member, own, acts }: { member: Member; own: boolean; acts: Acts | null }) {
  const t = useTranslations("account");
  const { user, role } = member;
  const other = role === "OWNER" ? "MEMBER" : "OWNER";
  const change = t(role === "OWNER" ? "members.makeMember" : "members.makeOwner");
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 py-3 first:pt-0 last:pb-0">
      <div className="min-w-0">
        <p className="font-semibold">
          {user.fullName}
          {own && <span className="font-normal text-mist-600"> ({t("members.you")})</span>}
        </p>
        <p className="break-all text-mist-700 text-sm">{user.email}</p>
        <p className="mt-1 flex flex-wrap items-center gap-2 text-mist-600 text-sm">
          <Badge tone={role === "OWNER" ? "info" : "neutral"} icon="user">
            {t(`membershipRoles.${role}`)}
          </Badge>
          {user.disabledAt && <Badge tone="refused">{t("members.disabled")}</Badge>}
          {t("members.since")} {formatDay(dayOf(member.createdAt))}
        </p>
      </div>
      {acts && (
        <div className="flex flex-wrap items-start gap-2">
          <PlainForm
            id={`role-${member.id}`}
            act={acts.changeRole}
            fixed={{ membershipId: member.id, role: other }}
            submit={change}
            submitLabel={`${change}: ${user.fullName}`}
            look={{ size: "sm" }}
            inline
          />
          <AskFirst label={t("members.removeOpen")} of={user.fullName}>
            <p className="mb-3 text-sm">{t("members.removeAsk", { name: user.fullName })}</p>
            <PlainForm
              id={`remove-${member.id}`}
              act={acts.remove}
              fixed={{ membershipId: member.id }}
              submit={t("members.remove")}
              submitLabel={`${t("members.remove")}: ${user.fullName}`}
              look={{ size: "sm", variant: "danger" }}
              inline
            />
          </AskFirst>
        </div>
      )}
    </li>
  );
}
