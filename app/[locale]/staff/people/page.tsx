import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { InvitationList } from "@/components/account/invitation-list";
import { InviteFields } from "@/components/account/invite-fields";
import { ChoiceField } from "@/components/account/plain-fields";
import { PlainForm } from "@/components/account/plain-form";
import { ExportLink } from "@/components/layout/export-link";
import { PageHeader } from "@/components/layout/page-header";
import { Card } from "@/components/ui/card";
import { Pagination } from "@/components/ui/pagination";
import { LinkTabs } from "@/components/ui/tabs";
import { href, type Locale } from "@/lib/i18n/paths";
import { peopleFilter, peopleQuery } from "@/lib/identity/people-filter";
import { ownerless, people, waitingInvitations } from "@/lib/identity/people-queries";
import { permissions } from "@/lib/identity/permissions";
import { staffRoles } from "@/lib/identity/schema";
import { staffNeedSecondFactor } from "@/lib/identity/second-factor-queries";
import { requireStaff } from "@/lib/web/session";
import { PeopleSearch } from "./_parts/people-search";
import { PeopleTable } from "./_parts/people-table";
import { inviteOwnerAct, inviteStaffAct, requireSecondFactorAct, resendAct, revokeAct } from "./actions";

export async function generateMetadata({ params }: PageProps<"/[locale]/staff/people">): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale as Locale, namespace: "account.people" });
  return { title: t("title") };
}

export default async function PeoplePage({ params, searchParams }: PageProps<"/[locale]/staff/people">) {
  const locale = (await params).locale as Locale;
  setRequestLocale(locale);
  await requireStaff(permissions.manageStaff);
  const filter = peopleFilter.parse(await searchParams);
  const [t, found, invitations, organisations, required] = await Promise.all([
    getTranslations("account"),
    people(filter),
    waitingInvitations(),
    ownerless(locale),
    staffNeedSecondFactor(),
  ]);
  const here = href(locale, "staff", "people");
  return (
    <>
      <PageHeader
        title={t("people.title")}
        lede={t("people.lede")}
        actions={<ExportLink list="people" query={filter} />}
      />
      <div className="grid items-start gap-5 xl:grid-cols-[minmax(0,1fr)_340px]">
        <div className="space-y-4">
          <LinkTabs
            label={t("people.kind")}
            as={Link}
            tabs={(["staff", "organisations"] as const).map((kind) => ({
              href: here + peopleQuery(filter, { kind }),
              label: t(`people.kinds.${kind}`),
              current: filter.kind === kind,
            }))}
          />
          <PeopleSearch here={here} filter={filter} />
          <Card flush as="div">
            <PeopleTable locale={locale} rows={found.rows} kind={filter.kind} />
          </Card>
          <Pagination
            page={filter.page}
            pages={found.pages}
            href={(page) => here + peopleQuery(filter, { page })}
            as={Link}
          />
        </div>
        <div className="space-y-5">
          <Card title={t("secondFactor.staffTitle")}>
            <p className="mb-3 text-mist-700 text-sm">
              {t(required ? "secondFactor.staffOn" : "secondFactor.staffOff")}
            </p>
            <PlainForm
              id="require-second-factor"
              act={requireSecondFactorAct}
              fixed={{ required: String(!required) }}
              submit={t(required ? "secondFactor.staffEnd" : "secondFactor.staffRequire")}
              inline
            />
          </Card>
          <Card title={t("people.inviteStaff")}>
            <PlainForm
              id="invite-staff"
              act={inviteStaffAct}
              submit={t("members.invite")}
              look={{ variant: "primary" }}
              done={t("members.invited")}
            >
              <InviteFields>
                <ChoiceField
                  name="staffRole"
                  label={t("people.unit")}
                  empty=""
                  choices={staffRoles.map((value) => ({ value, label: t(`staffRoles.${value}`) }))}
                />
              </InviteFields>
            </PlainForm>
          </Card>
          <Card title={t("invitations.title")}>
            <InvitationList
              rows={invitations.map(({ id, email, expiresAt, staffRole, organisation }) => ({
                id,
                email,
                expiresAt,
                to: staffRole
                  ? t(`staffRoles.${staffRole}`)
                  : (((locale === "en" && organisation?.nameEn) || organisation?.nameVi) ?? ""),
              }))}
              now={new Date()}
              resend={resendAct}
              revoke={revokeAct}
            />
          </Card>
          {organisations.length > 0 && (
            <Card title={t("people.inviteOwner")}>
              <p className="mb-4 text-mist-700 text-sm">{t("people.inviteOwnerHelp")}</p>
              <PlainForm
                id="invite-owner"
                act={inviteOwnerAct}
                submit={t("members.invite")}
                done={t("members.invited")}
              >
                <InviteFields>
                  <ChoiceField
                    name="organisationId"
                    label={t("people.organisation")}
                    empty={t("people.choose")}
                    choices={organisations}
                  />
                </InviteFields>
              </PlainForm>
            </Card>
          )}
        </div>
      </div>
    </>
  );
}
