import type { RowAnswers } from "@/lib/reports/answers";
import { codeKey, type SchoolAnswer } from "./answer";
import { lastYearOf, programmeYearsOf, studentYears } from "./programme-years";

/** Students who were in the last year of their programme: they are in no row of the new year. */
export type Leaving = { code: string; name: string; year: number; count: number; women: number };

export type RolledForward = {
  /** Answers that take the place of the present ones, by the form's keys. */
  content: {
    programmes: RowAnswers[];
    graduates: RowAnswers[];
    contactName: string | null;
    contactTitle: string | null;
    contactPhone: string | null;
    contactEmail: string | null;
  };
  leaving: Leaving[];
  /** Students who went up a year. */
  movedUp: number;
};

const someOrNull = (persons: number): number | null => persons || null;

/**
 * Last year's answer as the beginning of this year's: whoever was in year n is in year n + 1, whoever was in the last year
 * leaves, the planned intake is proposed as first-years. What was told of the past year alone (internships, upgrades,
 * difficulties, months of graduation gone by) is not taken over. Nobody is lost: students of last year are those in the
 * new rows from year 2 on, and those listed in `leaving`.
 *
 * @param year that the new answer is of
 */
export function rollForward(previous: SchoolAnswer, year: number): RolledForward {
  const leaving: Leaving[] = [];
  let movedUp = 0;
  const counted = programmeYearsOf(previous);
  const programmes = previous.programmes.map((programme, at): RowAnswers => {
    const { code, name, field, level, intake, grades, partner, accreditation } = programme;
    const { years, womenByYear } = counted[at] ?? { years: [], womenByYear: [] };
    const last = lastYearOf({ level, years });
    const cells: RowAnswers = { y1: someOrNull(intake), w1: null };
    for (const before of studentYears) {
      const [persons, women] = [years[before - 1] ?? 0, womenByYear[before - 1] ?? 0];
      const next = before + 1;
      const stays = before < last && next <= studentYears.length;
      if (next <= studentYears.length) {
        cells[`y${next}`] = stays ? someOrNull(persons) : null;
        cells[`w${next}`] = stays ? someOrNull(women) : null;
      }
      if (stays) movedUp += persons;
      else if (persons > 0) leaving.push({ code, name, year: before, count: persons, women });
    }
    return { code, name, field, level, ...cells, intake: null, grades, partner, accreditation };
  });
  const { contactName, contactTitle, contactPhone, contactEmail } = previous;
  return {
    content: {
      programmes,
      graduates: previous.graduates
        .filter((row) => row.year >= year)
        .map(({ programme, month, year: of, count, women }) => ({ programme, month, year: of, count, women })),
      contactName,
      contactTitle,
      contactPhone,
      contactEmail,
    },
    leaving,
    movedUp,
  };
}

/**
 * Paths of first-years that are only proposed: still last year's planned intake of the programme, and nobody has said how
 * many of them are women. Read from the answers themselves, so it holds after a reload and wherever the row has moved.
 *
 * @param programmes rows as they are being typed, of any shape
 */
export function proposedFirstYears(previous: SchoolAnswer, programmes: unknown): string[] {
  const intakes = new Map(previous.programmes.map(({ code, intake }) => [codeKey(code), intake]));
  const rows = (Array.isArray(programmes) ? programmes : []) as (Record<string, unknown> | null)[];
  return rows.flatMap((row, at) => {
    const intake = typeof row?.code === "string" ? intakes.get(codeKey(row.code)) : undefined;
    return intake && row?.y1 === intake && (row.w1 ?? null) === null ? [`programmes.${at}.y1`] : [];
  });
}
