import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { DayMark } from "@/components/deadlines/day-mark";
import { Badge } from "@/components/ui/badge";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { dayToDate, formatDay } from "@/lib/core/day";
import type { ShownDecision } from "@/lib/deadlines/calendar-queries";
import { href } from "@/lib/i18n/paths";
import { RemoveDecision } from "./remove-decision";

/** The decisions behind a year's days, each with what it says of single days. */
export function DecisionList({
  decisions,
  year,
  keeps,
}: {
  decisions: readonly ShownDecision[];
  year: number;
  keeps: boolean;
}) {
  const t = useTranslations("deadlines");
  const locale = useLocale();
  const weekday = new Intl.DateTimeFormat(locale, { weekday: "short", timeZone: "UTC" });
  return (
    <div className="grid items-start gap-5 lg:grid-cols-2">
      {decisions.map(({ id, citation, issuedOn, verified, note, days }) => (
        <Card
          key={id}
          as="article"
          level={3}
          title={citation}
          actions={
            keeps && (
              <>
                <LinkButton
                  as={Link}
                  size="sm"
                  icon="pencil"
                  href={`${href(locale, "staff", "calendar", id)}?year=${year}`}
                >
                  {t("calendar.change")}
                </LinkButton>
                <RemoveDecision id={id} citation={citation} />
              </>
            )
          }
        >
          <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-mist-600 text-sm">
            {verified ? (
              <Badge tone="done" icon="shield-check">
                {t("verified")}
              </Badge>
            ) : (
              <Badge tone="waiting">{t("toVerify")}</Badge>
            )}
            {issuedOn && <span>{t("calendar.issued", { day: formatDay(issuedOn) })}</span>}
          </p>
          {note && <p className="mt-2 text-mist-700 text-sm">{note}</p>}
          <ul className="mt-3 divide-y divide-mist-100">
            {days.map(({ day, kind, nameVi, nameEn }) => (
              <li key={day} className="grid grid-cols-[2.25rem_minmax(0,1fr)] items-center gap-x-3 py-1.5">
                <span aria-hidden="true">
                  <DayMark kind={kind}>{Number(day.slice(8))}</DayMark>
                </span>
                <span>
                  <span className="figures">
                    {weekday.format(dayToDate(day))} {formatDay(day)}
                  </span>
                  <span className="block text-mist-600 text-sm">
                    {t(`dayKind.${kind}`)} · {locale === "vi" ? nameVi : nameEn}
                  </span>
                </span>
              </li>
            ))}
          </ul>
        </Card>
      ))}
    </div>
  );
}
