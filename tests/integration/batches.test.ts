import { beforeAll, describe, expect, test } from "vitest";
import { type Day, dayToDate } from "@/lib/core/day";
import { db } from "@/lib/db/client";
import { type Person, system } from "@/lib/identity/actor";
import {
  closeBatch,
  collectAgain,
  createBatch,
  editBatch,
  moveDueBatches,
  startReview,
} from "@/lib/vacancies/batch-commands";
import { batchProposal } from "@/lib/vacancies/batch-queries";
import { createBatchRow, createEnterprise, createPark, createVacancy, staffActor } from "../factories/vacancies";

let officer: Person;
let head: Person;
const at = (day: Day) => ({ now: new Date(`${day}T03:00:00Z`) });

const fields = (no: number, collectFrom: Day, collectTo: Day) => ({
  year: Number(collectFrom.slice(0, 4)),
  no,
  month: Number(collectFrom.slice(5, 7)),
  asOf: collectTo,
  collectFrom,
  collectTo,
});

beforeAll(async () => {
  officer = await staffActor("LABOUR_OFFICER");
  head = await staffActor("LABOUR_HEAD");
});

describe("windows never overlap", () => {
  test("the refusal names the batch in the way", async () => {
    expect(await createBatch(officer, fields(1, "2031-01-01", "2031-01-14"))).toMatchObject({ ok: true });
    expect(await createBatch(officer, fields(2, "2031-01-14", "2031-01-20"))).toMatchObject({
      ok: false,
      code: "windows_overlap",
      params: { vi: "Đợt 1 tháng 1/2031", en: "Batch 1, January 2031", from: "01/01/2031", to: "14/01/2031" },
    });
    expect(await createBatch(officer, fields(1, "2031-02-01", "2031-02-14"))).toMatchObject({ code: "number_taken" });
    // A refused batch leaves nothing but its audit entry.
    expect(await db().vacancyBatch.count({ where: { year: 2031 } })).toBe(1);
  });

  test("of ten made at once for the same days, one exists", async () => {
    const results = await Promise.all(
      Array.from({ length: 10 }, (_, i) => createBatch(officer, fields(20 + i, "2032-05-01", "2032-05-10"))),
    );
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    for (const result of results) if (!result.ok) expect(result.code).toBe("windows_overlap");
    expect(await db().vacancyBatch.count({ where: { year: 2032 } })).toBe(1);
  });

  test("an edit that would overlap is refused and changes nothing; a stale one as well", async () => {
    const a = await createBatchRow({ collectFrom: "2033-01-01", collectTo: "2033-01-10", no: 1 });
    const b = await createBatchRow({ collectFrom: "2033-02-01", collectTo: "2033-02-10", no: 2 });
    const edit = { ...fields(2, "2033-01-10", "2033-02-10"), id: b.id, version: 1 };
    expect(await editBatch(officer, edit)).toMatchObject({ code: "windows_overlap" });
    expect(await editBatch(officer, { ...edit, collectFrom: "2033-01-11" })).toMatchObject({ ok: true });
    expect(await editBatch(officer, { ...edit, collectFrom: "2033-01-12" })).toMatchObject({
      code: "changed_meanwhile",
    });
    expect((await db().vacancyBatch.findUniqueOrThrow({ where: { id: a.id } })).version).toBe(1);
  });

  test("a window that ends before it begins names the field", async () => {
    expect(await createBatch(officer, fields(1, "2034-01-10", "2034-01-01"))).toMatchObject({
      code: "invalid_input",
      fields: [{ path: ["collectTo"], code: "windowOrder" }],
    });
  });
});

test("the proposal follows the last window and the last number of its year", async () => {
  await createBatchRow({ collectFrom: "2050-03-01", collectTo: "2050-03-14", no: 4 });
  expect(await batchProposal("2050-03-10")).toEqual({
    year: 2050,
    month: 3,
    no: 5,
    asOf: "2050-03-28",
    collectFrom: "2050-03-15",
    collectTo: "2050-03-28",
  });
});

test("needs without a batch are adopted by the one that is made next", async () => {
  const park = await createPark();
  const enterprise = await createEnterprise(park.id);
  const waiting = await createVacancy({ enterpriseId: enterprise.id, parkId: park.id });
  const made = await createBatch(officer, fields(1, "2060-03-01", "2060-03-10"), at("2060-03-02"));
  expect(made).toMatchObject({ ok: true });
  const row = await db().vacancy.findUniqueOrThrow({ where: { id: waiting.id } });
  expect(row.batchId).not.toBeNull();
});

describe("the batch's life", () => {
  test("collecting, reviewing, collecting again: only within the window, only by the head", async () => {
    const batch = await createBatchRow({ collectFrom: "2035-01-01", collectTo: "2035-01-10" });
    expect(await startReview(officer, { id: batch.id, version: 1 }, at("2035-01-05"))).toMatchObject({ ok: true });
    const seen = { id: batch.id, version: 2 };
    expect(await collectAgain(officer, seen, at("2035-01-05"))).toMatchObject({ code: "forbidden" });
    expect(await collectAgain(head, seen, at("2035-01-11"))).toMatchObject({ code: "window_over" });
    expect(await collectAgain(head, { ...seen, version: 1 }, at("2035-01-05"))).toMatchObject({
      code: "changed_meanwhile",
    });
    expect(await collectAgain(head, seen, at("2035-01-05"))).toMatchObject({ ok: true });
  });

  test("the daily job reviews what is over and closes what has nothing open", async () => {
    const over = await createBatchRow({ collectFrom: "2036-01-01", collectTo: "2036-01-10" });
    const running = await createBatchRow({ collectFrom: "2036-01-11", collectTo: "2036-01-20" });
    const old = await createBatchRow({ collectFrom: "2035-12-01", status: "REVIEWING" });
    await db().vacancyBatch.update({
      where: { id: old.id },
      data: { status: "PUBLISHED", publishedAt: dayToDate("2035-12-05") },
    });
    expect(await moveDueBatches(officer, {})).toMatchObject({ code: "forbidden" });
    const moved = await moveDueBatches(system("worker"), {}, at("2036-01-11"));
    expect(moved).toMatchObject({ ok: true });
    if (moved.ok) {
      expect(moved.value.reviewing).toContain(over.id);
      expect(moved.value.reviewing).not.toContain(running.id);
      expect(moved.value.closed).toEqual([old.id]);
    }
    expect(await moveDueBatches(system("worker"), {}, at("2036-01-11"))).toMatchObject({
      value: { reviewing: [], closed: [] },
    });
  });

  test("a batch with open listings is not closed by hand", async () => {
    const park = await createPark();
    const enterprise = await createEnterprise(park.id);
    const batch = await createBatchRow({ collectFrom: "2037-01-01", status: "REVIEWING" });
    await db().vacancyBatch.update({
      where: { id: batch.id },
      data: { status: "PUBLISHED", publishedAt: dayToDate("2037-01-02") },
    });
    const of = { enterpriseId: enterprise.id, parkId: park.id, batchId: batch.id };
    const { id } = await createVacancy({ ...of, status: "PUBLISHED" });
    const seen = { id: batch.id, version: 1 };
    expect(await closeBatch(head, seen)).toMatchObject({ code: "listings_open", params: { count: 1 } });
    await db().vacancy.update({ where: { id }, data: { status: "EXPIRED" } });
    expect(await closeBatch(head, seen)).toMatchObject({ ok: true });
  });
});
