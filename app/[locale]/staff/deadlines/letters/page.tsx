import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { SelectField } from "@/components/ui/field";
import { EmptyState } from "@/components/ui/states";
import { dayOf, formatDay } from "@/lib/core/day";
import { loadCalendar } from "@/lib/deadlines/calendar-queries";
import { readLateQuery } from "@/lib/deadlines/escalation-list";
import { lateChoices } from "@/lib/deadlines/escalation-queries";
import { issuedLetters, letterCandidates } from "@/lib/deadlines/escalation-work-queries";
import { namedPeriod } from "@/lib/deadlines/recurrence";
import { href, type Locale } from "@/lib/i18n/paths";
import { permissions } from "@/lib/identity/permissions";
import { registersIn } from "@/lib/papers/document-queries";
import { requireStaff } from "@/lib/web/session";
import { LateHeader } from "../_parts/late-header";
import { LetterForm } from "../_parts/letter-form";
import { letterAct } from "../late/actions";

/** The letter asks for an answer so many working days after it is written. */
const answerDays = 10;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("reminders.late.tabs"))("letters") };
}

export default async function LettersPage({ params, searchParams }: PageProps<"/[locale]/staff/deadlines/letters">) {
  const locale = (await params).locale as Locale;
  setRequestLocale(locale);
  const me = await requireStaff(permissions.writeLateLetters);
  const { period, park } = readLateQuery(await searchParams);
  const now = new Date();
  const today = dayOf(now);
  const [t, late, choices, candidates, registers, calendar, issued] = await Promise.all([
    getTranslations("reminders.late.letters"),
    getTranslations("reminders.late"),
    lateChoices(me, now),
    period ? letterCandidates({ period, park }, me, now) : [],
    registersIn(Number(today.slice(0, 4))),
    loadCalendar(),
    issuedLetters(me),
  ]);
  return (
    <>
      <LateHeader person={me} current="letters" lede={t("lede")} />
      <form
        action={href(locale, "staff", "deadlines", "letters")}
        className="mb-5 grid items-end gap-3 sm:grid-cols-[2fr_1fr_auto]"
      >
        <SelectField
          name="period"
          label={late("period")}
          empty={t("choosePeriod")}
          defaultValue={period}
          choices={choices.periods.map((one) => ({
            value: String(one.id),
            label: namedPeriod(locale === "vi" ? one.nameVi : one.nameEn, one.slot),
          }))}
        />
        <SelectField
          name="park"
          label={late("park")}
          empty={late("filter.all")}
          defaultValue={park}
          choices={choices.parks.map((one) => ({
            value: String(one.id),
            label: locale === "vi" ? one.shortNameVi : one.shortNameEn,
          }))}
        />
        <Button type="submit">{late("filter.apply")}</Button>
      </form>
      <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_320px]">
        <Card title={t("new")}>
          {period && candidates.length > 0 ? (
            <LetterForm
              key={`${period}-${park ?? ""}`}
              action={letterAct}
              period={period}
              candidates={candidates}
              registers={registers.map(({ id, symbol, nameVi, nameEn }) => ({
                id,
                label: `${symbol} · ${locale === "vi" ? nameVi : nameEn}`,
              }))}
              today={today}
              answerBy={calendar.move(today, answerDays)}
            />
          ) : (
            <EmptyState icon="file-text" title={period ? late("emptyFiltered") : t("choosePeriod")} />
          )}
        </Card>
        <Card title={t("title")}>
          {issued.length === 0 ? (
            <p className="text-mist-700">{t("none")}</p>
          ) : (
            <ul className="space-y-3">
              {issued.map((letter) => (
                <li key={letter.id}>
                  <a
                    href={`/api/exports/letters/${letter.id}?locale=${locale}`}
                    className="text-harbour-600 underline"
                    download
                  >
                    {t("numbered", { number: letter.number, day: formatDay(letter.issuedOn) })}
                  </a>{" "}
                  {letter.cancelled && <Badge tone="refused">{t("cancelled")}</Badge>}
                  <span className="block text-mist-600 text-sm">{t("names", { count: letter.reports })}</span>
                </li>
              ))}
            </ul>
          )}
        </Card>
      </div>
    </>
  );
}
