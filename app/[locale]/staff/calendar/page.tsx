import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { YearCalendar } from "@/components/deadlines/year-calendar";
import { PageHeader } from "@/components/layout/page-header";
import { LinkButton } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { LinkTabs } from "@/components/ui/tabs";
import { dayOf } from "@/lib/core/day";
import { calendarYear, calendarYears, decisionsIn } from "@/lib/deadlines/calendar-queries";
import { calendarYearIn } from "@/lib/deadlines/schema";
import { href, type Locale } from "@/lib/i18n/paths";
import { permissions } from "@/lib/identity/permissions";
import { requireStaff } from "@/lib/web/session";
import { DecisionList } from "./_parts/decision-list";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("deadlines.calendar"))("title") };
}

/** Which days are worked in a year, and on what that rests. */
export default async function CalendarPage({ params, searchParams }: PageProps<"/[locale]/staff/calendar">) {
  const locale = (await params).locale as Locale;
  setRequestLocale(locale);
  const me = await requireStaff(permissions.readObligations);
  const today = dayOf(new Date());
  const year = calendarYearIn((await searchParams).year, today);
  const [t, lines, decisions, entered] = await Promise.all([
    getTranslations("deadlines.calendar"),
    calendarYear(year),
    decisionsIn(year),
    calendarYears(),
  ]);
  const here = href(locale, "staff", "calendar");
  const keeps = permissions.manageCalendar(me);
  const next = (entered.at(-1) ?? year) + 1;
  const years = [...new Set([...entered, year, ...(keeps ? [next] : [])])].sort((a, b) => a - b);
  const add = href(locale, "staff", "calendar", "new");
  return (
    <>
      <PageHeader
        title={t("title")}
        lede={t("lede")}
        actions={
          keeps && (
            <LinkButton as={Link} variant="primary" icon="plus" href={`${add}?year=${year}`}>
              {t("add")}
            </LinkButton>
          )
        }
      />
      <div className="mb-5">
        <LinkTabs
          as={Link}
          label={t("years")}
          tabs={years.map((one) => ({ href: `${here}?year=${one}`, label: String(one), current: one === year }))}
        />
      </div>
      {lines.length === 0 && (
        <Notice
          kind="waiting"
          className="mb-5"
          title={t("nothingOf", { year: String(year) })}
          actions={
            keeps && (
              <LinkButton as={Link} size="sm" href={`${add}?year=${year}&by=law`}>
                {t("propose")}
              </LinkButton>
            )
          }
        >
          {t("proposeBody")}
        </Notice>
      )}
      <YearCalendar year={year} lines={lines} today={today} />
      {decisions.length > 0 && (
        <section className="mt-8" aria-labelledby="calendar-decisions">
          <h2 id="calendar-decisions" className="mb-3 text-lg">
            {t("decisions", { year: String(year) })}
          </h2>
          <DecisionList decisions={decisions} year={year} keeps={keeps} />
        </section>
      )}
    </>
  );
}
