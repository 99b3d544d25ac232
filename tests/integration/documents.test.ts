import { beforeAll, describe, expect, test } from "vitest";
import { dayToDate } from "@/lib/core/day";
import { db } from "@/lib/db/client";
import type { Person } from "@/lib/identity/actor";
import { cancelDocument, numberDocument, startRegister } from "@/lib/papers/document-commands";
import { documentsOf, registerPage, registersIn, unnumberedBatches } from "@/lib/papers/document-queries";
import { documentQuery } from "@/lib/papers/document-schema";
import { paperOfId } from "@/lib/papers/paper-queries";
import { createBatchRow, staffActor } from "../factories/vacancies";

let officer: Person;
let registerId: number;
const now = new Date("2024-07-25T03:00:00Z");
const asked = (more: object = {}) => ({
  registerId,
  kind: "PLAN",
  subject: "Kế hoạch kết nối việc làm quý III",
  recipients: "",
  issuedOn: "2024-07-25",
  signerTitle: "",
  signerName: "",
  batchId: null,
  ...more,
});
const give = (more: object = {}, at = now) => numberDocument(officer, asked(more), { now: at });

async function publishedBatch(from: string) {
  const batch = await createBatchRow({ collectFrom: from });
  return db().vacancyBatch.update({
    where: { id: batch.id },
    data: { status: "PUBLISHED", publishedAt: dayToDate(from) },
  });
}

beforeAll(async () => {
  officer = await staffActor("LABOUR_OFFICER");
  registerId = (await db().documentRegister.findFirstOrThrow()).id;
});

describe("numbers of documents", () => {
  test("thirty asked for at once are the numbers 1 to 30; a refused one takes none", async () => {
    const answers = await Promise.all(
      Array.from({ length: 36 }, (_, i) => give(i % 6 === 0 ? { batchId: 2_000_000_000 } : {})),
    );
    expect(answers.filter(({ ok }) => !ok)).toHaveLength(6);
    const rows = await db().registeredDocument.findMany({ where: { registerId, year: 2024 }, orderBy: { no: "asc" } });
    expect(rows.map(({ no }) => no)).toEqual(Array.from({ length: 30 }, (_, i) => i + 1));
    expect(await registersIn(2024)).toMatchObject([
      { symbol: "BQL-LĐ", lastNo: 30, given: 30 },
      { symbol: "QĐ-BQL", lastNo: null, given: 0 },
    ]);
  });

  test("each year counts from one; numbers follow the calendar and today", async () => {
    expect(await give({ issuedOn: "2025-01-02" }, new Date("2025-01-02T03:00:00Z"))).toMatchObject({
      value: { number: "1/BQL-LĐ" },
    });
    expect(await give({ issuedOn: "2024-07-24" })).toMatchObject({
      code: "before_last",
      params: { no: 30, day: "25/07/2024" },
      fields: [{ path: ["issuedOn"], code: "beforeLast" }],
    });
    expect(await give({ issuedOn: "2024-07-26" })).toMatchObject({ code: "future_day" });
    expect(await give({ subject: "ngắn" })).toMatchObject({ code: "invalid_input" });
    expect(await give()).toMatchObject({ value: { number: "31/BQL-LĐ" } });
  });

  test("a cancelled number stays listed, once and with its reason, and is not given again", async () => {
    const given = await give();
    if (!given.ok) throw new Error(given.code);
    const { id } = given.value;
    const cancel = (version: number) => cancelDocument(officer, { id, version, reason: "Ghi nhầm trích yếu" }, { now });
    expect(await cancel(7)).toMatchObject({ code: "changed_meanwhile" });
    expect(await cancel(1)).toMatchObject({ ok: true });
    expect(await cancel(2)).toMatchObject({ code: "not_allowed_now" });
    expect(await give()).toMatchObject({ value: { number: "33/BQL-LĐ" } });
    const { items } = await registerPage(documentQuery.parse({ state: "cancelled" }));
    expect(items).toMatchObject([{ no: 32, cancelled: { reason: "Ghi nhầm trích yếu", by: officer.fullName } }]);
  });

  test("the database keeps them: nothing is edited, deleted, skipped or renumbered", async () => {
    const { id } = await db().registeredDocument.findFirstOrThrow({ where: { no: 1, year: 2024 } });
    const edits = { subject: "Đã sửa nội dung" };
    await expect(db().registeredDocument.update({ where: { id }, data: edits })).rejects.toThrow();
    await expect(db().registeredDocument.update({ where: { id }, data: { no: 99 } })).rejects.toThrow();
    await expect(db().registeredDocument.delete({ where: { id } })).rejects.toThrow();
    const skipped = {
      registerId,
      year: 2024,
      no: 50,
      kind: "PLAN",
      subject: "Bỏ số",
      issuedOn: dayToDate("2024-07-25"),
    } as const;
    await expect(db().registeredDocument.create({ data: skipped })).rejects.toThrow();
  });

  test("a year kept on paper so far is counted on; not once numbers were given", async () => {
    const start = (year: number, lastNo: number) => startRegister(officer, { registerId, year, lastNo }, { now });
    expect(await start(2024, 500)).toMatchObject({ code: "already_counting" });
    expect((await registersIn(2024))[0]?.lastNo).toBe(33);
    expect(await start(2026, 512)).toMatchObject({ ok: true });
    expect(await give({ issuedOn: "2026-03-01" }, new Date("2026-03-01T03:00:00Z"))).toMatchObject({
      value: { number: "513/BQL-LĐ" },
    });
  });
});

describe("the letter of a batch", () => {
  test("is numbered once, after publication; cancelled, anew", async () => {
    const collecting = await createBatchRow({ collectFrom: "2026-03-01" });
    const letter = { kind: "OFFICIAL_LETTER", issuedOn: "2026-03-10", subject: "Nhu cầu tuyển dụng lao động" };
    const at = new Date("2026-03-10T03:00:00Z");
    expect(await give({ ...letter, batchId: collecting.id }, at)).toMatchObject({ code: "not_published" });

    const batch = await publishedBatch("2026-03-05");
    expect((await unnumberedBatches(9)).map(({ id }) => id)).toContain(batch.id);
    const both = await Promise.all([
      give({ ...letter, batchId: batch.id }, at),
      give({ ...letter, batchId: batch.id }, at),
    ]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.find(({ ok }) => !ok)).toMatchObject({ code: "already_numbered", params: { number: "514/BQL-LĐ" } });
    expect((await unnumberedBatches(9)).map(({ id }) => id)).not.toContain(batch.id);
    expect((await paperOfId(batch.id, at, "https://a.example"))?.paper.letter).toEqual({
      no: 514,
      symbol: "BQL-LĐ",
      issuedOn: "2026-03-10",
      signerTitle: null,
      signerName: null,
    });

    const [first] = await documentsOf(batch.id);
    await cancelDocument(officer, { id: first?.id, version: 1, reason: "Sai ngày ban hành" }, { now: at });
    expect((await paperOfId(batch.id, at, "https://a.example"))?.paper.letter).toBeNull();
    expect(await give({ ...letter, batchId: batch.id }, at)).toMatchObject({ value: { number: "515/BQL-LĐ" } });
    expect((await documentsOf(batch.id)).map(({ no, cancelled }) => [no, cancelled !== null])).toEqual([
      [515, false],
      [514, true],
    ]);
  });
});

describe("the register", () => {
  const listed = async (query: object) => (await registerPage(documentQuery.parse(query))).items.map(({ no }) => no);

  test("is found by number, words without diacritics, kind, year; sorted and paged", async () => {
    const at = new Date("2027-02-01T03:00:00Z");
    const issuedOn = "2027-02-01";
    await give({ issuedOn, subject: "Báo cáo phối hợp đào tạo nghề hàn", kind: "REPORT", recipients: "Sở Nội vụ" }, at);
    await give({ issuedOn, subject: "Thông báo lịch tư vấn việc làm", kind: "NOTICE", signerName: "Trần Văn Thử" }, at);
    expect(await listed({ q: "dao tao nghe" })).toEqual([1]);
    expect(await listed({ q: "so noi vu" })).toEqual([1]);
    expect(await listed({ q: "tran van thu" })).toEqual([2]);
    expect(await listed({ q: "513/BQL-LĐ" })).toEqual([513]);
    expect(await listed({ q: "%" })).toEqual([]);
    expect(await listed({ year: 2027, kind: "NOTICE" })).toEqual([2]);
    expect(await listed({ year: 2027, sort: "number", direction: "asc" })).toEqual([1, 2]);
    const all = await registerPage(documentQuery.parse({ page: 2 }));
    expect(all.items.length).toBe(all.total - 25);
  });
});
