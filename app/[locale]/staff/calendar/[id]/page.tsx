import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { PageHeader } from "@/components/layout/page-header";
import { dayOf } from "@/lib/core/day";
import { calendarDecisionEntry } from "@/lib/deadlines/calendar-queries";
import { calendarYearIn } from "@/lib/deadlines/schema";
import { href, type Locale } from "@/lib/i18n/paths";
import { permissions } from "@/lib/identity/permissions";
import { requireStaff } from "@/lib/web/session";
import { DecisionForm } from "../_parts/decision-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("deadlines.calendar"))("changeTitle") };
}

export default async function DecisionPage({ params, searchParams }: PageProps<"/[locale]/staff/calendar/[id]">) {
  const { locale: spoken, id } = await params;
  const locale = spoken as Locale;
  setRequestLocale(locale);
  await requireStaff(permissions.manageCalendar);
  const decision = /^\d{1,9}$/.test(id) ? await calendarDecisionEntry(Number(id)) : null;
  if (!decision) notFound();
  const t = await getTranslations("deadlines.calendar");
  const first = decision.days[0]?.day ?? dayOf(new Date());
  const year = calendarYearIn((await searchParams).year ?? first.slice(0, 4), first);
  const back = `${href(locale, "staff", "calendar")}?year=${year}`;
  const { citation, issuedOn, verified, note, days } = decision;
  return (
    <>
      <PageHeader
        as={Link}
        title={t("changeTitle")}
        lede={citation}
        back={{ href: back, label: t("backTo", { year: String(year) }) }}
      />
      <DecisionForm id={decision.id} content={{ citation, issuedOn, verified, note: note ?? "", days }} back={back} />
    </>
  );
}
