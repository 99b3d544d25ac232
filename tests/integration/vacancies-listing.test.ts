import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { type Person, system } from "@/lib/identity/actor";
import {
  changeContact,
  expireVacancies,
  expiryLot,
  extendDeadline,
  reopenVacancy,
  reportFilled,
  withdrawVacancy,
} from "@/lib/vacancies/listing-commands";
import { repeatLastBatch } from "@/lib/vacancies/repeat-commands";
import type { VacancyContent } from "@/lib/vacancies/schema";
import { completeContent, createBatch, createRecruiter, createVacancyRow } from "../factories/desk";
import { createEnterprise, createOccupation, createPark } from "../factories/vacancies";

const now = new Date("2026-11-22T03:00:00Z");
let parkId: number;
let enterpriseId: number;
let hr: Person;
let stranger: Person;
let content: VacancyContent;
let published: number;

beforeAll(async () => {
  const park = await createPark();
  parkId = park.id;
  const enterprise = await createEnterprise(parkId);
  enterpriseId = enterprise.id;
  hr = await createRecruiter(enterprise);
  stranger = await createRecruiter(await createEnterprise(park.id));
  content = completeContent(parkId, (await createOccupation()).id);
  published = (await createBatch({ from: "2026-10-01", to: "2026-10-20", status: "PUBLISHED" })).id;
});

const listing = (more: Partial<Parameters<typeof createVacancyRow>[0]> = {}) =>
  createVacancyRow({ enterpriseId, content, status: "PUBLISHED", batchId: published, ...more });
const read = (id: number) => db().vacancy.findUniqueOrThrow({ where: { id } });

describe("hires", () => {
  it("are counted, and at zero left the listing closes as filled", async () => {
    const { id } = await listing();
    expect(await reportFilled(hr, { id, version: 1, filledCount: 7 }, { now })).toMatchObject({
      ok: true,
      value: { filled: false },
    });
    expect(await read(id)).toMatchObject({ status: "PUBLISHED", filledCount: 7 });
    expect(await reportFilled(hr, { id, version: 2, filledCount: 12 }, { now })).toMatchObject({
      ok: true,
      value: { filled: true },
    });
    expect(await read(id)).toMatchObject({ status: "FILLED", filledCount: 12, closedAt: now });
  });

  it("cannot be more than are wanted", async () => {
    const { id } = await listing();
    expect(await reportFilled(hr, { id, version: 1, filledCount: 13 }, { now })).toMatchObject({
      code: "invalid_input",
      fields: [{ path: ["filledCount"], code: "tooBig", params: { maximum: 12 } }],
    });
  });

  it("reported by two colleagues at once count once", async () => {
    const { id } = await listing();
    const both = await Promise.all([
      reportFilled(hr, { id, version: 1, filledCount: 4 }, { now }),
      reportFilled(hr, { id, version: 1, filledCount: 5 }, { now }),
    ]);
    expect(both.map((result) => (result.ok ? "ok" : result.code)).sort()).toEqual(["changed_meanwhile", "ok"]);
    expect((await read(id)).version).toBe(2);
  });

  it("that fell through open the listing again, within its deadline", async () => {
    const { id } = await listing({ status: "FILLED", filledCount: 12 });
    expect(await reopenVacancy(hr, { id, version: 1, filledCount: 12 }, { now })).toMatchObject({
      code: "invalid_input",
    });
    const after = new Date("2026-12-24T17:00:00Z");
    expect(await reopenVacancy(hr, { id, version: 1, filledCount: 10 }, { now: after })).toMatchObject({
      code: "deadline_past",
    });
    expect(await reopenVacancy(hr, { id, version: 1, filledCount: 10 }, { now })).toMatchObject({ ok: true });
    expect(await read(id)).toMatchObject({ status: "PUBLISHED", filledCount: 10, closedAt: null });
  });
});

describe("an open listing", () => {
  it("gets more time, up to the limit", async () => {
    const { id } = await listing();
    expect(await extendDeadline(hr, { id, version: 1, days: 30 }, { now })).toMatchObject({
      ok: true,
      value: { deadline: "2027-01-23" },
    });
    expect(await extendDeadline(hr, { id, version: 2, days: 30 }, { now })).toMatchObject({ code: "deadline_limit" });
    expect(await extendDeadline(hr, { id, version: 2, days: 7 }, { now })).toMatchObject({ code: "invalid_input" });
  });

  it("changes its contact, but never to none", async () => {
    const { id } = await listing();
    const nobody = { id, version: 1, contactName: "", contactPhone: "", contactEmail: "" };
    expect(await changeContact(hr, nobody, { now })).toMatchObject({
      code: "invalid_input",
      fields: [{ path: ["contactPhone"], code: "contactNeeded" }],
    });
    expect(await changeContact(hr, { ...nobody, contactEmail: "hr@hezaworks.example" }, { now })).toMatchObject({
      ok: true,
    });
    expect(await read(id)).toMatchObject({ contactPhone: null, contactEmail: "hr@hezaworks.example" });
  });

  it("is withdrawn with a reason, which becomes its public note", async () => {
    const { id } = await listing();
    expect(await withdrawVacancy(hr, { id, version: 1, reason: "thôi" }, { now })).toMatchObject({
      code: "invalid_input",
      fields: [{ path: ["reason"], code: "tooShort" }],
    });
    const reason = "Đơn hàng bị hủy, chưa tuyển nữa.";
    expect(await withdrawVacancy(hr, { id, version: 1, reason }, { now })).toMatchObject({ ok: true });
    expect(await read(id)).toMatchObject({ status: "WITHDRAWN", withdrawalNote: reason });
    expect(await withdrawVacancy(hr, { id, version: 2, reason }, { now })).toMatchObject({ code: "not_allowed_now" });
  });

  it("of another enterprise does not exist", async () => {
    const { id } = await listing();
    const at = { id, version: 1 };
    const refusals = await Promise.all([
      reportFilled(stranger, { ...at, filledCount: 1 }, { now }),
      reopenVacancy(stranger, { ...at, filledCount: 1 }, { now }),
      extendDeadline(stranger, { ...at, days: 14 }, { now }),
      changeContact(stranger, { ...at, contactEmail: "x@hezaworks.example" }, { now }),
      withdrawVacancy(stranger, { ...at, reason: "Không còn nhu cầu." }, { now }),
    ]);
    expect(refusals.map((result) => !result.ok && result.code)).toEqual(Array(5).fill("not_found"));
    expect((await read(id)).version).toBe(1);
  });

  it("of which the half-typed, returned content does not add up may still be withdrawn", async () => {
    const { id } = await listing({
      status: "RETURNED",
      content: { ...content, headcount: 99, wageMax: 1 },
    });
    expect(await withdrawVacancy(hr, { id, version: 1, reason: "Không còn nhu cầu tuyển." }, { now })).toMatchObject({
      ok: true,
    });
  });
});

describe("expiry", () => {
  it("closes what is over, lot by lot, and nothing that still runs today", async () => {
    const today = await listing({ content: { ...content, deadline: "2026-11-22" } });
    const over = await listing({ content: { ...content, deadline: "2026-11-21" } });
    const { id: _, ...row } = over;
    await db().vacancy.createMany({
      data: Array.from({ length: expiryLot }, (_, index) => ({ ...row, verifyCode: `LOT${index}` })),
    });
    expect(await expireVacancies(system("test"), {}, { now })).toMatchObject({
      ok: true,
      value: { expired: expiryLot, more: true },
    });
    expect(await expireVacancies(system("test"), {}, { now })).toMatchObject({
      ok: true,
      value: { expired: 1, more: false },
    });
    expect(await expireVacancies(system("test"), {}, { now })).toMatchObject({ ok: true, value: { expired: 0 } });
    expect(await read(over.id)).toMatchObject({ status: "EXPIRED", version: 2 });
    expect(await read(today.id)).toMatchObject({ status: "PUBLISHED", version: 1 });
  });

  it("is the system's", async () => {
    expect(await expireVacancies(hr, {}, { now })).toMatchObject({ code: "forbidden" });
  });
});

describe("repeating the last batch", () => {
  it("copies all that was public in it, once, with one deadline", async () => {
    const enterprise = await createEnterprise(parkId);
    const person = await createRecruiter(enterprise);
    expect(await repeatLastBatch(person, {}, { now })).toMatchObject({ code: "nothing_to_repeat" });

    const older = await createBatch({ from: "2026-08-01", to: "2026-08-20", status: "CLOSED" });
    const last = await createBatch({ from: "2026-09-01", to: "2026-09-20", status: "PUBLISHED" });
    const of = { enterpriseId: enterprise.id, content };
    await createVacancyRow({ ...of, status: "EXPIRED", batchId: older.id });
    await createVacancyRow({ ...of, status: "PUBLISHED", batchId: last.id, filledCount: 3 });
    await createVacancyRow({ ...of, status: "FILLED", batchId: last.id, filledCount: 12 });
    await createVacancyRow({ ...of, status: "RETURNED", batchId: last.id });

    const [first, second] = await Promise.all([
      repeatLastBatch(person, { deadline: "2027-01-15" }, { now }),
      repeatLastBatch(person, { deadline: "2027-01-15" }, { now }),
    ]);
    const created = [first, second].map((result) => (result.ok ? result.value.created : -1));
    expect(created.sort()).toEqual([0, 2]);
    const drafts = await db().vacancy.findMany({ where: { enterpriseId: enterprise.id, status: "DRAFT" } });
    expect(drafts).toHaveLength(2);
    for (const draft of drafts)
      expect(draft).toMatchObject({ filledCount: 0, batchId: null, deadline: new Date("2027-01-15T00:00:00Z") });
    expect(await repeatLastBatch(person, { deadline: "2026-11-21" }, { now })).toMatchObject({ code: "invalid_input" });
  });
});
