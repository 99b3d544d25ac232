import { beforeAll, describe, expect, test } from "vitest";
import { dayToDate } from "@/lib/core/day";
import { db } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import type { AssignmentState, StaffRole } from "@/lib/db/generated/enums";
import { chaseReports } from "@/lib/deadlines/escalation-commands";
import { readLateQuery } from "@/lib/deadlines/escalation-list";
import { escalationOf, lateCount, latePage, lateReports } from "@/lib/deadlines/escalation-queries";
import type { ReportingUnit } from "@/lib/deadlines/unit";
import { longestWaiting, oversight, oversightStatement } from "@/lib/reports/oversight-queries";
import { periodPage, periodsStatement } from "@/lib/reports/period-queries";
import { acceptReports } from "@/lib/reports/review-commands";
import { reviewedReport, reviewPage, reviewQuery, reviewStatements } from "@/lib/reports/review-queries";
import { loadReferenceData } from "@/prisma/seed/reference";
import { createEnterpriseWith, createForm, obligation } from "../factories/deadlines";
import { createStaff } from "../factories/identity";

const today = "2027-03-10";
const now = new Date(`${today}T09:00:00+07:00`);
const at = (day: string) => new Date(`${day}T09:00:00+07:00`);

let staff: Record<
  "leader" | "head" | "office" | "officer" | "supervision" | "investment",
  Awaited<ReturnType<typeof createStaff>>
>;
let parks: number[];
let enterprises: number[];
let form: number;
let formVersionId: number;
const ids: Record<string, number> = {};
let made = 0;

async function aPeriod(reviewer: ReportingUnit, dueOn: string, closedAt: Date | null = null) {
  const content = obligation(form, { reviewer });
  const { id: obligationId } = await db().obligation.create({
    data: {
      ...{ ...content, code: `theo-doi-${++made}`, state: "ENDED", keptFrom: dayToDate("2026-01-01") },
      ...{ validFrom: dayToDate(content.validFrom), validTo: null },
    },
  });
  const day = dayToDate(dueOn);
  const period = await db().reportingPeriod.create({
    data: {
      ...{ obligationId, slot: "2027-1", coversFrom: day, coversTo: day, closedAt },
      ...{ opensOn: dayToDate("2027-01-01"), nominalDueOn: day, dueOn: day },
    },
  });
  return { obligationId, periodId: period.id, dueOn: day };
}

type Who = { organisationId: number } | { unit: StaffRole };

/** A report; `handedIn` are the days on which its versions were, the latest of which nobody has decided if it waits. */
async function aReport(
  period: Awaited<ReturnType<typeof aPeriod>>,
  who: Who,
  state: AssignmentState,
  handedIn: string[] = [],
) {
  const { id } = await db().reportAssignment.create({
    data: {
      ...{ ...who, periodId: period.periodId, dueOn: period.dueOn, state },
      ...(handedIn[0] && { submittedAt: at(handedIn[0]), daysLate: 0 }),
    },
  });
  for (const [index, day] of handedIn.entries())
    await db().reportSubmission.create({
      data: {
        ...{ assignmentId: id, no: index + 1, formVersionId, content: { workers: 1 }, submittedAt: at(day) },
        ...((index < handedIn.length - 1 || state === "RETURNED") && {
          outcome: "RETURNED",
          decidedAt: at(day),
          note: "Thiếu số",
        }),
      },
    });
  return id;
}

beforeAll(async () => {
  await loadReferenceData(db());
  await db().$executeRaw`truncate "ReportSubmission", "ReportAssignment", "ReportingPeriod", "Obligation" cascade`;
  staff = {
    leader: await createStaff("LEADER"),
    head: await createStaff("LABOUR_HEAD"),
    office: await createStaff("OFFICE"),
    officer: await createStaff("LABOUR_OFFICER"),
    supervision: await createStaff("SUPERVISION"),
    investment: await createStaff("INVESTMENT"),
  };
  parks = (await db().industrialPark.findMany({ orderBy: { id: "asc" }, take: 2 })).map(({ id }) => id);
  form = await createForm();
  formVersionId = (await db().reportFormVersion.findFirstOrThrow({ where: { formId: form } })).id;
  enterprises = [];
  for (let no = 0; no < 4; no++)
    enterprises.push(await createEnterpriseWith(parks[no % 2] ?? 0, [["2020-01-01", "OPERATING"]]));
  const of = (no: number) => ({ organisationId: enterprises[no] ?? 0 });
  const labour = await aPeriod("LABOUR_OFFICER", "2027-02-15");
  const supervision = await aPeriod("SUPERVISION", "2027-03-01");
  const closed = await aPeriod("SUPERVISION", "2027-01-15", at("2027-02-01"));
  const coming = await aPeriod("LABOUR_OFFICER", "2027-06-01");
  ids.labour = labour.obligationId;
  ids.supervision = supervision.obligationId;
  await aReport(labour, of(0), "OWED");
  await aReport(labour, of(1), "DRAFT");
  ids.resubmitted = await aReport(labour, of(2), "SUBMITTED", ["2027-02-10", "2027-03-05"]);
  await aReport(labour, of(3), "ACCEPTED", ["2027-02-10"]);
  ids.late = await aReport(supervision, of(0), "RETURNED", ["2027-02-20"]);
  ids.waits = await aReport(supervision, of(1), "SUBMITTED", ["2027-02-25"]);
  await aReport(supervision, { unit: "EMPLOYMENT_CENTRE" }, "OWED");
  await aReport(closed, of(0), "OWED");
  await aReport(coming, of(0), "OWED");
});

describe("oversight", () => {
  test("says what is late, in which park, under which obligation, and which unit holds what since when", async () => {
    const { all, obligations, parks: byPark, units } = await oversight(staff.leader, now);
    expect(all).toEqual({
      ...{ late: 4, returned: 1, oldestDue: "2027-02-15", organisations: 2 },
      ...{ waiting: 2, waitingSince: at("2027-02-25") },
    });
    expect(obligations.map(({ nameVi: _, nameEn: __, ...one }) => one)).toEqual([
      {
        ...{ id: ids.labour, reviewer: "LABOUR_OFFICER", late: 2, returned: 0, oldestDue: "2027-02-15", waiting: 1 },
        // Since the version that waits, not since the one that was returned.
        waitingSince: at("2027-03-05"),
      },
      {
        ...{ id: ids.supervision, reviewer: "SUPERVISION", late: 2, returned: 1, oldestDue: "2027-03-01", waiting: 1 },
        waitingSince: at("2027-02-25"),
      },
    ]);
    const counts = byPark.map(({ park, late, waiting }) => [park?.id ?? null, late, waiting]);
    expect(counts).toHaveLength(3);
    expect(counts).toEqual(
      expect.arrayContaining([
        [parks[0], 2, 1],
        [parks[1], 1, 1],
        [null, 1, 0],
      ]),
    );
    expect(units.map(({ unit, late, waiting, owes }) => [unit, late, waiting, owes]).sort()).toEqual([
      ["EMPLOYMENT_CENTRE", 0, 0, 1],
      ["LABOUR_OFFICER", 2, 1, 0],
      ["SUPERVISION", 2, 1, 0],
    ]);
    expect((await longestWaiting(staff.leader)).map(({ id }) => id)).toEqual([ids.waits, ids.resubmitted]);
  });

  test("its numbers are those of the lists to which they lead", async () => {
    const { obligations, units } = await oversight(staff.office, now);
    for (const one of obligations) {
      const late = await lateReports(readLateQuery({ obligation: String(one.id) }), staff.office, now);
      expect(late.total).toBe(one.late);
      const query = reviewQuery.parse({ reviewer: "all", obligation: one.id });
      expect((await reviewPage(staff.office, query, now)).total).toBe(one.waiting);
    }
    for (const { unit, late, waiting, owes } of units) {
      expect((await lateReports(readLateQuery({ reviewer: unit }), staff.leader, now)).total).toBe(late);
      expect((await lateReports(readLateQuery({ unit }), staff.leader, now)).total).toBe(owes);
      expect((await reviewPage(staff.leader, reviewQuery.parse({ reviewer: unit }), now)).total).toBe(waiting);
    }
  });

  test("a day later than all due days more is late; nobody else sees anything", async () => {
    expect((await oversight(staff.leader, at("2027-06-02"))).all.late).toBe(5);
    for (const one of [staff.officer, staff.supervision, staff.investment]) {
      expect(await oversight(one, now)).toMatchObject({ all: { late: 0, waiting: 0 }, obligations: [], units: [] });
      expect(await longestWaiting(one)).toEqual([]);
    }
  });

  test("who oversees opens each report and its proof, and decides and asks for nothing of other units", async () => {
    const { late = 0, waits = 0 } = ids;
    for (const one of [staff.leader, staff.office, staff.head]) {
      expect((await reviewedReport(one, waits))?.submissions).toHaveLength(1);
      expect(await escalationOf(late, one, now)).toMatchObject({ id: late, reviewer: "SUPERVISION" });
      expect(await acceptReports(one, { reports: [{ id: waits, version: 1 }] }, { now })).toMatchObject({
        code: "not_found",
      });
    }
    expect((await lateReports(readLateQuery({}), staff.leader, now)).toAsk).toBe(0);
    expect(await chaseReports(staff.leader, {}, { now })).toMatchObject({ code: "nobody_to_ask" });
    expect((await lateReports(readLateQuery({}), staff.head, now)).toAsk).toBe(4);
    // Other units keep to what they read, whatever the address says.
    expect(await reviewedReport(staff.investment, waits)).toBeNull();
    expect((await reviewPage(staff.investment, reviewQuery.parse({ reviewer: "all" }), now)).total).toBe(0);
    expect((await reviewPage(staff.officer, reviewQuery.parse({ reviewer: "SUPERVISION" }), now)).rows).toMatchObject([
      { id: ids.resubmitted },
    ]);
    expect((await periodPage(staff.office, { page: 1 }, now)).total).toBe(4);
    expect((await periodPage(staff.investment, { page: 1 }, now)).total).toBe(0);
  });
});

describe("at scale", () => {
  /** What the nodes of a plan read. */
  const planOf = async (statement: Prisma.Sql) =>
    (await db().$queryRaw<Record<string, string>[]>(Prisma.sql`explain ${statement}`))
      .map((row) => Object.values(row)[0])
      .join("\n");

  beforeAll(async () => {
    // 40,000 reports of 200 periods: nearly all accepted long ago, as in life.
    await db().$executeRaw`
      insert into "ReportingPeriod" ("obligationId", slot, "coversFrom", "coversTo", "opensOn", "nominalDueOn", "dueOn")
      select ${ids.labour}, 'do-' || n, d, d, d - 30, d, d
      from generate_series(1, 200) n cross join lateral (select '2027-02-20'::date - n * 10 as d) x`;
    await db().$executeRaw`
      with made as (insert into "Organisation" (kind, "nameVi")
        select 'ENTERPRISE', 'Công ty Quy Mô ' || n from generate_series(1, 200) n returning id, "nameVi")
      insert into "Enterprise" (id, "nameVi", slug, "taxCode", "parkId", "investorCountry", headcount, lifecycle)
      select id, "nameVi", 'quy-mo-' || id, lpad(id::text, 10, '0'), (select k.id from "IndustrialPark" k order by k.id offset made.id % 10 limit 1),
        'KR', 100, 'OPERATING' from made`;
    await db().$executeRaw`
      insert into "ReportAssignment" ("periodId", "organisationId", state, "dueOn", "submittedAt", "daysLate")
      select p.id, g.id, s.state::"AssignmentState", p."dueOn", case when s.state <> 'OWED' then p."dueOn" end, case when s.state <> 'OWED' then 0 end
      from "ReportingPeriod" p cross join "Organisation" g
        cross join lateral (select case (p.id * 31 + g.id) % 100 when 0 then 'OWED' when 1 then 'SUBMITTED' else 'ACCEPTED' end as state) s
      where p.slot like 'do-%' and g."nameVi" like 'Công ty Quy Mô %'`;
    await db().$executeRaw`analyze`;
  });

  test("the lists of late and of waiting reports, the oversight and the periods read indexes, not all reports", async () => {
    const whole = /Seq Scan on "ReportAssignment"/;
    for (const one of [staff.leader, staff.officer, staff.supervision]) {
      for (const params of [
        {},
        { park: String(parks[0]) },
        { obligation: String(ids.labour) },
        { days: "30", page: "3" },
      ]) {
        const query = readLateQuery(params);
        for (const statement of [latePage(query, one, today), lateCount(query, one, today)]) {
          const plan = await planOf(statement);
          expect(plan).toMatch(/ReportAssignment_open_by_day|ReportAssignment_periodId/);
          expect(plan).not.toMatch(whole);
        }
      }
      const { page, count } = reviewStatements(one, reviewQuery.parse({ reviewer: "all" }), today);
      for (const statement of [page, count]) {
        const plan = await planOf(statement);
        expect(plan).toMatch(/ReportAssignment_waiting|ReportAssignment_periodId/);
        expect(plan).not.toMatch(whole);
      }
      const periods = await planOf(periodsStatement(one, { page: 2 }, today));
      expect(periods).toMatch(/ReportAssignment_periodId/);
      expect(periods).not.toMatch(whole);
    }
    const plan = await planOf(oversightStatement(staff.leader, today));
    expect(plan).toMatch(/ReportAssignment_open_by_day/);
    expect(plan).toMatch(/ReportAssignment_waiting/);
    expect(plan).not.toMatch(whole);
  });
});
