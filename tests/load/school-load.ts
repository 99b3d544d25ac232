import {
  cohortLines,
  cohortRowsPerPage,
  cohortsBy,
  cohortsOf,
  cohortTotals,
  cohortYears,
  firstLine,
  gradesOffered,
  graduatesByMonth,
  internsBy,
  planFigures,
  upgradesBy,
} from "@/lib/cohorts/figures-queries";
import { publicFigures } from "@/lib/cohorts/public-figures-queries";
import { schoolQuery as publicQuery } from "@/lib/cohorts/public-school-list";
import { publicSchools, schoolsAfter } from "@/lib/cohorts/public-school-queries";
import type { PrismaClient } from "@/lib/db/generated/client";
import { streamedWorkbook } from "@/lib/documents/streamed-workbook";
import { schoolList } from "@/lib/organisations/school-queries";
import { schoolQuery, schoolsPerPage } from "@/lib/organisations/school-schema";
import { migrate } from "@/lib/runtime/migrate";
import type { Postgres } from "@/lib/runtime/postgres";
import { recreateDatabase } from "@/lib/runtime/seeding";
import { pagesOf } from "@/lib/web/list-export";
import { loadReferenceData } from "@/prisma/seed/reference";
import { dropDatabase } from "./databases";
import type { Figure } from "./figures";
import { clientOf, on } from "./search-load";
import { asked, growth, inTurns, type Work, type Works } from "./turns";

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
  await client.$executeRaw`
    insert into "CohortUpgrade" ("answerId", no, field, scale, grade, workers)
    select id, n, (array['ELECTRICAL', 'MECHANICAL'])[1 + n], 'BAC', 3 + n, 12 from "CohortAnswer" cross join generate_series(0, 1) n`;
  await client.$executeRaw`
    insert into "ContactPoint" ("organisationId", purpose, "fullName", phone, "confirmedAt")
    select id, 'Đào tạo', 'Người liên hệ ' || n, '02250000000', now() - (id % 20) * interval '1 month' from "School" cross join generate_series(1, 2) n`;
  await client.$executeRaw`
    with made as (insert into "User" (email, "fullName") select 'do-' || id || '@hezaworks.example', 'Người đo ' || id from "School" returning id, email)
    insert into "Membership" ("userId", "organisationId", role) select id, split_part(split_part(email, '@', 1), '-', 2)::int, 'OWNER' from made`;
  await client.$executeRaw`vacuum analyze`;
}

const lastYear = firstYear + years - 1;
const byStudents = { sort: "students", direction: "desc" } as const;

/** Everything that the consolidated page of a year reads, set against the year before. */
async function consolidatedPage(): Promise<void> {
  const [year = lastYear, before = lastYear - 1] = await cohortYears();
  const filters = { year };
  const [{ rows }] = await Promise.all([
    cohortsBy("school", filters, byStudents, 1),
    cohortTotals(filters),
    cohortTotals({ year: before }),
    graduatesByMonth(filters),
    internsBy(filters, 1, 20),
    upgradesBy(filters),
    gradesOffered(filters),
    planFigures(filters),
  ]);
  const keys = rows.map(({ key }) => key);
  await cohortsOf("school", { year: before }, keys);
}

const listed = (query: object) => schoolList(schoolQuery.parse(query), new Date());

/**
 * What is shown, each as its page reads it, and how many times it may take of ten times the schools: 12 where all their answers of a
 * year, or of all years, are added up, 3 where a page of a list is read.
 */
const budgets: Record<string, number> = {
  "consolidated page of a year": 12,
  "its table, first page": 12,
  "its table, last page": 12,
  "its table, filtered": 12,
  "all years side by side": 12,
  "public figures of a year": 12,
  "list of schools": 3,
  "list of schools, last page": 3,
  "list of schools, by year or contact": 12,
  "public list of schools": 3,
  "public data of schools, a page": 3,
};

function worksOf(schools: number): Works {
  const last = (perPage: number) => Math.ceil(schools / perPage);
  const works: Work[] = [
    consolidatedPage,
    () => cohortsBy("school", { year: lastYear }, byStudents, 1),
    () => cohortsBy("school", { year: lastYear }, byStudents, last(cohortRowsPerPage)),
    () => cohortsBy("programme", { year: lastYear, field: "IT", province: "31" }, byStudents, 1),
    () => cohortsBy("year", {}, { sort: "name", direction: "desc" }, 1),
    () => publicFigures(lastYear),
    () => listed({}),
    () => listed({ page: last(schoolsPerPage) }),
    () => Promise.all([listed({ sort: "year" }), listed({ contact: "old" })]),
    () => publicSchools(publicQuery.parse({})),
    () => schoolsAfter(0, 20),
  ];
  return Object.fromEntries(
    Object.keys(budgets).map((title, at): [string, Work] => [title, works[at] ?? (async () => {})]),
  );
}

const file = "Excel of every programme of ten years";

async function excel(): Promise<void> {
  async function* rows() {
    for await (const row of pagesOf(firstLine, (place) => cohortLines({}, place)))
      yield [row.year, row.school, row.code, row.name, row.students, row.women, row.graduates, row.interns];
  }
  const columns = ["1", "2", "3", "4", "5", "6", "7", "8"].map((label) => ({ label, width: 12 }));
  const reader = streamedWorkbook("do", columns, rows()).getReader();
  while (!(await reader.read()).done);
}

type Side = { name: string; client: PrismaClient };

async function prepare(postgres: Postgres, schools: number): Promise<Side> {
  const name = `schools_bench_${schools}`;
  const url = postgres.url(name);
  await recreateDatabase(url);
  await migrate(url);
  const client = clientOf(url);
  await on(client, () => prepareSchools(client, schools));
  return { name, client };
}

/** Figures of schools at ten years of answers, pages, lists and Excel, in turns with a tenth of the schools. */
export async function measureSchools(postgres: Postgres, quick: boolean, rounds: number): Promise<Figure[]> {
  const sides: Side[] = [];
  const [small, large] = quick ? ([3, 30] as const) : ([30, 300] as const);
  try {
    for (const schools of [small, large]) sides.push(await prepare(postgres, schools));
    const [few, many] = sides;
    if (!few || !many) throw new Error("nothing was made");
    const times = await inTurns(asked(few, worksOf(small)), asked(many, worksOf(large)), rounds);
    const taken = await inTurns(asked(few, { [file]: excel }), asked(many, { [file]: excel }), 1);
    const grown = `${small} to ${large} schools × ${programmes} programmes × ${years} years`;
    return [
      ...Object.entries(budgets).map(([title, most]) =>
        growth(`${title}, ${grown}`, most, times, (question) => question === title),
      ),
      growth(`${file}, ${grown}`, 12, taken, () => true),
    ];
  } finally {
    for (const { client, name } of sides) {
      await client.$disconnect();
      await dropDatabase(postgres.url(), name);
    }
  }
}
