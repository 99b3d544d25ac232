import { beforeAll, describe, expect, test } from "vitest";
import type { CohortFilters } from "@/lib/cohorts/figures";
import {
  cohortLines,
  cohortsBy,
  cohortsOf,
  cohortTotals,
  cohortYears,
  graduatesByMonth,
  planFigures,
} from "@/lib/cohorts/figures-queries";
import { figureYears, publicFigures } from "@/lib/cohorts/public-figures-queries";
import { schoolQuery as publicQuery } from "@/lib/cohorts/public-school-list";
import { publicSchool, publicSchools, schoolsAfter } from "@/lib/cohorts/public-school-queries";
import { db } from "@/lib/db/client";
import { schoolList, schoolStatements } from "@/lib/organisations/school-queries";
import { schoolQuery, schoolsPerPage } from "@/lib/organisations/school-schema";
import { prepareSchools } from "../load/school-load";
import { plansOf } from "../support/plans";

const url = () => process.env.DATABASE_URL ?? "";
const now = new Date();
const year = 2025;
const usual = { sort: "students", direction: "desc" } as const;
const index = (name: string) => new RegExp(` ${name}$`);
const byYear = index("CohortAnswer_year_schoolId_idx");
const ofProgrammes = index("CohortProgramme_figures");
const ofGraduates = index("CohortGraduates_figures");
const parts = [byYear, ofProgrammes, ofGraduates];
/** Tables that grow with each year's answers; internships are so few and short that reading all of them may be right. */
const answers = /^Seq Scan (CohortAnswer|CohortProgramme|CohortGraduates)$/;

/** The plans of some work: which of `wanted` none of them reads, and what is read from end to end though it must not be. */
async function readOf(work: () => Promise<unknown>, wanted: readonly RegExp[], forbidden: RegExp) {
  const nodes = await plansOf(url(), work);
  return {
    missing: wanted.filter((one) => !nodes.some((node) => one.test(node))).map(String),
    whole: nodes.filter((node) => forbidden.test(node)),
  };
}
const asItShould = { missing: [], whole: [] };

// 40,000 programmes of ten years.
beforeAll(() => prepareSchools(db(), 100), 240_000);

describe("among 40,000 programmes of ten years", () => {
  const table = (by: Parameters<typeof cohortsBy>[0], filters: CohortFilters) => () => cohortsBy(by, filters, usual);
  test.each<[string, () => Promise<unknown>, RegExp[]]>([
    ["by school", table("school", { year }), parts],
    ["by field", table("field", { year }), parts],
    ["by level of a province", table("level", { year, province: "31" }), parts],
    ["totals", () => cohortTotals({ year }), parts],
    ["graduates by month", () => graduatesByMonth({ year }), [byYear, ofGraduates]],
    ["targets of the plan", () => planFigures({ year }), [byYear, ofProgrammes]],
    ["some schools of the year before", () => cohortsOf("school", { year: year - 1 }, ["5", "6"]), parts],
    ["public figures", () => publicFigures(year), [byYear, ofProgrammes, ofGraduates]],
    ["a lot of the Excel of all years", () => cohortLines({}, { year: 2020, schoolId: 3 }), [byYear, ofGraduates]],
    ["which years there are", () => Promise.all([cohortYears(), figureYears()]), [byYear]],
  ])("a year's figures read that year's answers by their indexes: %s", async (_, work, wanted) => {
    expect(await readOf(work, wanted, answers)).toEqual(asItShould);
  });

  test("schools and what they teach are read by indexes, for the public and its open data", async () => {
    const counts = index("CohortAnswer_counts");
    const school = await db().school.findFirstOrThrow({ orderBy: { id: "desc" } });
    for (const [work, wanted] of [
      [() => publicSchools(publicQuery.parse({})), [index("School_by_name"), counts, ofProgrammes]],
      [() => publicSchools(publicQuery.parse({ field: "IT", level: "COLLEGE" })), [counts, ofProgrammes]],
      [() => publicSchool(school.slug), [counts]],
    ] as const)
      expect(await readOf(work, wanted, answers), String(work)).toEqual(asItShould);
    // A page of the open data reads the answers of its schools, of a thousand; their programmes are those of the latest alone.
    const page = await readOf(() => schoolsAfter(school.id - 20, 20), [], /^Seq Scan CohortProgramme$/);
    expect(page).toEqual(asItShould);
  });
});

describe("among 20,000 schools", () => {
  const schools = /^Seq Scan (School|Organisation|ContactPoint|Membership|CohortAnswer)$/;

  beforeAll(async () => {
    await db().$executeRaw`
      with made as (insert into "Organisation" (kind, "nameVi")
        select 'SCHOOL', 'Trường Trung cấp Quy Mô ' || n from generate_series(1, 20000) n returning id, "nameVi")
      insert into "School" (id, slug, "nameVi", kind, province) select id, 'quy-mo-' || id, "nameVi", 'INTERMEDIATE', '33' from made`;
    await db().$executeRaw`
      insert into "ContactPoint" ("organisationId", purpose, "fullName", phone, "confirmedAt")
      select id, 'Đào tạo', 'Người liên hệ', '02250000000', now() from "School" where slug like 'quy-mo-%'`;
    await db().$executeRaw`
      with made as (insert into "User" (email, "fullName") select slug || '@hezaworks.example', 'Người đo' from "School" where slug like 'quy-mo-%' returning id, email)
      insert into "Membership" ("userId", "organisationId", role) select id, substring(email from 8 for position('@' in email) - 8)::int, 'OWNER' from made`;
    await db().$executeRaw`vacuum analyze`;
  });

  test.each([{}, { direction: "desc" }, { page: 20 }, { kind: "COLLEGE" }, { kind: "INTERMEDIATE", page: 3 }])(
    "a page of the list is read where it stands: %o",
    async (query) => {
      const { page } = schoolStatements(schoolQuery.parse(query), now);
      const { missing, whole } = await readOf(
        () => db().$queryRaw(page),
        [
          / (School_by_name|School_kind_province_idx)$/,
          index("CohortAnswer_counts"),
          index("ContactPoint_organisationId_idx"),
        ],
        schools,
      );
      expect({ missing, whole }).toEqual(asItShould);
    },
  );

  test("each sort and filter lists every school once, says of each the same, and counts them", async () => {
    const known = new Map(
      (await schoolList(schoolQuery.parse({ kind: "COLLEGE" }), now)).rows.map((row) => [row.id, row]),
    );
    expect(known.size).toBe(25);
    for (const more of [{ sort: "year" }, { sort: "confirmed", direction: "desc" }, { direction: "desc" }]) {
      const { rows, total } = await schoolList(schoolQuery.parse({ kind: "COLLEGE", ...more }), now);
      expect(total).toBe(25);
      expect(new Map(rows.map((row) => [row.id, row]))).toEqual(known);
    }
    const one = known.values().next().value;
    expect(one).toMatchObject({ year, contacts: 2, accounts: 1 });
    const old = await schoolList(schoolQuery.parse({ contact: "old" }), now);
    const [counted] = await db().$queryRaw<{ count: number }[]>`
      select count(*)::int as count from "School" s where (select max("confirmedAt") from "ContactPoint" where "organisationId" = s.id)
        < ${now}::timestamptz - interval '1 year'`;
    expect(old.total).toBe(counted?.count);
    expect(old.total).toBeGreaterThan(0);
    const beyond = await schoolList(schoolQuery.parse({ page: 1_000 }), now);
    expect(beyond).toEqual({ rows: [], total: 20_100 });
    expect((await schoolList(schoolQuery.parse({ page: 402 }), now)).rows).toHaveLength(schoolsPerPage);
  });
});
