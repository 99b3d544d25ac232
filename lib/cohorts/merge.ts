import { z } from "zod";
import { codeKey } from "./answer";

const cell = z.union([z.string(), z.number(), z.array(z.string()), z.null()]);

/** What a row of a school's table makes of a programme, by the keys of lib/cohorts/school-form.ts. */
export const takenProgramme = z.object({
  /** The columns that the table has; an empty cell is null. */
  programme: z.record(z.string(), cell),
  /** What its code and name let guess, for where neither the table nor the form says it. */
  guessed: z.object({ field: z.string().optional(), level: z.string().optional() }),
  /** Null where the table says no month with a number. */
  graduates: z.object({ month: z.int(), year: z.int(), count: z.int(), women: z.int().nullable() }).nullable(),
});
export type TakenProgramme = z.output<typeof takenProgramme>;

type Row = Record<string, unknown>;

const rowsOf = (content: unknown, key: string): Row[] => {
  const rows = typeof content === "object" && content !== null ? (content as Row)[key] : null;
  return Array.isArray(rows) ? rows.filter((row): row is Row => typeof row === "object" && row !== null) : [];
};
const keyOf = (code: unknown) => (typeof code === "string" && code.trim() !== "" ? codeKey(code) : null);

/** A row of the form in which nothing stands: the screen offers one to type into. */
const isBlank = (row: Row) =>
  Object.values(row).every((value) => value === null || value === "" || (Array.isArray(value) && value.length === 0));

/** Programmes of an answer as far as they are typed, by the key of their code; the first of a code counts. */
export function programmesByCode(content: unknown): Map<string, Row> {
  const found = new Map<string, Row>();
  for (const row of rowsOf(content, "programmes")) {
    const key = keyOf(row.code);
    if (key !== null && !found.has(key)) found.set(key, row);
  }
  return found;
}

/** Rows of programmes in which something stands, with or without a code. */
export const programmeCount = (content: unknown): number =>
  rowsOf(content, "programmes").filter((row) => !isBlank(row)).length;

/** Months of graduation that an answer has for a programme: `6/2027`. */
export const graduationMonths = (content: unknown, code: string): string[] =>
  rowsOf(content, "graduates")
    .filter(({ programme }) => keyOf(programme) === codeKey(code))
    .map(({ month, year }) => `${month}/${year}`);

/** What taking these codes over would change in an answer, in programmes. */
export function changesOf(
  content: unknown,
  codes: readonly string[],
): { added: number; replaced: number; kept: number } {
  const known = programmesByCode(content);
  const replaced = new Set(codes.map(codeKey).filter((key) => known.has(key))).size;
  return { added: codes.length - replaced, replaced, kept: programmeCount(content) - replaced };
}

/**
 * An answer with the programmes of a table: one with the same code is replaced as far as the table has columns for it, others
 * stay as they are, new ones follow. A programme's graduates are replaced as one, where the table says a month with a number.
 */
export function withProgrammes(content: unknown, taken: readonly TakenProgramme[]): Row {
  const programmes = rowsOf(content, "programmes").filter((row) => !isBlank(row));
  let graduates = rowsOf(content, "graduates").filter((row) => !isBlank(row));
  for (const { programme, guessed, graduates: leaving } of taken) {
    const key = keyOf(programme.code);
    if (key === null) continue;
    const at = programmes.findIndex((row) => keyOf(row.code) === key);
    const before = programmes[at] ?? {};
    const choice = (name: "field" | "level") => programme[name] ?? before[name] ?? guessed[name] ?? null;
    const row = { ...before, ...programme, field: choice("field"), level: choice("level") };
    if (at < 0) programmes.push(row);
    else programmes[at] = row;
    if (!leaving) continue;
    graduates = graduates.filter((one) => keyOf(one.programme) !== key);
    graduates.push({ programme: programme.code, ...leaving });
  }
  return { ...(content as Row), programmes, graduates };
}
