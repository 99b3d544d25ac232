import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import type { Person } from "@/lib/identity/actor";
import type { VacancyContent } from "@/lib/vacancies/schema";
import {
  copyVacancy,
  createVacancy,
  recallVacancy,
  removeVacancy,
  saveDraft,
  submitVacancy,
} from "@/lib/vacancies/vacancy-commands";
import { completeContent, createBatch, createMinimumWages, createRecruiter, createVacancyRow } from "../factories/desk";
import { createEnterprise, createOccupation, createPark } from "../factories/vacancies";

const now = new Date("2026-11-22T03:00:00Z");
let enterprise: Awaited<ReturnType<typeof createEnterprise>>;
let hr: Person;
let stranger: Person;
let content: VacancyContent;
let batchId: number;

beforeAll(async () => {
  await createMinimumWages();
  const park = await createPark();
  enterprise = await createEnterprise(park.id);
  hr = await createRecruiter(enterprise);
  stranger = await createRecruiter(await createEnterprise(park.id));
  content = completeContent(park.id, (await createOccupation()).id);
  batchId = (await createBatch({ from: "2026-11-10", to: "2026-11-30" })).id;
});

const draft = (change: Partial<VacancyContent> = {}) =>
  createVacancyRow({ enterpriseId: enterprise.id, content: { ...content, ...change } });

describe("writing a need", () => {
  it("starts at the enterprise's park with the contact of the last one", async () => {
    await draft({ contactName: "Phòng Nhân sự", contactPhone: "0225 000 0001" });
    const made = await createVacancy(hr, {}, { now });
    if (!made.ok) throw new Error(made.code);
    const row = await db().vacancy.findUniqueOrThrow({ where: { id: made.value.id } });
    expect(row).toMatchObject({
      enterpriseId: enterprise.id,
      parkId: content.parkId,
      status: "DRAFT",
      contactName: "Phòng Nhân sự",
      contactPhone: "0225 000 0001",
      createdById: hr.kind === "person" ? hr.userId : null,
    });
    expect(row.verifyCode).toHaveLength(10);
  });

  it("makes one draft of a click that came twice", async () => {
    const [first, second] = await Promise.all([
      createVacancy(hr, {}, { now, idempotencyKey: "twice" }),
      createVacancy(hr, {}, { now, idempotencyKey: "twice" }),
    ]);
    expect(first).toEqual(second);
  });

  it("saves what is half typed: sums and wages that do not meet yet", async () => {
    const { id } = await draft();
    const half = { ...content, headcount: 30, wageMax: 9, menQuota: 40, titleVi: "  Thợ   hàn " };
    const saved = await saveDraft(hr, { id, version: 1, content: half }, { now });
    expect(saved).toMatchObject({ ok: true, value: { version: 2 } });
    const row = await db().vacancy.findUniqueOrThrow({ where: { id } });
    expect(row).toMatchObject({ headcount: 30, wageMax: 9, menQuota: 40, titleVi: "Thợ hàn", slug: "tho-han" });
  });

  it("answers a save with what the computer sees, with the law", async () => {
    const { id } = await draft();
    const low = { ...content, wageBase: 5_000_000, descriptionVi: "Nộp phí hồ sơ 200.000 đồng khi phỏng vấn." };
    const saved = await saveDraft(hr, { id, version: 1, content: low }, { now });
    if (!saved.ok) throw new Error(saved.code);
    expect(saved.value.findings.map((finding) => finding.code)).toEqual(
      expect.arrayContaining(["belowMinimumWage", "feeWording"]),
    );
    expect(saved.value.findings[0]).toMatchObject({ severity: "block", citation: "Nghị định 293/2025/NĐ-CP" });
  });

  it("lets the stale screen lose", async () => {
    const { id } = await draft();
    expect(await saveDraft(hr, { id, version: 1, content }, { now })).toMatchObject({ ok: true });
    expect(await saveDraft(hr, { id, version: 1, content }, { now })).toMatchObject({ code: "changed_meanwhile" });
  });

  it("lets one of two colleagues who save at once win", async () => {
    const { id } = await draft();
    const both = await Promise.all(
      ["Một", "Hai"].map((titleVi) => saveDraft(hr, { id, version: 1, content: { ...content, titleVi } }, { now })),
    );
    expect(both.map((result) => (result.ok ? "ok" : result.code)).sort()).toEqual(["changed_meanwhile", "ok"]);
  });

  it("refuses a park or an occupation that does not exist, and what is no longer a draft", async () => {
    const { id } = await draft();
    expect(await saveDraft(hr, { id, version: 1, content: { ...content, parkId: 999_999 } }, { now })).toMatchObject({
      code: "invalid_input",
      fields: [{ path: ["content", "parkId"], code: "choice" }],
    });
    expect(
      await saveDraft(hr, { id, version: 1, content: { ...content, occupationId: 999_999 } }, { now }),
    ).toMatchObject({ code: "invalid_input", fields: [{ path: ["content", "occupationId"] }] });
    const open = await createVacancyRow({ enterpriseId: enterprise.id, content, status: "PUBLISHED", batchId });
    expect(await saveDraft(hr, { id: open.id, version: 1, content }, { now })).toMatchObject({
      code: "not_allowed_now",
    });
  });
});

describe("another enterprise's vacancy", () => {
  it("does not exist", async () => {
    const { id } = await draft();
    const refusals = await Promise.all([
      saveDraft(stranger, { id, version: 1, content }, { now }),
      submitVacancy(stranger, { id, version: 1 }, { now }),
      recallVacancy(stranger, { id, version: 1 }, { now }),
      copyVacancy(stranger, { id }, { now }),
      removeVacancy(stranger, { id, version: 1 }, { now }),
    ]);
    expect(refusals.map((result) => !result.ok && result.code)).toEqual(Array(5).fill("not_found"));
    expect(await db().vacancy.findUniqueOrThrow({ where: { id } })).toMatchObject({ version: 1, status: "DRAFT" });
  });
});

describe("submitting", () => {
  it("hands it to the collecting batch and freezes the version", async () => {
    const { id } = await draft();
    const result = await submitVacancy(hr, { id, version: 1 }, { now });
    expect(result).toMatchObject({ ok: true, value: { version: 2, versionNo: 1, batch: { id: batchId } } });
    const row = await db().vacancy.findUniqueOrThrow({ where: { id }, include: { versions: true } });
    expect(row).toMatchObject({ status: "SUBMITTED", batchId, submissionNo: 1, submittedAt: now });
    expect(row.versions).toMatchObject([{ no: 1, content: JSON.parse(JSON.stringify(content)) }]);
    const audit = await db().auditEntry.findFirstOrThrow({
      where: { command: "vacancies.submit", subjectType: "vacancy", subjectId: String(id) },
    });
    expect(audit).toMatchObject({ outcome: "ok", organisationId: enterprise.id });
  });

  it("does a repeated submit once", async () => {
    const { id } = await draft();
    const call = () => submitVacancy(hr, { id, version: 1 }, { now, idempotencyKey: `submit-${id}` });
    const [first, second] = await Promise.all([call(), call()]);
    expect(first).toEqual(second);
    expect(first.ok).toBe(true);
    expect(await db().vacancyVersion.count({ where: { vacancyId: id } })).toBe(1);
  });

  it("names every field that is missing or does not add up", async () => {
    const { id } = await draft({ headcount: 20, occupationId: null, busRoutes: null, deadline: "2026-11-21" });
    const result = await submitVacancy(hr, { id, version: 1 }, { now });
    if (result.ok) throw new Error("submitted");
    expect(result.code).toBe("invalid_input");
    expect(result.fields?.map((field) => [field.path[0], field.code])).toEqual([
      ["occupationId", "choice"],
      ["headcount", "qualificationsDiffer"],
      ["busRoutes", "busRoutesNeeded"],
      ["deadline", "deadlinePast"],
    ]);
  });

  it("refuses a wage below the region's minimum of the day, with the decree", async () => {
    const { id } = await draft({ wageBase: 5_200_000 });
    expect(await submitVacancy(hr, { id, version: 1 }, { now })).toMatchObject({
      code: "invalid_input",
      fields: [
        {
          path: ["wageBase"],
          code: "belowMinimumWage",
          params: { offered: 5_200_000, minimum: 5_310_000, region: "I", citation: "Nghị định 293/2025/NĐ-CP" },
        },
      ],
    });
  });

  it("takes an enterprise that is verified and operating, and no other", async () => {
    for (const [change, code] of [
      [{ lifecycle: "SUSPENDED" }, "enterprise_not_operating"],
      [{ verified: false }, "enterprise_not_verified"],
    ] as const) {
      const other = await createEnterprise(content.parkId, change);
      const { id } = await createVacancyRow({ enterpriseId: other.id, content });
      expect(await submitVacancy(await createRecruiter(other), { id, version: 1 }, { now })).toMatchObject({ code });
    }
  });

  it("waits for a batch that collects today", async () => {
    const { id } = await draft({ deadline: "2027-02-01" });
    for (const outside of ["2026-11-09T16:59:59Z", "2026-11-30T17:00:00Z"])
      expect(await submitVacancy(hr, { id, version: 1 }, { now: new Date(outside) })).toMatchObject({
        code: "no_open_batch",
      });
    // The last minute of the last day in Hải Phòng.
    expect(await submitVacancy(hr, { id, version: 1 }, { now: new Date("2026-11-30T16:59:59Z") })).toMatchObject({
      ok: true,
    });
  });
});

describe("a returned vacancy", () => {
  let id: number;
  beforeEach(async () => {
    id = (await draft()).id;
    await submitVacancy(hr, { id, version: 1 }, { now });
    await db().vacancy.update({ where: { id }, data: { status: "RETURNED", version: 3 } });
  });

  it("is not taken again with the same content", async () => {
    expect(await submitVacancy(hr, { id, version: 3 }, { now })).toMatchObject({ code: "nothing_changed" });
  });

  it("comes back as the next version, and the first stays as it was", async () => {
    await saveDraft(hr, { id, version: 3, content: { ...content, wageMax: 9_500_000 } }, { now });
    expect(await submitVacancy(hr, { id, version: 4 }, { now })).toMatchObject({ ok: true, value: { versionNo: 2 } });
    const versions = await db().vacancyVersion.findMany({ where: { vacancyId: id }, orderBy: { no: "asc" } });
    expect(versions.map((version) => (version.content as VacancyContent).wageMax)).toEqual([9_000_000, 9_500_000]);
    await expect(
      db().vacancyVersion.update({ where: { id: versions[0]?.id ?? 0 }, data: { no: 9 } }),
    ).rejects.toThrow();
  });

  it("goes back into its batch while that is being reviewed, after the window too", async () => {
    await saveDraft(hr, { id, version: 3, content: { ...content, wageMax: 9_500_000 } }, { now });
    await db().vacancyBatch.update({ where: { id: batchId }, data: { status: "REVIEWING" } });
    const late = new Date("2026-12-02T03:00:00Z");
    expect(await submitVacancy(hr, { id, version: 4 }, { now: late })).toMatchObject({
      ok: true,
      value: { batch: { id: batchId } },
    });
    await db().vacancyBatch.update({ where: { id: batchId }, data: { status: "COLLECTING" } });
  });
});

describe("recall, copy, remove", () => {
  it("recalls what nobody has decided, and only that", async () => {
    const { id } = await draft();
    await submitVacancy(hr, { id, version: 1 }, { now });
    expect(await recallVacancy(hr, { id, version: 2 }, { now })).toMatchObject({ ok: true });
    expect(await db().vacancy.findUniqueOrThrow({ where: { id } })).toMatchObject({ status: "DRAFT", batchId: null });
    await db().vacancy.update({ where: { id }, data: { status: "APPROVED" } });
    expect(await recallVacancy(hr, { id, version: 3 }, { now })).toMatchObject({ code: "not_allowed_now" });
  });

  it("copies any vacancy into a draft without its deadline and hires", async () => {
    const open = await createVacancyRow({
      enterpriseId: enterprise.id,
      content,
      status: "PUBLISHED",
      batchId,
      filledCount: 5,
    });
    const copy = await copyVacancy(hr, { id: open.id }, { now });
    if (!copy.ok) throw new Error(copy.code);
    expect(await db().vacancy.findUniqueOrThrow({ where: { id: copy.value.id } })).toMatchObject({
      status: "DRAFT",
      titleVi: content.titleVi,
      copiedFromId: open.id,
      deadline: null,
      filledCount: 0,
      batchId: null,
      submissionNo: 0,
    });
  });

  it("deletes a draft that HEZA has never seen, and nothing else", async () => {
    const fresh = await draft();
    expect(await removeVacancy(hr, { id: fresh.id, version: 1 }, { now })).toMatchObject({ ok: true });
    expect(await db().vacancy.count({ where: { id: fresh.id } })).toBe(0);
    const seen = await draft();
    await submitVacancy(hr, { id: seen.id, version: 1 }, { now });
    await recallVacancy(hr, { id: seen.id, version: 2 }, { now });
    expect(await removeVacancy(hr, { id: seen.id, version: 3 }, { now })).toMatchObject({ code: "not_allowed_now" });
  });
});
