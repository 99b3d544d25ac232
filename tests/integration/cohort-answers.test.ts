import { beforeAll, describe, expect, test } from "vitest";
import { followDifficulty } from "@/lib/cohorts/difficulty-commands";
import { movePlacement } from "@/lib/cohorts/internship-commands";
import type { Result } from "@/lib/core/result";
import { db } from "@/lib/db/client";
import { openedReport } from "@/lib/reports/opened-queries";
import { owedReport } from "@/lib/reports/owed-queries";
import { acceptReports, reopenReport } from "@/lib/reports/review-commands";
import { loadReferenceData } from "@/prisma/seed/reference";
import { sampleSchoolAnswer } from "@/prisma/seed/school-answers";
import { createSchool, openCall, submitted } from "../factories/cohorts";
import { createEnterpriseWith } from "../factories/deadlines";
import { createMember, createOrganisation, createStaff } from "../factories/identity";
import { anOffer, aPlacement } from "../factories/internships";

const now = new Date("2026-04-20T09:00:00+07:00");
let officer: Awaited<ReturnType<typeof createStaff>>;

beforeAll(async () => {
  await loadReferenceData(db());
  officer = await createStaff("LABOUR_OFFICER");
});

function good<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.code} ${JSON.stringify(result.fields)}`);
  return result.value;
}

const counting = (schoolId: number, year: number) =>
  db().cohortAnswer.findMany({
    where: { schoolId, year, replacedAt: null },
    include: { programmes: { orderBy: { no: "asc" } } },
  });

test("acceptance writes the answer into rows; opened again it counts no more, and the next version takes its place", async () => {
  const { id: schoolId } = await createSchool();
  const call = await openCall(2026, [schoolId]);
  const first = await submitted(call, schoolId);
  expect(await counting(schoolId, 2026)).toEqual([]);
  good(await acceptReports(officer, { reports: [first] }, { now }));
  const [answer] = await counting(schoolId, 2026);
  const said = sampleSchoolAnswer(0, "", 2026) as { programmes: { code: string; y1: number }[] };
  expect(answer?.programmes.map(({ code, y1 }) => ({ code, y1 }))).toEqual(
    said.programmes.map(({ code, y1 }) => ({ code, y1 })),
  );
  const graduates = await db().cohortGraduates.findMany({ where: { answerId: answer?.id ?? 0 } });
  expect(new Set(graduates.map(({ month }) => month.toISOString().slice(0, 10)))).toEqual(new Set(["2026-06-01"]));
  expect(await db().cohortDifficulty.count({ where: { answerId: answer?.id ?? 0, state: "OPEN" } })).toBe(2);

  good(await reopenReport(officer, { id: first.id, version: first.version + 1, reason: "Thiếu ngành Hàn" }, { now }));
  expect(await counting(schoolId, 2026)).toEqual([]);
  const second = await submitted(call, schoolId);
  good(await acceptReports(officer, { reports: [second] }, { now }));
  expect(await counting(schoolId, 2026)).toHaveLength(1);
  expect(await db().cohortAnswer.count({ where: { schoolId, year: 2026 } })).toBe(2);
});

test("an answer to a second call of the same year takes the place of the first's; other years and schools stay", async () => {
  const [one, other] = [await createSchool(), await createSchool()];
  const before = await openCall(2025, [one.id]);
  const [first, second] = [await openCall(2026, [one.id, other.id]), await openCall(2026, [one.id])];
  const reports = [await submitted(before, one.id), await submitted(first, one.id), await submitted(first, other.id)];
  good(await acceptReports(officer, { reports }, { now }));
  good(await acceptReports(officer, { reports: [await submitted(second, one.id)] }, { now }));
  expect(await counting(one.id, 2026)).toHaveLength(1);
  expect(await counting(one.id, 2025)).toHaveLength(1);
  expect(await counting(other.id, 2026)).toHaveLength(1);
});

test("an enterprise of the register is known by its tax code, whatever its name", async () => {
  const { id: schoolId } = await createSchool();
  const park = await db().industrialPark.findFirstOrThrow();
  const enterpriseId = await createEnterpriseWith(park.id, [["2020-01-01", "OPERATING"]]);
  const { taxCode } = await db().enterprise.findUniqueOrThrow({ where: { id: enterpriseId } });
  const call = await openCall(2026, [schoolId]);
  const row = { programme: "6520227", inParks: "yes", term: "HK1", count: 9 };
  const content = {
    ...sampleSchoolAnswer(0, "Trường thử", 2026),
    internships: [
      { ...row, enterprise: "Tên viết khác", taxCode },
      { ...row, enterprise: "Không ai biết", taxCode: "0000000000" },
    ],
  };
  good(await acceptReports(officer, { reports: [await submitted(call, schoolId, content)] }, { now }));
  const rows = await db().cohortInternship.findMany({ where: { answer: { schoolId } }, orderBy: { no: "asc" } });
  expect(rows.map((one) => one.enterpriseId)).toEqual([enterpriseId, null]);
  expect(rows.every(({ programmeNo }) => programmeNo === 0)).toBe(true);
});

test("an answer begins with the internships of its year that both sides have confirmed, and with nobody else's", async () => {
  const [{ id: schoolId }, { id: otherId }] = [await createSchool(), await createSchool()];
  const [school, other] = [await createMember(schoolId), await createMember(otherId)];
  const enterprise = await createMember((await createOrganisation("ENTERPRISE")).id);
  const offer = await anOffer(enterprise);
  const placement = await aPlacement(school, offer.id);
  await aPlacement(school, offer.id);
  good(await movePlacement(enterprise, { ...placement, move: "confirm" }, { now }));
  const call = await openCall(2026, [schoolId, otherId]);
  const opened = async (actor: typeof school, of: number) => {
    const report = await owedReport(actor, call.assignments.get(of) ?? 0);
    if (!report) throw new Error("nothing is owed");
    return openedReport(report);
  };
  const own = await opened(school, schoolId);
  expect((own.content as { internships: object[] }).internships).toMatchObject([
    { enterprise: enterprise.organisation.nameVi, inParks: "yes", term: "HK1", count: 8 },
  ]);
  expect(own.known).toContain("internships.0.count");
  expect((await opened(other, otherId)).known).not.toContain("internships.0.count");
});

describe("the database keeps what was accepted", () => {
  let answerId: number;
  beforeAll(async () => {
    const { id: schoolId } = await createSchool();
    const call = await openCall(2026, [schoolId]);
    good(await acceptReports(officer, { reports: [await submitted(call, schoolId)] }, { now }));
    answerId = (await db().cohortAnswer.findFirstOrThrow({ where: { schoolId } })).id;
  });

  test.each([
    ["a count", `update "CohortProgramme" set y1 = y1 + 1 where "answerId" = $1`],
    ["a row less", `delete from "CohortGraduates" where "answerId" = $1`],
    ["another year", `update "CohortAnswer" set year = 2024 where id = $1`],
    ["a difficulty's words", `update "CohortDifficulty" set text = 'khác' where "answerId" = $1`],
    ["an internship's persons", `update "CohortInternship" set count = 99 where "answerId" = $1`],
    ["an answer less", `delete from "CohortAnswer" where id = $1`],
  ])("refuses %s", async (_, sql) => {
    await expect(db().$executeRawUnsafe(sql, answerId)).rejects.toThrow(/append-only/);
  });

  test("a school's people are told what was done about a difficulty, and find it where its steps are read", async () => {
    const { schoolId } = await db().cohortAnswer.findUniqueOrThrow({ where: { id: answerId } });
    const reader = await createMember(schoolId);
    const [row] = await db().cohortDifficulty.findMany({ where: { answerId }, orderBy: { no: "asc" } });
    if (!row) throw new Error("the answer names no difficulty");
    const step = { id: row.id, version: row.version, state: "IN_PROGRESS", note: "Đã nối với hai doanh nghiệp" };
    good(await followDifficulty(officer, step, { now }));
    expect(await db().notice.findMany({ where: { userId: reader.userId } })).toMatchObject([
      { template: "difficulty", path: "/school/answers" },
    ]);
  });

  test("lets a difficulty be followed, and refuses a replaced answer to count again", async () => {
    expect(
      await db().cohortDifficulty.updateMany({ where: { answerId }, data: { state: "IN_PROGRESS", version: 2 } }),
    ).toEqual({ count: 2 });
    await db().cohortAnswer.update({ where: { id: answerId }, data: { replacedAt: now } });
    await expect(
      db().$executeRawUnsafe(`update "CohortAnswer" set "replacedAt" = null where id = $1`, answerId),
    ).rejects.toThrow(/append-only/);
  });

  test("refuses more women than persons and a grade beyond its scale", async () => {
    await expect(
      db().$executeRawUnsafe(
        `insert into "CohortProgramme" ("answerId", no, code, "codeKey", name, field, level, y1, y2, y3, y4, w1, w2, w3, w4, intake)
         values ($1, 90, 'X', 'x', 'X', 'OTHER', 'COLLEGE', 1, 0, 0, 0, 2, 0, 0, 0, 0)`,
        answerId,
      ),
    ).rejects.toThrow(/CohortProgramme_counts/);
    await expect(
      db().$executeRawUnsafe(`insert into "CohortUpgrade" values ($1, 90, 'OTHER', 'KNN', 6, 1)`, answerId),
    ).rejects.toThrow(/CohortUpgrade_grade/);
  });
});
