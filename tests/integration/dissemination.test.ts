import { beforeAll, describe, expect, test } from "vitest";
import { db } from "@/lib/db/client";
import type { Person } from "@/lib/identity/actor";
import { correctSending, recordSending, withdrawSending } from "@/lib/papers/dissemination-commands";
import { sendingFile, sendingPage, sendingsOf, sendingTotals } from "@/lib/papers/dissemination-queries";
import { sendingQuery } from "@/lib/papers/dissemination-schema";
import { publishBatch } from "@/lib/vacancies/publication-commands";
import { createBatchRow, createEnterprise, createPark, createVacancy, staffActor } from "../factories/vacancies";

let officer: Person;
let batchId: number;
const now = new Date("2024-07-30T03:00:00Z");
const sent = (more: object = {}) => ({
  batchId,
  channel: "LOCALITY",
  sentOn: "2024-07-26",
  receiver: "UBND phường Thử Nghiệm",
  link: "",
  file: null,
  documentId: null,
  ...more,
});
const record = (more: object = {}) => recordSending(officer, sent(more), { now });
const pdf = { name: "cong văn đã gửi.exe", content: Buffer.from("%PDF-1.7 thử").toString("base64") };

async function published(from: string) {
  const park = await createPark();
  const enterprise = await createEnterprise(park.id);
  const batch = await createBatchRow({ collectFrom: from, status: "REVIEWING" });
  await createVacancy({ enterpriseId: enterprise.id, parkId: park.id, batchId: batch.id, status: "APPROVED" });
  const head = await staffActor("LABOUR_HEAD");
  const result = await publishBatch(head, { id: batch.id, version: 1 }, { now: new Date(`${from}T03:00:00Z`) });
  if (!result.ok) throw new Error(result.code);
  return { ...batch, head };
}

beforeAll(async () => {
  officer = await staffActor("LABOUR_OFFICER");
});

describe("the dissemination log", () => {
  test("begins by itself: the publication writes the portal's entry", async () => {
    const batch = await published("2024-07-25");
    batchId = batch.id;
    const { current } = await sendingsOf(batchId);
    expect(current).toMatchObject([
      {
        channel: "PORTAL",
        automatic: true,
        sentOn: "2024-07-25",
        link: `/dot-tuyen-dung/2024/${batch.no}`,
        recordedBy: batch.head.fullName,
      },
    ]);
  });

  test("takes a sending with a receiver, a link or a file; days between publication and today", async () => {
    expect(await record()).toMatchObject({ ok: true });
    expect(await record({ channel: "FANPAGE", receiver: "", link: "https://facebook.example/bai/1" })).toMatchObject({
      ok: true,
    });
    const filed = await record({ channel: "NEWSPAPER", receiver: "", file: pdf });
    if (!filed.ok) throw new Error(filed.code);
    expect(await sendingFile(filed.value.id)).toMatchObject({
      name: "cong văn đã gửi.pdf",
      contentType: "application/pdf",
    });

    expect(await record({ receiver: "" })).toMatchObject({ fields: [{ path: ["receiver"], code: "proofMissing" }] });
    expect(await record({ link: "javascript:alert(1)" })).toMatchObject({ code: "invalid_input" });
    expect(await record({ sentOn: "2024-07-24" })).toMatchObject({
      code: "before_publication",
      params: { day: "25/07/2024" },
    });
    expect(await record({ sentOn: "2024-07-31" })).toMatchObject({ code: "future_day" });
    const html = { name: "a.pdf", content: Buffer.from("<script>").toString("base64") };
    expect(await record({ file: html })).toMatchObject({ code: "not_a_proof" });
    const open = await createBatchRow({ collectFrom: "2024-08-01" });
    expect(await record({ batchId: open.id })).toMatchObject({ code: "not_published" });
    expect((await sendingsOf(batchId)).current).toHaveLength(4);
  });

  test("a correction takes the place of an entry, with its file; the old one stays with the reason", async () => {
    const old = (await sendingsOf(batchId)).current.find(({ channel }) => channel === "NEWSPAPER");
    const input = {
      ...sent({ channel: "NEWSPAPER", receiver: "Báo Thử" }),
      id: old?.id,
      reason: "Ghi thiếu tên báo",
      keepsFile: true,
    };
    const both = await Promise.all([correctSending(officer, input, { now }), correctSending(officer, input, { now })]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.find(({ ok }) => !ok)).toMatchObject({ code: "changed_meanwhile" });
    const { current, ended } = await sendingsOf(batchId);
    const fresh = current.find(({ channel }) => channel === "NEWSPAPER");
    expect(fresh).toMatchObject({ receiver: "Báo Thử", correctsId: old?.id, file: { name: "cong văn đã gửi.pdf" } });
    expect(ended).toMatchObject([
      { id: old?.id, ended: { reason: "Ghi thiếu tên báo", by: officer.fullName, correctedById: fresh?.id } },
    ]);
    // A correction that is refused leaves the old entry as it was.
    const early = { ...sent({ sentOn: "2024-07-01" }), id: fresh?.id, reason: "Sai ngày gửi" };
    expect(await correctSending(officer, early, { now })).toMatchObject({ code: "before_publication" });
    expect((await sendingsOf(batchId)).current.map(({ id }) => id)).toContain(fresh?.id);
  });

  test("a withdrawn entry counts nowhere and stays readable; nothing is edited or deleted", async () => {
    const made = await record({ receiver: "Đài Thử", channel: "RADIO_TV" });
    if (!made.ok) throw new Error(made.code);
    const { id } = made.value;
    expect(await withdrawSending(officer, { id, reason: "Chưa phát sóng" }, { now })).toMatchObject({ ok: true });
    expect(await withdrawSending(officer, { id, reason: "Chưa phát sóng" }, { now })).toMatchObject({
      code: "changed_meanwhile",
    });
    expect((await sendingsOf(batchId)).current.map((one) => one.id)).not.toContain(id);
    await expect(db().dissemination.update({ where: { id }, data: { receiver: "Khác" } })).rejects.toThrow();
    await expect(db().dissemination.delete({ where: { id } })).rejects.toThrow();
  });

  test("across batches: by channel, day and batch, with totals by channel for the progress report", async () => {
    const other = await published("2024-09-02");
    await recordSending(officer, sent({ batchId: other.id, sentOn: "2024-09-03" }), {
      now: new Date("2024-09-05T03:00:00Z"),
    });
    const query = (more: object = {}) => sendingQuery.parse(more);
    const totals = async (more: object = {}) =>
      Object.fromEntries((await sendingTotals(query(more))).map((row) => [row.channel, [row.sendings, row.batches]]));
    expect(await totals()).toEqual({ PORTAL: [2, 2], LOCALITY: [2, 2], FANPAGE: [1, 1], NEWSPAPER: [1, 1] });
    expect(await totals({ from: "2024-09-01" })).toEqual({ PORTAL: [1, 1], LOCALITY: [1, 1] });
    expect(await totals({ batch: batchId })).toEqual({
      PORTAL: [1, 1],
      LOCALITY: [1, 1],
      FANPAGE: [1, 1],
      NEWSPAPER: [1, 1],
    });
    const page = await sendingPage(query({ channel: "LOCALITY" }));
    expect(page.items.map(({ sentOn }) => sentOn)).toEqual(["2024-09-03", "2024-07-26"]);
    expect(page.total).toBe(2);
    expect(
      (await sendingPage(query({ to: "2024-07-31", direction: "asc" }))).items.map(({ channel }) => channel),
    ).toEqual(["PORTAL", "LOCALITY", "FANPAGE", "NEWSPAPER"]);
  });
});
