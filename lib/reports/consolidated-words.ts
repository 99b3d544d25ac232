import { formatDay, formatMoment } from "@/lib/core/day";
import { formatDecimal } from "@/lib/core/decimal";
import { messages } from "@/lib/i18n/messages";
import type { Locale } from "@/lib/i18n/paths";
import { wordsIn } from "@/lib/i18n/words";
import { type Consolidated, onTimeRate } from "./period";

/** What the files of a consolidated report say, in one language. */
export function consolidatedWords(report: Consolidated, locale: Locale) {
  const say = wordsIn(locale, messages[locale].periods.report);
  const { period, progress, totals } = report;
  const rate = onTimeRate(progress);
  return {
    say,
    title: say("title", { name: locale === "vi" ? period.nameVi : period.nameEn }),
    covers: say("covers", { from: formatDay(period.coversFrom), to: formatDay(period.coversTo) }),
    cutOff: say("cutOff", { at: formatMoment(report.asOf), which: say(report.including) }),
    state: messages[locale].duties.state,
    unit: messages[locale].duties.unit,
    /** How far the period is: label and number, in the order in which the screen has them. */
    counts: [
      [say("owed"), progress.total - progress.EXCUSED],
      [say("handedIn"), progress.SUBMITTED + progress.RETURNED + progress.ACCEPTED],
      [say("acceptedCount"), progress.ACCEPTED],
      [say("missing"), progress.OWED + progress.DRAFT],
      [say("late"), progress.late],
      [say("excused"), progress.EXCUSED],
      [say("answers"), totals.answers],
    ] satisfies [string, number][],
    rate: [say("rate"), rate === null ? "–" : `${formatDecimal(Math.round(rate * 1_000) / 10, locale)} %`] as const,
  };
}
