import { formatDay } from "@/lib/core/day";
import type { Messages } from "@/lib/i18n/messages";
import type { BatchLine } from "./batch-changes";
import { qualifications } from "./schema";
import type { BatchTotals } from "./totals";
import { wageText } from "./wage";

type Words = Pick<Messages, "batches" | "vacancies">;

/**
 * One cell of a CSV file that Excel opens: quoted where needed, and what a spreadsheet would take for a formula is text
 * (a leading apostrophe). Numbers stay numbers.
 */
export function cell(value: string | number | null): string {
  if (value === null) return "";
  if (typeof value === "number") return String(value);
  const harmless = /^[\s]*[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",;\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

const row = (cells: (string | number | null)[]): string => `${cells.map(cell).join(",")}\r\n`;

/** The byte order mark tells Excel that the text is UTF-8; the first line names the columns. */
export function exportHead({ batches: { csv }, vacancies }: Words): string {
  return `\uFEFF${row([
    csv.no,
    csv.enterprise,
    csv.park,
    csv.title,
    csv.group,
    csv.headcount,
    ...qualifications.map((level) => vacancies.qualification[level]),
    csv.requirements,
    csv.wage,
    csv.meals,
    csv.bus,
    csv.dormitory,
    csv.contact,
    csv.deadline,
  ])}`;
}

/** A line of the batch as it was published. */
export function exportLine({ position, content }: BatchLine, locale: "vi" | "en", words: Words): string {
  const yes = (value: boolean) => (value ? words.batches.csv.yes : "");
  const own = <T>(vi: T, en: T | null) => (locale === "en" && en !== null ? en : vi);
  return row([
    position,
    own(content.enterprise.nameVi, content.enterprise.nameEn),
    own(content.park.nameVi, content.park.nameEn),
    own(content.titleVi, content.titleEn),
    words.vacancies.positionGroup[content.positionGroup],
    content.headcount,
    ...qualifications.map((level) => content[level]),
    own(content.requirementsVi, content.requirementsEn),
    wageText(content, locale),
    yes(content.meals),
    content.bus ? (content.busRoutes ?? words.batches.csv.yes) : "",
    yes(content.dormitory),
    [content.contactName, content.contactPhone, content.contactEmail].filter(Boolean).join(" · "),
    content.deadline && formatDay(content.deadline),
  ]);
}

/** The last line: the totals as `batchTotals` says them, under their columns. */
export function exportFoot(totals: BatchTotals, { batches: { csv } }: Words): string {
  return row([
    csv.total,
    totals.enterprises,
    null,
    totals.vacancies,
    null,
    totals.headcount,
    ...qualifications.map((level) => totals.byQualification[level]),
  ]);
}
