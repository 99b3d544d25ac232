import { addDays, type Day, dayOf, dayToDate } from "@/lib/core/day";
import type { PrismaClient } from "@/lib/db/generated/client";
import { readLateQuery } from "@/lib/deadlines/escalation-list";
import { lateReports } from "@/lib/deadlines/escalation-queries";
import { applyObligations } from "@/lib/deadlines/obligation-commands";
import { obligationQuery } from "@/lib/deadlines/obligation-list";
import { obligationList } from "@/lib/deadlines/obligation-queries";
import type { Recurrence } from "@/lib/deadlines/schema";
import { type Person, system } from "@/lib/identity/actor";
import { consolidated, rowsOf } from "@/lib/reports/consolidated-queries";
import { consolidatedWorkbook } from "@/lib/reports/consolidated-workbook";
import { oversight } from "@/lib/reports/oversight-queries";
import { readPeriod } from "@/lib/reports/period-queries";
import { migrate } from "@/lib/runtime/migrate";
import type { Postgres } from "@/lib/runtime/postgres";
import { recreateDatabase } from "@/lib/runtime/seeding";
import { loadReferenceData } from "@/prisma/seed/reference";
import { dropDatabase } from "./databases";
import { type Figure, median, spread } from "./figures";
import { clientOf, on } from "./search-load";

const obligations = 20;
const years = 10;

/** Half-yearly, "before", yearly and quarterly, in turns. */
const recurrences: Recurrence[] = [
  {
    kind: "yearly",
    dates: [
      { month: 2, day: 15 },
      { month: 9, day: 15 },
    ],
    before: false,
  },
  {
    kind: "yearly",
    dates: [
      { month: 6, day: 5 },
      { month: 12, day: 5 },
    ],
    before: true,
  },
  { kind: "yearly", dates: [{ month: 10, day: 31 }], before: false },
  { kind: "quarterly", daysAfter: 10 },
];

/** Enterprises of the register, each operating for ten years and more; obligations of all of them, kept for ten years. */
async function prepare(client: PrismaClient, enterprises: number, today: Day): Promise<void> {
  await loadReferenceData(client);
  const park = await client.industrialPark.findFirstOrThrow({ orderBy: { id: "asc" } });
  await client.$executeRaw`
    with made as (insert into "Organisation" (kind, "nameVi")
      select 'ENTERPRISE', 'Công ty TNHH Đo Kỳ Hạn ' || n from generate_series(1, ${enterprises}) n returning id, "nameVi")
    insert into "Enterprise" (id, "nameVi", slug, "taxCode", "parkId", "investorCountry", headcount, lifecycle)
    select id, "nameVi", 'do-ky-han-' || id, lpad(id::text, 10, '0'), ${park.id}, 'KR', 100 + id % 3000, 'OPERATING' from made`;
  const since = dayToDate(addDays(today, -365 * (years + 3)));
  await client.$executeRaw`
    insert into "EnterpriseLifecycleEvent" ("enterpriseId", "toState", unit, "documentNumber", "documentDate", "effectiveOn")
    select id, 'OPERATING', 'INVESTMENT', '1/DO', ${since}::date, ${since}::date from "Enterprise"`;
  const form = await client.reportForm.findFirstOrThrow({ where: { code: "training-participation" } });
  const keptFrom = dayToDate(addDays(today, -365 * years));
  await client.obligation.createMany({
    data: Array.from({ length: obligations }, (_, at) => ({
      ...{ code: `do-${at}`, nameVi: `Báo cáo đo ${at}`, nameEn: `Measured report ${at}`, citation: "Đo tốc độ" },
      ...{ validFrom: since, keptFrom, opensDaysBefore: 30, formId: form.id, reviewer: "LABOUR_OFFICER" as const },
      audience: { kind: "enterprises", parks: [], countries: [], headcountFrom: null, headcountTo: null },
      recurrence: recurrences[at % recurrences.length] ?? {},
      ladder: [{ step: -3, act: "MESSAGE" }],
      state: "LIVE" as const,
    })),
  });
}

const pages = ["obligations", "late", "oversight", "consolidated"] as const;
type Page = (typeof pages)[number];

type Measured = {
  enterprises: number;
  assignments: number;
  late: number;
  generation: number;
  night: number[];
  pages: Record<Page, number[]>;
};

/** A leader, who reads all of them. */
const reader: Person = {
  ...{ kind: "person", userId: 0, sessionId: null, fullName: "", email: "", staffRole: "LEADER", organisation: null },
};

/**
 * As in life: what was due is accepted, but for two in a hundred of each period that never came and one that waits to be
 * read. The latest period that was due has its answers; a page reads no other's.
 *
 * @returns that period's id
 */
async function answer(client: PrismaClient, today: Day): Promise<number> {
  await client.$executeRaw`
    update "ReportAssignment" set state = (case id % 100 when 2 then 'SUBMITTED' else 'ACCEPTED' end)::"AssignmentState",
      "submittedAt" = "dueOn", "daysLate" = 0
    where "dueOn" < ${today}::date and id % 100 > 1`;
  const period = await client.reportingPeriod.findFirstOrThrow({
    where: { dueOn: { lt: dayToDate(today) } },
    orderBy: [{ dueOn: "desc" }, { id: "desc" }],
    include: { obligation: { include: { form: { include: { versions: { where: { state: "IN_FORCE" } } } } } } },
  });
  const [version] = period.obligation.form.versions;
  if (!version) throw new Error("no form is in force");
  await client.$executeRaw`
    insert into "ReportSubmission" ("assignmentId", no, "formVersionId", content, "submittedAt", outcome, "decidedAt")
    select a.id, 1, ${version.id}, jsonb_build_object('workers', e.headcount, 'participants', e.headcount / 10), a."dueOn",
      (case a.state when 'ACCEPTED' then 'ACCEPTED' end)::"SubmissionOutcome", case a.state when 'ACCEPTED' then a."dueOn" end
    from "ReportAssignment" a join "Enterprise" e on e.id = a."organisationId"
    where a."periodId" = ${period.id} and a.state in ('ACCEPTED', 'SUBMITTED')`;
  return period.id;
}

/** The consolidated report of a period as its Excel file, as the portal makes it for who downloads it. */
async function exportPeriod(id: number, now: Date): Promise<void> {
  const period = await readPeriod(reader, id);
  if (!period) throw new Error("the period cannot be read");
  const report = await consolidated(period, now, "accepted");
  if (report.totals.answers === 0) throw new Error("the period has no answers");
  await consolidatedWorkbook(report, rowsOf(report), "vi");
}

const titles: Record<Page, string> = {
  obligations: "page of obligations",
  late: "page of late reports",
  oversight: "page of oversight",
  consolidated: "consolidated report of a period as Excel",
};

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const since = performance.now();
  await work();
  return performance.now() - since;
};

async function measure(postgres: Postgres, enterprises: number, rounds: number, now: Date): Promise<Measured> {
  const name = `deadlines_bench_${enterprises}`;
  const url = postgres.url(name);
  await recreateDatabase(url);
  await migrate(url);
  const client = clientOf(url);
  try {
    return await on(client, async () => {
      const today = dayOf(now);
      await prepare(client, enterprises, today);
      await client.$executeRaw`analyze`;
      const round = async () => {
        const result = await applyObligations(system("bench"), {}, { now });
        if (!result.ok) throw new Error(`the round was refused: ${result.code}`);
      };
      const generation = await timed(round);
      await client.$executeRaw`analyze`;
      const night: number[] = [];
      for (let at = 0; at < rounds; at++) night.push(await timed(round));
      const period = await answer(client, today);
      await client.$executeRaw`vacuum analyze`;
      const shown: Record<Page, () => Promise<unknown>> = {
        obligations: () => obligationList(obligationQuery.parse({}), today),
        late: () => lateReports(readLateQuery({}), reader, now),
        oversight: () => oversight(reader, now),
        consolidated: () => exportPeriod(period, now),
      };
      const times: Measured["pages"] = { obligations: [], late: [], oversight: [], consolidated: [] };
      for (const name of pages) await shown[name]();
      for (let at = 0; at < rounds; at++) for (const name of pages) times[name].push(await timed(shown[name]));
      const { total } = await lateReports(readLateQuery({}), reader, now);
      const assignments = await client.reportAssignment.count();
      return { enterprises, assignments, late: total, generation, night, pages: times };
    });
  } finally {
    await client.$disconnect();
    await dropDatabase(postgres.url(), name);
  }
}

/**
 * Obligations of ten years for a whole register, at once: what a report that somebody owes costs, then the nightly round in
 * which nothing changes, the pages of obligations, of late reports and of the oversight, and the consolidated report of a period
 * as Excel. Each against a tenth of the enterprises.
 */
export async function measureDeadlines(postgres: Postgres, quick: boolean, rounds: number): Promise<Figure[]> {
  const now = new Date();
  const few = await measure(postgres, quick ? 40 : 200, rounds, now);
  const many = await measure(postgres, quick ? 400 : 2_000, rounds, now);
  const name = `${many.enterprises} enterprises × ${obligations} obligations × ${years} years`;
  const each = (one: Measured) => one.generation / one.assignments;
  return [
    { name: `${name}, made`, value: many.generation / 1_000, unit: "s", detail: `${many.assignments} reports owed` },
    {
      name: "time a report owed, ten times the enterprises",
      value: each(many) / each(few),
      unit: "×",
      most: 1.5,
      detail: `${each(few).toFixed(3)} and ${each(many).toFixed(3)} ms; 1 is linear`,
    },
    {
      name: "nightly round without a change, ten times the enterprises",
      value: median(many.night) / median(few.night),
      unit: "×",
      most: 12,
      detail: `${median(few.night).toFixed(0)} and ${median(many.night).toFixed(0)} ms (${spread(many.night)}); 10 is linear`,
    },
    ...pages.map((page): Figure => {
      const [less, more] = [few.pages[page], many.pages[page]];
      return {
        name: `${titles[page]}, ten times the enterprises`,
        value: median(more) / median(less),
        unit: "×",
        most: 12,
        detail: `${median(less).toFixed(0)} and ${median(more).toFixed(0)} ms (${spread(more)}); ${many.late} reports late`,
      };
    }),
  ];
}
