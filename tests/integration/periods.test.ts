import { readXlsx } from "hucre";
import { beforeAll, describe, expect, test } from "vitest";
import { addDays, type Day, dayToDate } from "@/lib/core/day";
import { formatDecimal } from "@/lib/core/decimal";
import type { Result } from "@/lib/core/result";
import { db } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { wordText } from "@/lib/documents/word-template";
import type { Answers } from "@/lib/reports/answers";
import { consolidated, rowsOf } from "@/lib/reports/consolidated-queries";
import { consolidatedWord } from "@/lib/reports/consolidated-word";
import { consolidatedWorkbook } from "@/lib/reports/consolidated-workbook";
import { definitionOf } from "@/lib/reports/definition";
import { figurePaths } from "@/lib/reports/figure-paths";
import { figureKeys, figuresOf } from "@/lib/reports/figures";
import type { Period } from "@/lib/reports/period";
import { closePeriod, reopenPeriod } from "@/lib/reports/period-commands";
import { periodPage, periodProgress, readPeriod } from "@/lib/reports/period-queries";
import { answersQuery } from "@/lib/reports/period-schema";
import { acceptReports, reopenReport } from "@/lib/reports/review-commands";
import { answersBehind, organisationRows, periodTotals, totalsByPark } from "@/lib/reports/totals-queries";
import { loadReferenceData } from "@/prisma/seed/reference";
import { createEnterpriseWith, createForm, obligation } from "../factories/deadlines";
import { createStaff } from "../factories/identity";

const at = (day: Day, time = "09:00:00") => new Date(`${day}T${time}+07:00`);
const due = "2027-02-15";
const cutOff = at("2027-02-20");

const label = (text: string) => ({ vi: text, en: text });
const number = (key: string, more: object = {}) => ({ key, kind: "integer", label: label(key), sum: true, ...more });
const definition = {
  nilAllowed: true,
  sections: [
    {
      key: "main",
      title: label("Số liệu"),
      items: [
        number("workers"),
        number("hours", { kind: "decimal" }),
        number("fund", { kind: "money" }),
        { key: "remarks", kind: "text", label: label("Ghi chú") },
        {
          ...{ kind: "table", key: "training", label: label("Đào tạo"), columns: [number("all"), number("women")] },
          rows: { kind: "fixed", rows: [1, 2].map((no) => ({ key: `row${no}`, label: label(`Hàng ${no}`) })) },
        },
        {
          ...{ kind: "table", key: "needs", label: label("Nhu cầu") },
          columns: [
            {
              ...{ key: "level", kind: "choice", label: label("Trình độ") },
              options: ["none", "short-term", "college_1"].map((value) => ({ value, label: label(`Mức ${value}`) })),
            },
            number("count"),
          ],
          rows: { kind: "free", most: 10, groupBy: "level" },
        },
      ],
    },
  ],
} satisfies Prisma.InputJsonObject;
const form = definitionOf(definition);

const answer = (seed: number): Answers => ({
  ...{ workers: seed * 7, hours: seed / 10, fund: seed * 1_250_000_000_000, remarks: "12" },
  training: { row1: { all: seed, women: null }, row2: { all: seed * 2, women: seed } },
  needs: [
    { level: "short-term", count: seed },
    { level: "college_1", count: seed * 3 },
    { level: "short-term", count: 2 },
    { level: null, count: 1 },
  ],
});

let head: Awaited<ReturnType<typeof createStaff>>;
let period: Period;
const reports: { id: number; enterpriseId: number; content: Answers | null }[] = [];
let parks: number[];

beforeAll(async () => {
  await loadReferenceData(db());
  head = await createStaff("LABOUR_HEAD");
  parks = (await db().industrialPark.findMany({ take: 2, orderBy: { id: "asc" } })).map(({ id }) => id);
  const formId = await createForm();
  await db().reportFormVersion.updateMany({ where: { formId }, data: { state: "RETIRED" } });
  const version = await db().reportFormVersion.create({
    data: { formId, no: 2, state: "IN_FORCE", inForceAt: at("2026-01-01"), definition },
  });
  const content = obligation(formId);
  const made = await db().obligation.create({
    data: {
      ...{ ...content, code: "doc-so-lieu", state: "ENDED", keptFrom: dayToDate("2026-01-01") },
      ...{ validFrom: dayToDate(content.validFrom), validTo: null },
    },
  });
  const day = dayToDate(due);
  const { id: periodId } = await db().reportingPeriod.create({
    data: {
      ...{
        obligationId: made.id,
        slot: "2027-1",
        coversFrom: dayToDate("2026-07-01"),
        coversTo: dayToDate("2026-12-31"),
      },
      ...{ opensOn: dayToDate(addDays(due, -30)), nominalDueOn: day, dueOn: day, formVersionId: version.id },
    },
  });
  // Ten accepted in time, one handed in late and not read, one never.
  for (let no = 1; no <= 12; no++) {
    const enterpriseId = await createEnterpriseWith(parks[no % 2] as number, [["2020-01-01", "OPERATING"]]);
    const handedIn = no === 11 ? at("2027-02-18") : at("2027-02-10");
    const said = no === 12 ? null : answer(no);
    const { id } = await db().reportAssignment.create({
      data: {
        ...{ periodId, organisationId: enterpriseId, dueOn: day },
        ...(said && {
          state: no === 11 ? "SUBMITTED" : "ACCEPTED",
          submittedAt: handedIn,
          daysLate: no === 11 ? 3 : 0,
        }),
        ...(said && {
          submissions: {
            create: {
              ...{ no: 1, formVersionId: version.id, content: said as Prisma.InputJsonObject, submittedAt: handedIn },
              ...(no < 11 && { outcome: "ACCEPTED" as const, decidedAt: at("2027-02-12") }),
            },
          },
        }),
      },
    });
    reports.push({ id, enterpriseId, content: said });
  }
  period = (await readPeriod(head, periodId)) as Period;
});

function good<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.code} ${JSON.stringify(result.fields)}`);
  return result.value;
}

const added = (some: typeof reports) => {
  const sums: Record<string, number> = Object.fromEntries(figureKeys(form).map(({ key }) => [key, 0]));
  for (const { content } of some)
    if (content)
      for (const [key, value] of Object.entries(figuresOf(form, content))) sums[key] = (sums[key] ?? 0) + value;
  return Object.fromEntries(Object.entries(sums).map(([key, value]) => [key, Number(value.toFixed(4))]));
};

test("the database adds up what the form's own figures say, answer by answer and as a whole", async () => {
  const paths = figurePaths(form);
  expect(paths.map(({ key }) => key)).toEqual(figureKeys(form).map(({ key }) => key));
  const rows = await organisationRows(period.id, paths, cutOff, "submitted", 0, 100);
  for (const { id, content } of reports.filter((one) => one.content))
    expect(
      Object.fromEntries(paths.map(({ key }, no) => [key, rows.find((row) => row.id === id)?.values[no]])),
    ).toEqual(figuresOf(form, content as Answers));
  expect(await periodTotals(period.id, form, cutOff, "accepted")).toEqual({
    answers: 10,
    sums: added(reports.slice(0, 10)),
  });
  expect(await periodTotals(period.id, form, cutOff, "submitted")).toEqual({
    answers: 11,
    sums: added(reports.slice(0, 11)),
  });
  const byPark = await totalsByPark(period.id, form, cutOff, "accepted");
  for (const [at, park] of parks.entries())
    expect(byPark.find(({ parkId }) => parkId === park)?.sums).toEqual(
      added(reports.slice(0, 10).filter((_, no) => (no + 1) % 2 === at)),
    );
});

test("before anything came all is zero, and a cut-off keeps what was accepted until then", async () => {
  expect(await periodTotals(period.id, form, at("2027-02-01"), "submitted")).toEqual({ answers: 0, sums: added([]) });
  expect((await periodProgress(period.id, at("2027-02-11"))).all).toMatchObject({ SUBMITTED: 10, OWED: 2, late: 0 });
  const { all, parks: byPark } = await periodProgress(period.id, cutOff);
  expect(all).toMatchObject({ total: 12, ACCEPTED: 10, SUBMITTED: 1, OWED: 1, inTime: 10, late: 2 });
  expect([...byPark.values()].map(({ total }) => total)).toEqual([6, 6]);
});

test("behind a total stand the answers that it is made of, the largest first", async () => {
  const path = figurePaths(form).find(({ key }) => key === "needs.count.short-term")?.path ?? "";
  const behind = await answersBehind(period.id, path, answersQuery.parse({}), cutOff);
  expect(behind.rows.map(({ value }) => value)).toEqual([12, 11, 10, 9, 8, 7, 6, 5, 4, 3]);
  expect(behind).toMatchObject({ total: 10, sum: 75 });
  const late = await answersBehind(period.id, null, answersQuery.parse({ late: "yes" }), cutOff);
  expect(late.rows.map(({ id }) => id).sort()).toEqual([reports[10]?.id, reports[11]?.id].sort());
});

test("screen, Excel and Word say the same at the same cut-off", async () => {
  const report = await consolidated(period, cutOff, "accepted");
  const shown = await periodTotals(period.id, form, cutOff, "accepted");
  const { sheets } = await readXlsx(await consolidatedWorkbook(report, rowsOf(report), "vi"));
  const [summary, byPark, rows] = sheets.map((sheet) => sheet.rows);
  const text = wordText(await consolidatedWord(report, rowsOf(report, false)));
  const figures = figureKeys(form);
  const place = (key: string) => figures.findIndex((figure) => figure.key === key);
  for (const { key, label: name } of figures) {
    const sum = shown.sums[key] ?? 0;
    expect(summary?.find(([said]) => said === name.vi)?.[2]).toBe(sum);
    const column = (table: typeof rows, first: number) =>
      (table ?? []).slice(1).reduce((all, row) => all + Number(row[first + place(key)] ?? 0), 0);
    expect(column(rows, 8)).toBeCloseTo(sum, 4);
    expect(column(byPark, 6)).toBeCloseTo(sum, 4);
    expect(text).toContain(`\n${name.vi}\n`);
    expect(text).toContain(`\n${formatDecimal(sum, "vi")}\n`);
  }
  expect(rows).toHaveLength(13);
  expect(text).not.toContain("⟦");
  for (const said of [summary?.flat().join("\n") ?? "", text]) expect(said).toContain("20/02/2027 09:00:00");
  const never = await db().organisation.findUniqueOrThrow({ where: { id: reports[11]?.enterpriseId ?? 0 } });
  expect(text).toContain(never.nameVi);
  expect(text).toContain("IV. ĐƠN VỊ CHƯA NỘP (1)");
});

describe("closing", () => {
  test("a closed period says the same when a report is opened again or accepted later", async () => {
    const { closedAt } = good(await closePeriod(head, { id: period.id }, { now: cutOff }));
    const closed = await consolidated(period, closedAt, "accepted");
    const [first, waiting] = [reports[0]?.id ?? 0, reports[10]?.id ?? 0];
    good(await reopenReport(head, { id: first, version: 1, reason: "Kiểm tra lại" }, { now: at("2027-03-01") }));
    good(await acceptReports(head, { reports: [{ id: waiting, version: 1 }] }, { now: at("2027-03-01") }));
    expect(await consolidated(period, closedAt, "accepted")).toEqual(closed);
    const later = await periodTotals(period.id, form, at("2027-03-02"), "accepted");
    expect(later).toEqual({ answers: 10, sums: added(reports.slice(1, 11)) });
  });

  test("is the head's, once, and is undone with a reason", async () => {
    const officer = await createStaff("LABOUR_OFFICER");
    expect(await closePeriod(officer, { id: period.id })).toMatchObject({ ok: false, code: "forbidden" });
    expect(await closePeriod(head, { id: period.id }, { now: cutOff })).toMatchObject({
      ok: false,
      code: "not_allowed_now",
    });
    expect(await reopenPeriod(head, { id: period.id, reason: "" })).toMatchObject({ code: "invalid_input" });
    good(await reopenPeriod(head, { id: period.id, reason: "Thiếu một đơn vị" }));
    expect((await readPeriod(head, period.id))?.closedAt).toBeNull();
    const [other, leader] = [await createStaff("EMPLOYMENT_CENTRE"), await createStaff("LEADER")];
    expect(await closePeriod(other, { id: period.id })).toMatchObject({ ok: false, code: "not_found" });
    expect(await readPeriod(other, period.id)).toBeNull();
    expect((await readPeriod(leader, period.id))?.id).toBe(period.id);
    expect((await periodPage(leader, { page: 1 }, cutOff)).rows.map(({ id }) => id)).toContain(period.id);
    expect((await periodPage(other, { page: 1 }, cutOff)).rows).toEqual([]);
  });
});
