import { formatDay } from "@/lib/core/day";
import type { Locale } from "@/lib/i18n/paths";
import { batchName } from "@/lib/vacancies/batch-rules";
import { named, parkShortName, titleOf } from "@/lib/vacancies/listing";
import { qualifications } from "@/lib/vacancies/schema";
import { wageText } from "@/lib/vacancies/wage";
import { type BatchPaper, shortened } from "./paper";
import { wordsOf } from "./words";

/** A column of the annex; `width` is its share, about characters. */
export type AnnexColumn = { label: string; width: number; group?: string; align?: "left" | "center" | "right" };

/** The table of a batch as Word, Excel and the page to print show it: the same columns, rows and sums. */
export type Annex = {
  /** "PHỤ LỤC", what it is about, and which letter it goes with. */
  titles: string[];
  columns: AnnexColumn[];
  rows: (string | number | null)[][];
  foot: (string | number | null)[];
  note: string;
};

const count = (label: string, group?: string): AnnexColumn => ({
  label,
  width: group === undefined ? 9 : 8,
  align: "right",
  ...(group !== undefined && { group }),
});

/**
 * @param longest characters after which requirements are cut; on a screen and in Excel they stand whole
 */
export function annexOf(paper: BatchPaper, locale: Locale, longest = Number.POSITIVE_INFINITY): Annex {
  const { say, ...words } = wordsOf(locale);
  const { batch, letter, totals } = paper;
  const levels = say("byLevel");
  const cut = (text: string) => (longest === Number.POSITIVE_INFINITY ? text : shortened(text, longest));
  return {
    titles: [
      say("annex"),
      say("annexTitle", { batch: batchName(locale, batch).toLocaleUpperCase(locale) }),
      letter
        ? say("annexOf", { no: letter.no, symbol: letter.symbol, day: formatDay(letter.issuedOn) })
        : say("annexAsOf", { day: formatDay(batch.asOf) }),
    ],
    columns: [
      { label: say("no"), width: 7, align: "center" },
      { label: say("enterprise"), width: 24 },
      { label: say("park"), width: 14 },
      { label: say("position"), width: 20 },
      count(say("headcount")),
      ...qualifications.map((level) => count(words.level(level), levels)),
      { label: say("group"), width: 14 },
      { label: say("requirements"), width: 24 },
      { label: say("wage"), width: 14 },
      { label: say("benefits"), width: 14 },
      { label: say("contact"), width: 18 },
      { label: say("deadline"), width: 15, align: "center" },
    ],
    rows: paper.lines.map(({ position, content }) => [
      position,
      named(content.enterprise, locale),
      parkShortName(content.park, locale),
      titleOf(content, locale),
      content.headcount,
      ...qualifications.map((level) => content[level] || null),
      words.group(content.positionGroup),
      cut((locale === "en" && content.requirementsEn) || content.requirementsVi),
      wageText(content, locale),
      (["meals", "bus", "dormitory", "insurance"] as const)
        .filter((name) => content[name])
        .map(words.benefit)
        .join(", "),
      [content.contactName, content.contactPhone, content.contactEmail].filter(Boolean).join("\n"),
      content.deadline && formatDay(content.deadline),
    ]),
    foot: [
      null,
      say("sumEnterprises", { count: totals.enterprises }),
      say("sumParks", { count: totals.byPark.length }),
      say("sumPositions", { count: totals.vacancies }),
      totals.headcount,
      ...qualifications.map((level) => totals.byQualification[level]),
      ...Array.from({ length: 6 }, () => null),
    ],
    note: say("annexNote", { day: formatDay(batch.asOf) }),
  };
}
