import { cohortQuery } from "@/lib/cohorts/figures";
import { cohortLines, cohortsBy, cohortTotals, firstLine, graduatesByMonth } from "@/lib/cohorts/figures-queries";
import type { PrismaClient } from "@/lib/db/generated/client";
import { streamedWorkbook } from "@/lib/documents/streamed-workbook";
import { schoolList } from "@/lib/organisations/school-queries";
import { schoolQuery } from "@/lib/organisations/school-schema";
import { migrate } from "@/lib/runtime/migrate";
import type { Postgres } from "@/lib/runtime/postgres";
import { recreateDatabase } from "@/lib/runtime/seeding";
import { pagesOf } from "@/lib/web/list-export";
import { loadReferenceData } from "@/prisma/seed/reference";
import { dropDatabase } from "./databases";
import { type Figure, median, spread } from "./figures";
import { clientOf, on } from "./search-load";

const programmes = 40;
const years = 10;
const firstYear = 2016;

/** Schools with accepted answers of ten years, forty programmes each, made set-based. */
export async function prepareSchools(client: PrismaClient, schools: number): Promise<void> {
  await loadReferenceData(client);
  await client.$executeRaw`
    with made as (insert into "Organisation" (kind, "nameVi")
      select 'SCHOOL', 'Trường Cao đẳng Đo Số Liệu ' || n from generate_series(1, ${schools}) n returning id, "nameVi")
    insert into "School" (id, slug, "nameVi", kind, province)
    select id, 'do-' || id, "nameVi", (array['UNIVERSITY', 'COLLEGE', 'INTERMEDIATE', 'CENTRE'])[1 + id % 4]::"SchoolKind",
      (array['31', '33', '22', '37'])[1 + id % 4] from made`;
  const form = await client.reportForm.findFirstOrThrow({
    where: { code: "school-data" },
    include: { versions: { where: { state: "IN_FORCE" } } },
  });
  const version = form.versions[0];
  if (!version) throw new Error("no form is in force");
  await client.$executeRaw`
    insert into "Obligation" (code, "nameVi", "nameEn", citation, "validFrom", "keptFrom", audience, recurrence, "opensDaysBefore", "formId", reviewer, ladder, state)
    select 'do-' || y, 'Đo ' || y, 'Measured ' || y, 'Đo tốc độ', make_date(y, 1, 1), make_date(y, 1, 1), '{"kind":"schools"}',
      jsonb_build_object('kind', 'once', 'coversFrom', y || '-01-01', 'coversTo', y || '-12-31', 'dueOn', y || '-06-30'), 30, ${form.id}, 'LABOUR_OFFICER', '[]', 'LIVE'
    from generate_series(${firstYear}::int, ${firstYear + years - 1}::int) y`;
  await client.$executeRaw`
    insert into "DataCall" (year, state, "obligationId", "openedAt") select extract(year from "validFrom")::int, 'OPEN', id, "validFrom" from "Obligation" where code like 'do-%'`;
  await client.$executeRaw`
    insert into "ReportingPeriod" ("obligationId", slot, "coversFrom", "coversTo", "opensOn", "nominalDueOn", "dueOn", "formVersionId")
    select id, 'once', "validFrom", "validFrom" + 364, "validFrom", "validFrom" + 180, "validFrom" + 180, ${version.id} from "Obligation" where code like 'do-%'`;
  await client.$executeRaw`
    insert into "ReportAssignment" ("periodId", "organisationId", state, "dueOn", "submittedAt", "daysLate", "decidedAt")
    select p.id, s.id, 'ACCEPTED', p."dueOn", p."dueOn", 0, p."dueOn" from "ReportingPeriod" p cross join "School" s`;
  await client.$executeRaw`
    insert into "ReportSubmission" ("assignmentId", no, "formVersionId", content, "submittedAt", outcome, "decidedAt")
    select id, 1, ${version.id}, '{}', "dueOn", 'ACCEPTED', "dueOn" from "ReportAssignment"`;
  await client.$executeRaw`
    insert into "CohortAnswer" ("schoolId", "callId", year, "submissionId", "acceptedAt")
    select a."organisationId", c.id, c.year, r.id, r."submittedAt" from "ReportSubmission" r join "ReportAssignment" a on a.id = r."assignmentId"
      join "ReportingPeriod" p on p.id = a."periodId" join "DataCall" c on c."obligationId" = p."obligationId"`;
  await client.$executeRaw`
    insert into "CohortProgramme" ("answerId", no, code, "codeKey", name, field, level, y1, w1, y2, w2, y3, w3, y4, w4, intake, grades, accreditation)
    select a.id, n, (6510000 + n * 7)::text, (6510000 + n * 7)::text, 'Ngành đo ' || n,
      (array['ELECTRICAL', 'ELECTRONICS', 'MECHANICAL', 'IT', 'LOGISTICS'])[1 + n % 5],
      (array['ELEMENTARY', 'INTERMEDIATE', 'COLLEGE'])[1 + n % 3]::"QualificationLevel",
      60 + n, 20, 55, 18, 50, 15, 0, 0, 70, array['BAC3'], case n % 4 when 0 then 'NATIONAL' else 'NONE' end
    from "CohortAnswer" a cross join generate_series(0, ${programmes - 1}) n`;
  await client.$executeRaw`
    insert into "CohortGraduates" ("answerId", "programmeNo", month, count, women)
    select a.id, n, make_date(a.year, 6, 1), 45, 15 from "CohortAnswer" a cross join generate_series(0, ${programmes - 1}) n`;
  await client.$executeRaw`
    insert into "CohortInternship" ("answerId", no, "programmeNo", "enterpriseName", "inParks", term, count)
    select a.id, n, n, 'Công ty đo ' || (a.id + n) % 400, n % 2 = 0, 'HK2', 10 from "CohortAnswer" a cross join generate_series(0, 9) n`;
  await client.$executeRaw`vacuum analyze`;
}

const lastYear = firstYear + years - 1;
const byStudents = { sort: "students", direction: "desc" } as const;

/** What is shown and taken away, each as its page and route do. */
const works = {
  /** First page of schools of one year, with totals and months, as the page reads it. */
  page: async () => {
    const { year, ...filters } = cohortQuery.parse({ year: lastYear });
    const narrowed = { year, field: filters.field };
    await Promise.all([
      cohortsBy("school", narrowed, byStudents, 1),
      cohortTotals(narrowed),
      graduatesByMonth(narrowed),
    ]);
  },
  last: () => cohortsBy("school", { year: lastYear }, byStudents, 6),
  filtered: () => cohortsBy("programme", { year: lastYear, field: "IT", province: "31" }, byStudents, 1),
  years: () => cohortsBy("year", {}, { sort: "name", direction: "desc" }, 1),
  list: () => schoolList(schoolQuery.parse({}), new Date()),
  excel: async () => {
    async function* rows() {
      for await (const row of pagesOf(firstLine, (place) => cohortLines({}, place)))
        yield [row.year, row.school, row.code, row.name, row.students, row.women, row.graduates, row.interns];
    }
    const columns = ["1", "2", "3", "4", "5", "6", "7", "8"].map((label) => ({ label, width: 12 }));
    const reader = streamedWorkbook("do", columns, rows()).getReader();
    while (!(await reader.read()).done);
  },
};
type Work = keyof typeof works;
const titles: Record<Work, string> = {
  page: "consolidated page of a year, first page",
  last: "consolidated page of a year, last page",
  filtered: "consolidated page of a year, filtered",
  years: "all years side by side",
  list: "list of schools",
  excel: "Excel of every programme of ten years",
};
/** What may grow with the rows, and what reads a page of them. */
const budgets: Record<Work, number> = { page: 12, last: 12, filtered: 12, years: 12, list: 3, excel: 12 };

async function measure(postgres: Postgres, schools: number, rounds: number): Promise<Record<Work, number[]>> {
  const name = `schools_bench_${schools}`;
  const url = postgres.url(name);
  await recreateDatabase(url);
  await migrate(url);
  const client = clientOf(url);
  try {
    return await on(client, async () => {
      await prepareSchools(client, schools);
      const times: Record<Work, number[]> = { page: [], last: [], filtered: [], years: [], list: [], excel: [] };
      const names = Object.keys(works) as Work[];
      for (const one of names) if (one !== "excel") await works[one]();
      for (const one of names)
        for (let at = 0; at < (one === "excel" ? 1 : rounds); at++) {
          const since = performance.now();
          await works[one]();
          times[one].push(performance.now() - since);
        }
      return times;
    });
  } finally {
    await client.$disconnect();
    await dropDatabase(postgres.url(), name);
  }
}

/** Figures of schools at ten years of answers, pages and Excel, against a tenth of the schools. */
export async function measureSchools(postgres: Postgres, quick: boolean, rounds: number): Promise<Figure[]> {
  const [small, large] = quick ? [3, 30] : [30, 300];
  const few = await measure(postgres, small, rounds);
  const many = await measure(postgres, large, rounds);
  const name = `${large} schools × ${programmes} programmes × ${years} years`;
  return (Object.keys(works) as Work[]).flatMap((one) => [
    { name: `${titles[one]}, ${name}`, value: median(many[one]), unit: "ms", detail: spread(many[one]) },
    {
      name: `${titles[one]}, ten times the schools`,
      value: median(many[one]) / median(few[one]),
      unit: "×",
      most: budgets[one],
      detail: `${median(few[one]).toFixed(1)} and ${median(many[one]).toFixed(1)} ms`,
    },
  ]);
}
