import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { ChoiceField, NewPasswordField, PasswordField, TextField } from "@/components/account/plain-fields";
import { PlainForm } from "@/components/account/plain-form";
import { PageHeader } from "@/components/layout/page-header";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { href, type Locale, locales } from "@/lib/i18n/paths";
import { ownAccount } from "@/lib/identity/account-queries";
import { ownIdentity } from "@/lib/identity/external-identity-queries";
import { requirePerson } from "@/lib/web/session";
import { stateLogin } from "@/lib/web/state-login";
import { CalendarFeed } from "./_parts/calendar-feed";
import { OwnIdentity } from "./_parts/own-identity";
import { OwnOrganisations } from "./_parts/own-organisations";
import { OwnRegistrations } from "./_parts/own-registrations";
import { OwnSessions } from "./_parts/own-sessions";
import { changePasswordAct, updateProfileAct } from "./actions";

export async function generateMetadata({ params }: PageProps<"/[locale]/my">): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale as Locale, namespace: "account.my" });
  return { title: t("title") };
}

export default async function MyPage({ params, searchParams }: PageProps<"/[locale]/my">) {
  const locale = (await params).locale as Locale;
  setRequestLocale(locale);
  const person = await requirePerson();
  const [t, account] = [await getTranslations("account"), await ownAccount(person, new Date())];
  const [login, { identity }] = [stateLogin(), await searchParams];
  const bound = login && (await ownIdentity(person.userId, login.issuer));
  return (
    <>
      <PageHeader title={t("my.title")} lede={account.email} />
      <div className="grid max-w-[980px] items-start gap-5 lg:grid-cols-2">
        <div className="space-y-5">
          {account.registrations.length > 0 && (
            <OwnRegistrations locale={locale} registrations={account.registrations} />
          )}
          <OwnOrganisations locale={locale} person={person} memberships={account.memberships} />
          <Card title={t("my.profile.title")} id="profile">
            <PlainForm
              id="profile"
              act={updateProfileAct}
              fixed={{ version: account.version }}
              submit={t("my.profile.save")}
              done={t("my.profile.done")}
            >
              <TextField
                name="fullName"
                label={t("my.profile.fullName")}
                value={account.fullName}
                autoComplete="name"
              />
              <ChoiceField
                name="locale"
                label={t("my.profile.locale")}
                value={account.locale}
                choices={locales.map((value) => ({ value, label: t(`languages.${value}`) }))}
              />
            </PlainForm>
          </Card>
          <OwnSessions sessions={account.sessions} current={person.sessionId} />
        </div>
        <div className="space-y-5">
          <Card title={t("my.password.title")} id="password">
            <PlainForm
              id="password"
              act={changePasswordAct}
              submit={t("my.password.submit")}
              done={t("my.password.done")}
            >
              <input type="email" name="email" value={account.email} autoComplete="username" readOnly hidden />
              <PasswordField name="currentPassword" label={t("my.password.current")} />
              <NewPasswordField label={t("my.password.new")} />
            </PlainForm>
          </Card>
          <Card title={t("secondFactor.title")} id="second-step">
            <p className="mb-3 text-mist-700 text-sm">{t("secondFactor.lede")}</p>
            <LinkButton as={Link} href={href(locale, "my", "second-step")} icon="shield-check">
              {t("secondFactor.open")}
            </LinkButton>
          </Card>
          {login && (
            <OwnIdentity
              provider={login.name}
              bound={bound}
              outcome={typeof identity === "string" ? identity : undefined}
            />
          )}
          <CalendarFeed userId={person.userId} />
        </div>
      </div>
    </>
  );
}
