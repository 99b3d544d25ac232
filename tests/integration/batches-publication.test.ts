import { beforeAll, describe, expect, test } from "vitest";
import { addDays, type Day } from "@/lib/core/day";
import { db } from "@/lib/db/client";
import type { PositionGroup } from "@/lib/db/generated/enums";
import { type Person, system } from "@/lib/identity/actor";
import { latestPublishedBatch, publicBatch, publicBatches } from "@/lib/vacancies/batch-public-queries";
import {
  batchLeftOver,
  batchLines,
  batchTotals,
  changedLines,
  earlierBatches,
  provisionalTotals,
} from "@/lib/vacancies/batch-queries";
import { publishBatch, tellPublished, withdrawBatch } from "@/lib/vacancies/publication-commands";
import type { VacancyContent } from "@/lib/vacancies/schema";
import { createBatchRow, createEnterprise, createPark, createVacancy, staffActor } from "../factories/vacancies";

let head: Person;
const at = (day: Day) => ({ now: new Date(`${day}T03:00:00Z`) });

beforeAll(async () => {
  head = await staffActor("LABOUR_HEAD");
});

/** A batch under review with `count` approved needs of as many enterprises in two parks. */
async function readyBatch(day: Day, count: number, more: Partial<VacancyContent> = {}) {
  const batch = await createBatchRow({ collectFrom: day, status: "REVIEWING" });
  const parks = [await createPark(), await createPark()] as const;
  const needs = [];
  for (let i = 0; i < count; i++) {
    const park = parks[i % 2 === 0 ? 0 : 1];
    const enterprise = await createEnterprise(park.id, { member: true });
    needs.push({
      park,
      enterprise,
      ...(await createVacancy(
        { enterpriseId: enterprise.id, parkId: park.id, batchId: batch.id, status: "APPROVED" },
        { deadline: addDays(day, 30), ...more },
      )),
    });
  }
  return { batch, parks, needs };
}

describe("publication", () => {
  test("the numbers of July 2024: 17 enterprises, 2,390 workers", async () => {
    const batch = await createBatchRow({
      collectFrom: "2024-07-01",
      collectTo: "2024-07-22",
      no: 2,
      status: "REVIEWING",
    });
    const park = await createPark();
    // 17 enterprises, 21 positions: the first four have two each.
    const heads = [611, 400, 220, 191, 150, 123, 110, 95, 88, 70, 62, 50, 44, 36, 30, 26, 20, 24, 18, 12, 10];
    const groups: PositionGroup[] = ["OTHER", "MID_TECHNICAL", "HIGH_TECHNICAL", "MANAGER"];
    const enterprises = [];
    for (let i = 0; i < 17; i++) enterprises.push(await createEnterprise(park.id));
    for (const [i, headcount] of heads.entries()) {
      const enterprise = enterprises[i % 17];
      if (!enterprise) throw new Error("no enterprise");
      await createVacancy(
        { enterpriseId: enterprise.id, parkId: park.id, batchId: batch.id, status: "APPROVED" },
        { headcount, deadline: "2024-08-31", positionGroup: groups[i % 4] ?? "OTHER" },
      );
    }
    const before = await provisionalTotals(batch.id, "2024-07-25");
    const result = await publishBatch(head, { id: batch.id, version: 1 }, at("2024-07-25"));
    expect(result).toEqual({ ok: true, value: { enterprises: 17, vacancies: 21, headcount: 2390, passedOn: 0 } });
    const after = await batchTotals(batch.id);
    expect(after).toEqual(before);
    expect(after.headcount).toBe(2390);
    expect(Object.values(after.byPositionGroup).reduce((a, b) => a + b)).toBe(2390);
    expect(Object.values(after.byQualification).reduce((a, b) => a + b)).toBe(2390);
    expect(after.byEnterprise.reduce((sum, row) => sum + row.headcount, 0)).toBe(2390);
    expect(after.byPark).toMatchObject([{ parkId: park.id, headcount: 2390, vacancies: 21 }]);
    expect(await publicBatch(2024, 2)).toMatchObject({
      month: 7,
      enterprises: 17,
      headcount: 2390,
      status: "PUBLISHED",
    });
    expect(JSON.parse(JSON.stringify(await latestPublishedBatch()))).toEqual(await latestPublishedBatch());
  });

  test("takes what is approved, in a stable order, and passes the rest on to the next batch", async () => {
    const { batch, needs } = await readyBatch("2041-01-01", 4);
    const next = await createBatchRow({ collectFrom: "2041-02-01" });
    const of = (i: number) => {
      const need = needs[i];
      if (!need) throw new Error("no such need");
      return { enterpriseId: need.enterprise.id, parkId: need.park.id, batchId: batch.id };
    };
    const waiting = await createVacancy({ ...of(0), status: "SUBMITTED" });
    const returned = await createVacancy({ ...of(1), status: "RETURNED" });
    const late = await createVacancy({ ...of(2), status: "APPROVED" }, { deadline: "2041-01-09" });
    await db().enterprise.update({ where: { id: of(3).enterpriseId }, data: { lifecycle: "SUSPENDED" } });
    expect(await batchLeftOver(batch.id, "2041-01-10")).toEqual({
      waiting: 1,
      returned: 1,
      pastDeadline: 1,
      notOperating: 1,
    });

    expect(await publishBatch(head, { id: batch.id, version: 1 }, at("2041-01-10"))).toEqual({
      ok: true,
      value: { enterprises: 3, vacancies: 3, headcount: 30, passedOn: 4 },
    });
    const moved = await db().vacancy.findMany({ where: { batchId: next.id }, orderBy: { id: "asc" } });
    expect(moved.map((row) => [row.id, row.status])).toEqual(
      [
        [of(3).enterpriseId && needs[3]?.id, "APPROVED"],
        [waiting.id, "SUBMITTED"],
        [returned.id, "RETURNED"],
        [late.id, "APPROVED"],
      ].sort((a, b) => Number(a[0]) - Number(b[0])),
    );
    const lines = await batchLines(batch.id, { limit: 2 });
    const rest = await batchLines(batch.id, { after: lines.at(-1)?.position ?? 0, limit: 2 });
    expect([...lines, ...rest].map((line) => line.position)).toEqual([1, 2, 3]);
    const names = [...lines, ...rest].map((line) => `${line.content.park.nameVi} ${line.content.enterprise.nameVi}`);
    expect(names).toEqual([...names].sort());
    expect(lines[0]?.content).toMatchObject({ titleVi: "Công nhân lắp ráp linh kiện điện tử", deadline: "2041-01-31" });
    expect(lines[0]?.now).toMatchObject({ status: "PUBLISHED", filledCount: 0 });
  });

  test("with nothing approved it is refused and nothing has moved", async () => {
    const batch = await createBatchRow({ collectFrom: "2042-01-01", status: "REVIEWING" });
    expect(await publishBatch(head, { id: batch.id, version: 1 }, at("2042-01-02"))).toMatchObject({
      code: "nothing_approved",
    });
    expect(await db().vacancyBatch.findUnique({ where: { id: batch.id } })).toMatchObject({
      status: "REVIEWING",
      version: 1,
    });
  });

  test("done twice at once, with one key or without, it happens once", async () => {
    const { batch } = await readyBatch("2043-01-01", 2);
    const seen = { id: batch.id, version: 1 };
    const options = { ...at("2043-01-02"), idempotencyKey: "once" };
    const [a, b] = await Promise.all([publishBatch(head, seen, options), publishBatch(head, seen, options)]);
    expect(a).toEqual(b);
    expect(a).toMatchObject({ ok: true });
    expect(await publishBatch(head, seen, at("2043-01-02"))).toMatchObject({ code: "not_allowed_now" });
    expect(await db().batchEntry.count({ where: { batchId: batch.id } })).toBe(2);
    const told = await db().outboxMessage.findMany({ where: { topic: "batches.published" } });
    expect(
      told.filter(({ payload }) => JSON.stringify(payload) === JSON.stringify({ batchId: batch.id })),
    ).toHaveLength(1);
  });

  test("two heads at once, each from a screen of their own: one publishes, the other is told", async () => {
    const other = await staffActor("LABOUR_HEAD");
    for (let round = 0; round < 5; round++) {
      const { batch } = await readyBatch(`2088-0${round + 1}-01`, 3);
      const answers = await Promise.all(
        [head, other].map((one) => publishBatch(one, { id: batch.id, version: 1 }, at(`2088-0${round + 1}-02`))),
      );
      expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
      expect(["changed_meanwhile", "not_allowed_now"]).toContain(answers.find((one) => !one.ok)?.code);
      expect(await db().batchEntry.count({ where: { batchId: batch.id } })).toBe(3);
      expect(await db().dissemination.count({ where: { batchId: batch.id } })).toBe(1);
      const about = { command: "batches.publish", subjectType: "batch", subjectId: String(batch.id), outcome: "ok" };
      expect(await db().auditEntry.count({ where: about })).toBe(1);
    }
  });

  test("a need that is returned at the same moment is either a line or returned, never both", async () => {
    const { batch, needs } = await readyBatch("2044-01-01", 3);
    const [need] = needs;
    await Promise.all([
      publishBatch(head, { id: batch.id, version: 1 }, at("2044-01-02")),
      db().vacancy.updateMany({
        where: { id: need?.id ?? 0, version: 1, status: "APPROVED" },
        data: { status: "RETURNED", version: 2 },
      }),
    ]);
    const row = await db().vacancy.findUniqueOrThrow({ where: { id: need?.id ?? 0 } });
    const line = await db().batchEntry.count({ where: { vacancyId: row.id } });
    expect(row.status === "PUBLISHED" ? 1 : 0).toBe(line);
  });

  test("2,000 lines within seconds", async () => {
    const { batch, needs } = await readyBatch("2045-01-01", 1);
    const [need] = needs;
    await db().$executeRaw`
      insert into "Vacancy" ("enterpriseId", "batchId", status, "titleVi", slug, "verifyCode", headcount, unskilled, "parkId",
        deadline, "updatedAt", "descriptionVi")
      select "enterpriseId", "batchId", status, "titleVi" || ' ' || n, slug, 'mass' || n, 3, 3, "parkId", deadline, now(), repeat('mô tả ', 200)
      from "Vacancy", generate_series(1, 1999) n where id = ${need?.id ?? 0}`;
    const begin = performance.now();
    expect(await publishBatch(head, { id: batch.id, version: 1 }, at("2045-01-02"))).toMatchObject({
      value: { vacancies: 2000, headcount: 10 + 1999 * 3 },
    });
    expect(performance.now() - begin).toBeLessThan(15_000);
  });

  test("each member hears once which of their listings are out", async () => {
    const { batch } = await readyBatch("2046-01-01", 2);
    await publishBatch(head, { id: batch.id, version: 1 }, at("2046-01-02"));
    expect(await tellPublished(system("worker"), { batchId: batch.id })).toMatchObject({ value: { written: 2 } });
    expect(await tellPublished(system("worker"), { batchId: batch.id })).toMatchObject({ value: { written: 0 } });
    const mail = await db().mail.findFirstOrThrow({
      where: { dedupeKey: { startsWith: `listingsPublished:${batch.id}:` } },
    });
    expect(mail.text).toContain("- Công nhân lắp ráp linh kiện điện tử");
    expect(mail.subject).toMatch(/^Đã công bố 1 tin tuyển dụng của Công ty/);
  });
});

describe("after publication", () => {
  test("the lines stay; what changed since is shown as a change", async () => {
    const { batch, needs } = await readyBatch("2047-01-01", 4);
    await publishBatch(head, { id: batch.id, version: 1 }, at("2047-01-02"));
    expect(await changedLines(batch.id, { limit: 10 })).toEqual([]);
    const [a, b, c] = needs.map(({ id }) => id);
    await db().vacancy.update({ where: { id: a ?? 0 }, data: { filledCount: 4 } });
    await db().vacancy.update({ where: { id: b ?? 0 }, data: { contactPhone: "0225 3 111 111" } });
    await db().vacancy.update({
      where: { id: c ?? 0 },
      data: { status: "WITHDRAWN", withdrawalNote: "Đã dừng dự án" },
    });
    const changes = await changedLines(batch.id, { limit: 10 });
    expect(changes.map((line) => line.content.id).sort()).toEqual([a, b, c].sort());
    expect(changes.find((line) => line.content.id === c)?.now.withdrawalNote).toBe("Đã dừng dự án");
    expect((await batchTotals(batch.id)).headcount).toBe(40);
    await expect(db().batchEntry.deleteMany({ where: { batchId: batch.id } })).rejects.toThrow();
  });

  test("a withdrawn batch keeps its lines and says why; its open listings end with the same note", async () => {
    const { batch, needs } = await readyBatch("2048-01-01", 2);
    await publishBatch(head, { id: batch.id, version: 1 }, at("2048-01-02"));
    const seen = { id: batch.id, version: 2 };
    expect(await withdrawBatch(head, { ...seen, note: "sai" })).toMatchObject({ code: "invalid_input" });
    const note = "Số liệu tổng hợp chưa đúng, đợt này được công bố lại.";
    expect(await withdrawBatch(head, { ...seen, note })).toMatchObject({ value: { withdrawn: 2 } });
    const shown = await publicBatch(batch.year, batch.no);
    expect(shown).toMatchObject({ status: "WITHDRAWN", withdrawalNote: note, vacancies: 2 });
    expect(await db().vacancy.findUnique({ where: { id: needs[0]?.id ?? 0 } })).toMatchObject({
      status: "WITHDRAWN",
      withdrawalNote: note,
    });
    const page = await publicBatches({ page: 1, size: 100 });
    expect(page.items.map(({ id }) => id)).toContain(batch.id);
    expect(page.total).toBe(page.items.length);
    expect((await earlierBatches(50)).map(({ id }) => id)).not.toContain(batch.id);
  });

  test("a batch before publication does not exist for the public", async () => {
    const batch = await createBatchRow({ collectFrom: "2049-01-01" });
    expect(await publicBatch(batch.year, batch.no)).toBeNull();
  });
});
