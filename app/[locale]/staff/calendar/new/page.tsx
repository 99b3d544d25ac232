import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { PageHeader } from "@/components/layout/page-header";
import { Notice } from "@/components/ui/notice";
import { dayOf } from "@/lib/core/day";
import { calendarYear } from "@/lib/deadlines/calendar-queries";
import { holidayLaw, proposedHolidays } from "@/lib/deadlines/holidays";
import { calendarYearIn } from "@/lib/deadlines/schema";
import { href, type Locale } from "@/lib/i18n/paths";
import { permissions } from "@/lib/identity/permissions";
import { requireStaff } from "@/lib/web/session";
import { DecisionForm, type DecisionValues } from "../_parts/decision-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("deadlines.calendar"))("add") };
}

/** The days that the law leads one to expect in a year, less those that are decided already. */
async function byLaw(year: number): Promise<DecisionValues> {
  const [vi, en, taken] = await Promise.all([
    getTranslations({ locale: "vi", namespace: "deadlines" }),
    getTranslations({ locale: "en", namespace: "deadlines" }),
    calendarYear(year),
  ]);
  const decided = new Set(taken.map(({ day }) => day));
  return {
    citation: vi("calendar.lawOf", { law: holidayLaw, year: String(year) }),
    issuedOn: null,
    verified: false,
    note: vi("calendar.lawNote"),
    days: proposedHolidays(year)
      .filter(({ day }) => !decided.has(day))
      .map(({ day, kind, name }) => ({ day, kind, nameVi: vi(`holidays.${name}`), nameEn: en(`holidays.${name}`) })),
  };
}

const blank: DecisionValues = {
  citation: "",
  issuedOn: null,
  verified: false,
  note: "",
  days: [{ day: null, kind: "HOLIDAY", nameVi: "", nameEn: "" }],
};

export default async function NewDecisionPage({ params, searchParams }: PageProps<"/[locale]/staff/calendar/new">) {
  const locale = (await params).locale as Locale;
  setRequestLocale(locale);
  await requireStaff(permissions.manageCalendar);
  const asked = await searchParams;
  const year = calendarYearIn(asked.year, dayOf(new Date()));
  const lawful = asked.by === "law";
  const [t, content] = await Promise.all([getTranslations("deadlines.calendar"), lawful ? byLaw(year) : blank]);
  const back = `${href(locale, "staff", "calendar")}?year=${year}`;
  return (
    <>
      <PageHeader as={Link} title={t("add")} back={{ href: back, label: t("backTo", { year: String(year) }) }} />
      {lawful && (
        <Notice kind="waiting" className="mb-5 max-w-3xl">
          {t("lawNotice")}
        </Notice>
      )}
      <DecisionForm id={null} content={content.days.length > 0 ? content : blank} back={back} />
    </>
  );
}
