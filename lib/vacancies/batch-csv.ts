import { type Qualification, qualifications, type VacancyContent } from "./schema";

type Shown = "titleVi" | "positionGroup" | "headcount" | "wageMin" | "wageMax" | "deadline" | Qualification;

/** What the data set needs of a line of a batch (`BatchLine` of batch-queries.ts). */
export type CsvLine = {
  position: number;
  content: Pick<VacancyContent, Shown> & {
    id: number;
    enterprise: { nameVi: string };
    park: { nameVi: string };
    occupation: { code: string } | null;
  };
  now: { status: string };
};

/** Columns of the open data set; stable names, whatever the reader's language. */
const columns = [
  "position",
  "vacancyId",
  "title",
  "enterprise",
  "occupationCode",
  "park",
  "positionGroup",
  "headcount",
  ...qualifications,
  "wageMin",
  "wageMax",
  "deadline",
  "statusNow",
] as const;

/** A cell that no spreadsheet takes for a formula, quoted where it must be. */
function cell(value: string | number | null): string {
  const text = value === null ? "" : String(value);
  const safe = typeof value === "string" && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}

/** The first line; with a byte order mark, by which Excel knows UTF-8. */
export const csvHead = `\ufeff${columns.join(",")}\r\n`;

/** Lines of a batch as CSV (RFC 4180), as published; only `statusNow` is of today. */
export const csvLines = (lines: readonly CsvLine[]): string =>
  lines
    .map(({ position, content, now }) =>
      [
        position,
        content.id,
        content.titleVi,
        content.enterprise.nameVi,
        content.occupation?.code ?? null,
        content.park.nameVi,
        content.positionGroup,
        content.headcount,
        ...qualifications.map((name) => content[name]),
        content.wageMin,
        content.wageMax,
        content.deadline,
        now.status,
      ]
        .map(cell)
        .join(","),
    )
    .map((line) => `${line}\r\n`)
    .join("");
