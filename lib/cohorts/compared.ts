import { studentYears } from "./programme-years";

type Counted = Record<`${"y" | "w"}${1 | 2 | 3 | 4}`, number>;
type Programme = Counted & { codeKey: string; code: string; name: string; intake: number };

/** Students and women of a programme. */
export const studentsOf = (one: Counted) => studentYears.reduce((all, year) => all + one[`y${year}`], 0);
export const womenOf = (one: Counted) => studentYears.reduce((all, year) => all + one[`w${year}`], 0);

/** A programme over the years: students by year, null where it was not in the answer. */
export type ComparedRow = { key: string; code: string; name: string; students: (number | null)[] };

/** Answers of several years side by side, by programme; a programme is called as in the first answer that has it. */
export function compareYears(answers: readonly { programmes: readonly Programme[] }[]): ComparedRow[] {
  const rows = new Map<string, ComparedRow>();
  answers.forEach(({ programmes }, at) => {
    for (const one of programmes) {
      const { codeKey: key, code, name } = one;
      const row = rows.get(key) ?? { key, code, name, students: answers.map(() => null) };
      row.students[at] = studentsOf(one);
      rows.set(key, row);
    }
  });
  return [...rows.values()];
}
