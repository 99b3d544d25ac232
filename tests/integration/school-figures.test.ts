import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import type { SchoolAnswer } from "@/lib/cohorts/answer";
import { type CohortDimension, cohortDimensions, cohortFilters, cohortMeasures } from "@/lib/cohorts/figures";
import {
  type CohortLine,
  cohortLines,
  cohortsBy,
  cohortsOf,
  cohortTotals,
  cohortYears,
  firstLine,
  gradesOffered,
  graduatesByMonth,
  internsBy,
  upgradesBy,
} from "@/lib/cohorts/figures-queries";
import { publicFigures } from "@/lib/cohorts/public-figures-queries";
import { accreditations, terms, trainingFields, trainingLevels } from "@/lib/cohorts/vocabulary";
import { db } from "@/lib/db/client";
import { pagesOf } from "@/lib/web/list-export";
import { loadReferenceData } from "@/prisma/seed/reference";
import { acceptAnswer, createCall, createSchool } from "../factories/schools";

const years = [2023, 2024, 2025];
const codes = ["6510303", "5510303", "6 520 201", "6480201", "cđ-01"];
const valuesOf = (list: readonly { value: string }[]) => fc.constantFrom(...list.map(({ value }) => value));
const persons = fc.nat({ max: 400 });

/** Any answer that the form would let through: codes once, months once, women never more than all. */
const anyAnswer: fc.Arbitrary<SchoolAnswer> = fc
  .uniqueArray(fc.constantFrom(...codes), { minLength: 1, maxLength: codes.length })
  .chain((chosen) =>
    fc.record({
      programmes: fc.tuple(
        ...chosen.map((code) =>
          fc
            .record({
              ...{ code: fc.constant(code), name: fc.constant(`Ngành ${code}`) },
              ...{ field: valuesOf(trainingFields), level: valuesOf(trainingLevels) },
              ...{ y1: persons, y2: persons, y3: persons, y4: persons, share: fc.nat({ max: 100 }) },
              ...{ intake: persons, grades: fc.constant(["BAC3", "KNN2"]), partner: fc.constant(null) },
              accreditation: fc.option(valuesOf(accreditations)),
            })
            .map(({ share, ...row }) => {
              const women = (of: number) => Math.floor((of * share) / 100);
              return { ...row, w1: women(row.y1), w2: women(row.y2), w3: women(row.y3), w4: women(row.y4) };
            }),
        ),
      ),
      graduates: fc
        .uniqueArray(fc.tuple(fc.constantFrom(...chosen), fc.integer({ min: 1, max: 12 })), {
          selector: String,
          maxLength: 6,
        })
        .chain((rows) =>
          fc.tuple(
            ...rows.map(([programme, month]) =>
              persons.map((count) => ({ programme, month, year: 2026, count, women: Math.floor(count / 3) })),
            ),
          ),
        ),
      internships: fc.array(
        fc.record({
          ...{
            programme: fc.option(fc.constantFrom(...chosen)),
            enterprise: fc.constantFrom("Công ty A", "CÔNG TY Á"),
          },
          ...{ taxCode: fc.constant(null), inParks: fc.constantFrom("yes" as const, "no" as const) },
          ...{ term: valuesOf(terms), count: persons },
        }),
        { maxLength: 4 },
      ),
      upgrades: fc.array(
        fc.record({
          ...{ field: valuesOf(trainingFields), scale: fc.constant("BAC") },
          ...{ grade: fc.integer({ min: 1, max: 7 }), workers: persons },
        }),
        { maxLength: 3 },
      ),
      ...{ cooperation: fc.constant(null), presentState: fc.constant(null), difficulties: fc.constant([]) },
      ...{ contactName: fc.constant("Phòng Đào tạo"), contactTitle: fc.constant(null) },
      ...{ contactPhone: fc.constant("0225"), contactEmail: fc.constant(null) },
    }),
  ) as unknown as fc.Arbitrary<SchoolAnswer>;

const none = () => Object.fromEntries(cohortMeasures.map((one) => [one, 0])) as Record<string, number>;
const sumOf = (rows: readonly Record<string, unknown>[]) =>
  rows.reduce<Record<string, number>>((sum, row) => {
    for (const one of cohortMeasures) sum[one] = (sum[one] ?? 0) + Number(row[one]);
    return sum;
  }, none());

/** What an answer comes to, counted without the portal's statements. */
function counted(answers: readonly SchoolAnswer[]) {
  const sum = none();
  const add = (measure: string, by: number) => {
    sum[measure] = (sum[measure] ?? 0) + by;
  };
  for (const { programmes, graduates, internships } of answers) {
    for (const row of programmes) {
      for (const at of [1, 2, 3, 4] as const) {
        add(`y${at}`, row[`y${at}`]);
        add(`w${at}`, row[`w${at}`]);
        add("students", row[`y${at}`]);
        add("women", row[`w${at}`]);
      }
      add("programmes", 1);
      add("intake", row.intake);
    }
    for (const row of graduates) {
      add("graduates", row.count);
      add("graduateWomen", row.women);
    }
    for (const row of internships) {
      add("interns", row.count);
      if (row.inParks === "yes") add("parkInterns", row.count);
    }
  }
  return sum;
}

/** All rows of a dimension, by small pages as a reader turns them. */
async function all(dimension: CohortDimension, filters = {}) {
  const rows: Record<string, unknown>[] = [];
  for (let page = 1; ; page++) {
    const found = await cohortsBy(dimension, filters, { sort: "name", direction: "asc" }, page, 3);
    rows.push(...found.rows);
    if (found.rows.length === 0 || rows.length >= found.total) return rows;
  }
}

const calls: Awaited<ReturnType<typeof createCall>>[] = [];
const schools: Awaited<ReturnType<typeof createSchool>>[] = [];
/** What counts by `school year`. */
const counting = new Map<string, SchoolAnswer>();

beforeAll(async () => {
  await loadReferenceData(db());
  for (const year of years) calls.push(await createCall(year));
  for (const more of [
    { kind: "COLLEGE" as const, province: "31" },
    { kind: "UNIVERSITY" as const, province: "31" },
    { kind: "INTERMEDIATE" as const, province: "33" },
  ])
    schools.push(await createSchool(more));
});

describe("figures of schools", () => {
  test("totals by programme, year, field, school and all else are equal, and what was said", async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: 2 }), fc.nat({ max: 2 }), anyAnswer, async (which, at, answer) => {
        const [school, call] = [schools[which], calls[at]];
        if (!school || !call) throw new Error("no such school or call");
        await acceptAnswer(call, school.id, JSON.parse(JSON.stringify(answer)));
        counting.set(`${school.id} ${call.year}`, answer);
        const { schools: behind, ...totals } = await cohortTotals({});
        expect(totals).toEqual(counted([...counting.values()]));
        expect(behind).toBe(new Set([...counting.keys()].map((key) => key.split(" ")[0])).size);
        for (const dimension of cohortDimensions) expect(sumOf(await all(dimension)), dimension).toEqual(totals);
        const lines: CohortLine[] = [];
        for await (const line of pagesOf(firstLine, (place) => cohortLines({}, place))) lines.push(line);
        expect(sumOf(lines), "lines").toEqual(totals);
        const months = await graduatesByMonth({});
        expect(months.reduce((sum, { count }) => sum + count, 0)).toBe(totals.graduates);
        expect((await internsBy({}, 1, 100)).rows.reduce((sum, { count }) => sum + count, 0)).toBe(totals.interns);
      }),
      { numRuns: 12 },
    );
  });

  test("each row leads to what it says: narrowed to its key, all dimensions come to it", async () => {
    for (const dimension of cohortDimensions)
      for (const row of (await cohortsBy(dimension, {})).rows) {
        const filters = cohortFilters.parse({ [dimension]: row.key ?? "none" });
        const { schools: behind, ...totals } = await cohortTotals(filters);
        expect(totals, `${dimension} ${row.key}`).toEqual(
          Object.fromEntries(cohortMeasures.map((one) => [one, row[one]])),
        );
        expect(behind).toBe(row.schools);
        expect(sumOf(await all("school", filters))).toEqual(totals);
        expect((await cohortsOf(dimension, {}, [row.key])).get(row.key)).toEqual(totals);
      }
  });

  test("what is published of a year says the same, where it is said at all", async () => {
    for (const year of years)
      for (const row of await publicFigures(year)) {
        const { field, level, province } = row;
        const totals = await cohortTotals(
          cohortFilters.parse({
            year,
            field: field ?? undefined,
            level: level ?? undefined,
            province: province ?? undefined,
          }),
        );
        for (const measure of ["students", "women", "intake", "graduates"] as const)
          if (row[measure] !== null) expect(row[measure], `${year} ${field} ${level} ${measure}`).toBe(totals[measure]);
      }
  });

  test("an answer that was opened again counts no more; years are those of which one counts", async () => {
    expect(await cohortYears()).toEqual(
      [...new Set([...counting.keys()].map((key) => Number(key.split(" ")[1])))].sort().reverse(),
    );
    const [key] = [...counting.keys()];
    const [schoolId, year] = (key ?? "").split(" ").map(Number);
    if (!schoolId || !year) throw new Error("nothing counted");
    const before = await cohortTotals({ year });
    const own = await cohortTotals({ year, school: schoolId });
    await db().cohortAnswer.updateMany({
      where: { schoolId, year, replacedAt: null },
      data: { replacedAt: new Date() },
    });
    const after = await cohortTotals({ year });
    expect(after.students).toBe(before.students - own.students);
    expect((await cohortTotals({ year, school: schoolId })).programmes).toBe(0);
    const upgraded = await upgradesBy({ year, school: schoolId });
    expect(upgraded).toEqual([]);
    for (const { programmes } of await gradesOffered({ year })) expect(programmes).toBe(after.programmes);
  });
});
