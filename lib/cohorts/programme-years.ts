import { z } from "zod";
import type { TrainingLevel } from "./vocabulary";

/** Years of study that the form asks for. */
export const studentYears = [1, 2, 3, 4] as const;

/**
 * How many years a level usually takes. Laws give ranges (trung cấp 1–2 years, cao đẳng 2–3 by Luật Giáo dục nghề nghiệp,
 * Điều 33; đại học 3–5 by Quyết định 1981/QĐ-TTg); a programme that has students beyond it takes longer.
 */
const usualYears: Record<TrainingLevel, number> = {
  ELEMENTARY: 1,
  INTERMEDIATE: 2,
  COLLEGE: 3,
  UNIVERSITY: 4,
  POSTGRADUATE: 2,
};

/** A programme's persons by year of study; what was not typed, or is no count, is none. */
export type ProgrammeYears = {
  code: string;
  name: string;
  level: string;
  /** From year 1 to 4. */
  years: number[];
  womenByYear: number[];
  students: number;
  women: number;
  intake: number;
};

const count = z.number().int().min(0).catch(0);
const row = z.looseObject({ code: z.string().catch(""), name: z.string().catch(""), level: z.string().catch("") });

/** The programmes of an answer, also of a half typed one; rows without anything keep their place. */
export function programmeYearsOf(content: unknown): ProgrammeYears[] {
  const given = typeof content === "object" && content !== null && "programmes" in content ? content.programmes : [];
  return (Array.isArray(given) ? given : []).map((one: unknown) => {
    const read = row.safeParse(one ?? {});
    const { code, name, level, ...cells } = read.success ? read.data : { code: "", name: "", level: "" };
    const of = (letter: string) =>
      studentYears.map((year) => count.parse((cells as Record<string, unknown>)[`${letter}${year}`]));
    const [years, womenByYear] = [of("y"), of("w")];
    const sum = (list: number[]) => list.reduce((all, persons) => all + persons, 0);
    return {
      ...{ code, name, level, years, womenByYear, students: sum(years), women: sum(womenByYear) },
      intake: count.parse((cells as Record<string, unknown>).intake),
    };
  });
}

/** The year of study after which one leaves the programme, 1 to 4. */
export function lastYearOf({ level, years }: Pick<ProgrammeYears, "level" | "years">): number {
  const usual = usualYears[level as TrainingLevel] ?? studentYears.length;
  return Math.max(usual, years.findLastIndex((persons) => persons > 0) + 1);
}
