import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { AskFirst } from "@/components/account/ask-first";
import { ChoiceField } from "@/components/account/plain-fields";
import { PlainForm } from "@/components/account/plain-form";
import { PageHeader } from "@/components/layout/page-header";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { dayOf, formatDay } from "@/lib/core/day";
import { href, type Locale } from "@/lib/i18n/paths";
import { personById } from "@/lib/identity/people-queries";
import { permissions } from "@/lib/identity/permissions";
import { id as knownId, staffRoles } from "@/lib/identity/schema";
import { requireStaff } from "@/lib/web/session";
import {
  changeUnitAct,
  disableAct,
  enableAct,
  endSessionsAct,
  resetIdentityAct,
  resetSecondFactorAct,
} from "../actions";

export async function generateMetadata({ params }: PageProps<"/[locale]/staff/people/[id]">): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale as Locale, namespace: "account.people" });
  return { title: t("title") };
}

export default async function PersonPage({ params }: PageProps<"/[locale]/staff/people/[id]">) {
  const { locale: asked, id } = await params;
  const locale = asked as Locale;
  setRequestLocale(locale);
  const admin = await requireStaff(permissions.manageStaff);
  const number = knownId.max(2_147_483_647).safeParse(id);
  const person = number.success ? await personById(number.data, new Date()) : null;
  if (!person) notFound();
  const t = await getTranslations("account");
  const key = { userId: person.id, version: person.version };
  const [identity] = person.externalIdentities;
  const own = person.id === admin.userId;
  const organisations = person.memberships.map(
    ({ role, organisation }) =>
      `${(locale === "en" && organisation.nameEn) || organisation.nameVi} (${t(`membershipRoles.${role}`)})`,
  );
  return (
    <>
      <PageHeader
        title={person.fullName}
        as={Link}
        back={{ href: href(locale, "staff", "people"), label: t("people.back") }}
        state={
          person.disabledAt ? (
            <Badge tone="refused">{t("people.disabled")}</Badge>
          ) : (
            <Badge tone="done">{t("people.active")}</Badge>
          )
        }
        lede={own ? t("people.own") : undefined}
      />
      <div className="grid max-w-[980px] items-start gap-5 lg:grid-cols-2">
        <Card as="div">
          <DescriptionList
            items={[
              { label: t("members.email"), value: <span className="break-all">{person.email}</span> },
              { label: t("people.unit"), value: person.staffRole && t(`staffRoles.${person.staffRole}`) },
              { label: t("people.memberOf"), value: organisations.join("; ") },
              { label: t("people.since"), value: formatDay(dayOf(person.createdAt)) },
              { label: t("people.sessions"), value: t("people.sessionsNow", { count: person._count.sessions }) },
            ]}
          />
        </Card>
        <div className="space-y-5">
          {person.staffRole && (
            <Card title={t("people.changeUnit")}>
              <PlainForm
                id="unit"
                act={changeUnitAct}
                fixed={key}
                submit={t("people.changeUnit")}
                done={t("people.changed")}
              >
                <ChoiceField
                  name="staffRole"
                  label={t("people.unit")}
                  value={person.staffRole}
                  choices={staffRoles.map((value) => ({ value, label: t(`staffRoles.${value}`) }))}
                />
              </PlainForm>
            </Card>
          )}
          {person._count.sessions > 0 && (
            <Card title={t("people.endSessions")}>
              <p className="mb-3 text-mist-700 text-sm">{t("people.endSessionsHelp")}</p>
              <PlainForm
                id="sessions"
                act={endSessionsAct}
                fixed={{ userId: person.id }}
                submit={t("people.endSessions")}
                inline
              />
            </Card>
          )}
          {person.secondFactor?.confirmedAt && (
            <Card title={t("secondFactor.resetTitle")}>
              <p className="mb-2 text-mist-700 text-sm">{t("secondFactor.resetHelp")}</p>
              <AskFirst label={`${t("secondFactor.reset")}…`}>
                <PlainForm
                  id="second-factor"
                  act={resetSecondFactorAct}
                  fixed={{ userId: person.id }}
                  submit={t("secondFactor.reset")}
                  look={{ variant: "danger" }}
                  inline
                />
              </AskFirst>
            </Card>
          )}
          {identity && (
            <Card title={t("stateLogin.resetTitle")}>
              <p className="mb-2 text-mist-700 text-sm">
                {t("stateLogin.resetHelp", { day: formatDay(dayOf(identity.createdAt)) })}
              </p>
              <AskFirst label={t("stateLogin.unbindOpen")}>
                <PlainForm
                  id="identity"
                  act={resetIdentityAct}
                  fixed={{ userId: person.id }}
                  submit={t("stateLogin.unbind")}
                  look={{ variant: "danger" }}
                  inline
                />
              </AskFirst>
            </Card>
          )}
          {!own && !person.disabledAt && (
            <Card title={t("people.disable")}>
              <p className="mb-2 text-mist-700 text-sm">{t("people.disableHelp")}</p>
              <AskFirst label={`${t("people.disable")}…`}>
                <PlainForm
                  id="disable"
                  act={disableAct}
                  fixed={key}
                  submit={t("people.disable")}
                  look={{ variant: "danger" }}
                  inline
                />
              </AskFirst>
            </Card>
          )}
          {person.disabledAt && (
            <Card title={t("people.enable")}>
              <PlainForm id="enable" act={enableAct} fixed={key} submit={t("people.enable")} inline />
            </Card>
          )}
        </div>
      </div>
    </>
  );
}
