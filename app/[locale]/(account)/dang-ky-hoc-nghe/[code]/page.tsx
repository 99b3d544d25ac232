import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { ChoiceField, TextField, TickField } from "@/components/account/plain-fields";
import { PlainForm } from "@/components/account/plain-form";
import { AccountShell } from "@/components/layout/account-shell";
import { RegistrationOver } from "@/components/subsidies/registration-over";
import { dayOf } from "@/lib/core/day";
import { EducationLevel } from "@/lib/db/generated/enums";
import { href, type Locale } from "@/lib/i18n/paths";
import { openLink, registrationDays } from "@/lib/subsidies/registration-queries";
import { learningLevels } from "@/lib/subsidies/registration-schema";
import { consentText } from "@/lib/subsidies/registration-words";
import { earliestBirth } from "@/lib/subsidies/roster-schema";
import { occupationChoices } from "../../../_roster/occupations";
import { registerAct } from "../actions";

/** Closing a link takes effect at once. */
export const dynamic = "force-dynamic";

export async function generateMetadata({ params }: PageProps<"/[locale]/dang-ky-hoc-nghe/[code]">): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale as Locale, namespace: "registration" });
  return { title: t("title"), robots: { index: false } };
}

/** Where a link or the code on a notice board leads: somebody registers to learn, on a phone, without account or script. */
export default async function RegistrationPage({ params }: PageProps<"/[locale]/dang-ky-hoc-nghe/[code]">) {
  const { locale: asked, code } = await params;
  const locale = asked as Locale;
  setRequestLocale(locale);
  const today = dayOf(new Date());
  const link = await openLink(code, today);
  if (!link) return <RegistrationOver locale={locale} rest={[code]} />;
  const [t, roster, occupations, days] = await Promise.all([
    getTranslations("registration"),
    getTranslations("roster"),
    occupationChoices(locale, today),
    registrationDays(),
  ]);
  const organisation = (locale === "en" && link.organisation.nameEn) || link.organisation.nameVi;
  return (
    <AccountShell
      locale={locale}
      place="learning"
      alternate={href(locale === "vi" ? "en" : "vi", "learning", code)}
      wide
      title={t("title")}
      lede={t("lede", { organisation, people: roster(`kind.${link.kind}`) })}
    >
      <PlainForm
        id="training"
        act={registerAct}
        fixed={{ code }}
        submit={t("form.submit")}
        look={{ variant: "primary", size: "lg", wide: true }}
      >
        <TextField name="fullName" label={roster("field.fullName")} autoComplete="name" />
        <TextField
          name="birthDate"
          type="date"
          label={roster("field.birthDate")}
          autoComplete="bday"
          min={earliestBirth}
          max={today}
          className="max-w-64"
        />
        <TextField
          name="personId"
          label={roster("field.personId")}
          help={t("form.personIdHelp")}
          inputMode="numeric"
          autoComplete="off"
        />
        <TextField name="phone" type="tel" label={roster("field.phone")} autoComplete="tel" />
        <ChoiceField
          name="education"
          label={roster("field.education")}
          optional
          empty={roster("form.notSaid")}
          choices={Object.values(EducationLevel).map((value) => ({ value, label: roster(`education.${value}`) }))}
        />
        <TextField name="job" label={t(`form.job.${link.kind}`)} optional autoComplete="organization-title" />
        <ChoiceField
          name="occupationCode"
          label={t("form.occupation")}
          empty={t("form.choose")}
          choices={occupations}
        />
        <ChoiceField
          name="level"
          label={t("form.level")}
          empty={t("form.choose")}
          choices={learningLevels.map((value) => ({ value, label: roster(`level.${value}`) }))}
        />
        <section className="rounded-card bg-mist-50 p-4 text-sm" aria-label={t("consent.title")}>
          <h2 className="mb-1 font-semibold text-base text-harbour-900">{t("consent.title")}</h2>
          <p className="whitespace-pre-line">{consentText(locale, organisation, days)}</p>
        </section>
        <TickField name="consent" label={t("consent.agree")} />
      </PlainForm>
    </AccountShell>
  );
}
