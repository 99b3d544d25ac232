import { addDays, type Day, dayOf, dayToDate } from "@/lib/core/day";
import type { PrismaClient } from "@/lib/db/generated/client";
import { latePerPage, readLateQuery } from "@/lib/deadlines/escalation-list";
import { lateReports } from "@/lib/deadlines/escalation-queries";
import { applyObligations } from "@/lib/deadlines/obligation-commands";
import { obligationQuery } from "@/lib/deadlines/obligation-list";
import { obligationList } from "@/lib/deadlines/obligation-queries";
import type { Recurrence } from "@/lib/deadlines/schema";
import { type Person, system } from "@/lib/identity/actor";
import { slimIndexes } from "@/lib/jobs/index-upkeep";
import { consolidated, rowsOf } from "@/lib/reports/consolidated-queries";
import { consolidatedWorkbook } from "@/lib/reports/consolidated-workbook";
import { oversight } from "@/lib/reports/oversight-queries";
import { readPeriod } from "@/lib/reports/period-queries";
import { migrate } from "@/lib/runtime/migrate";
import type { Postgres } from "@/lib/runtime/postgres";
import { recreateDatabase } from "@/lib/runtime/seeding";
import { loadReferenceData } from "@/prisma/seed/reference";
import { dropDatabase } from "./databases";
import type { Figure } from "./figures";
import { clientOf, on } from "./search-load";
import { asked, growth, inTurns, type Works } from "./turns";

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

type Side = {
  name: string;
  client: PrismaClient;
  assignments: number;
  /** Milliseconds in which all of them were made. */
  generation: number;
};

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const since = performance.now();
  await work();
  return performance.now() - since;
};

async function round(now: Date): Promise<void> {
  const result = await applyObligations(system("bench"), {}, { now });
  if (!result.ok) throw new Error(`the round was refused: ${result.code}`);
}

async function made(postgres: Postgres, enterprises: number, now: Date): Promise<Side> {
  const name = `deadlines_bench_${enterprises}`;
  const url = postgres.url(name);
  await recreateDatabase(url);
  await migrate(url);
  const client = clientOf(url);
  const generation = await on(client, async () => {
    await prepare(client, enterprises, dayOf(now));
    await client.$executeRaw`analyze`;
    const took = await timed(() => round(now));
    await client.$executeRaw`analyze`;
    return took;
  });
  return { name, client, generation, assignments: await client.reportAssignment.count() };
}

/** The pages of a side, whose latest period that was due is `period`. */
const shown = (period: number, now: Date): Works => ({
  "page of obligations": () => obligationList(obligationQuery.parse({}), dayOf(now)),
  "page of late reports": () => lateReports(readLateQuery({}), reader, now),
  "last page of late reports": async () => {
    const { total } = await lateReports(readLateQuery({}), reader, now);
    await lateReports(readLateQuery({ page: String(Math.ceil(total / latePerPage)) }), reader, now);
  },
  "page of oversight": () => oversight(reader, now),
  "consolidated report of a period as Excel": () => exportPeriod(period, now),
});

/**
 * Obligations of ten years for a whole register, at once: what a report that somebody owes costs, then the nightly round in
 * which nothing changes, the pages of obligations, of late reports and of the oversight, and the consolidated report of a period
 * as Excel. Each against a tenth of the enterprises.
 */
export async function measureDeadlines(postgres: Postgres, quick: boolean, rounds: number): Promise<Figure[]> {
  const now = new Date();
  const sides: Side[] = [];
  const [small, large] = quick ? [40, 400] : [200, 2_000];
  try {
    for (const enterprises of [small, large]) sides.push(await made(postgres, enterprises, now));
    const [few, many] = sides;
    if (!few || !many) throw new Error("nothing was made");
    const night: Works = { "nightly round": () => round(now) };
    const nights = await inTurns(asked(few, night), asked(many, night), rounds);
    const pages = async (side: Side) => {
      const period = await answer(side.client, dayOf(now));
      await side.client.$executeRaw`vacuum analyze`;
      // A million answers at once leave the index of open reports twelve times as large as they need: the worker's night.
      await on(side.client, () => slimIndexes());
      return asked(side, shown(period, now));
    };
    const times = await inTurns(await pages(few), await pages(many), rounds);
    const each = (one: Side) => one.generation / one.assignments;
    const grown = "ten times the enterprises";
    return [
      {
        ...{ name: `${large} enterprises × ${obligations} obligations × ${years} years, made`, unit: "s" },
        ...{ value: many.generation / 1_000, detail: `${many.assignments} reports owed` },
      },
      {
        ...{ name: `time a report owed, ${grown}`, value: each(many) / each(few), unit: "×", most: 1.5 },
        detail: `${each(few).toFixed(3)} and ${each(many).toFixed(3)} ms; 1 is linear`,
      },
      growth(`nightly round without a change, ${grown}; 10 is linear`, 12, nights, () => true),
      ...[...times[0].keys()].map((page) => growth(`${page}, ${grown}`, 12, times, (question) => question === page)),
    ];
  } finally {
    for (const { client, name } of sides) {
      await client.$disconnect();
      await dropDatabase(postgres.url(), name);
    }
  }
}
