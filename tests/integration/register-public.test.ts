import { beforeAll, describe, expect, it } from "vitest";
import { auditOf } from "@/lib/audit/queries";
import { db } from "@/lib/db/client";
import { type Person, system } from "@/lib/identity/actor";
import { verifyRegistration } from "@/lib/identity/registration-commands";
import { changeLifecycle } from "@/lib/organisations/enterprise-commands";
import { tellDecided } from "@/lib/vacancies/decision-mail-commands";
import { enterpriseProfile } from "@/lib/vacancies/directory-queries";
import { reopenVacancy } from "@/lib/vacancies/listing-commands";
import { openListingsOf } from "@/lib/vacancies/listing-queries";
import { publishBatch } from "@/lib/vacancies/publication-commands";
import { createMember, createStaff, createUser } from "../factories/identity";
import { createBatchRow, createEnterprise, createPark, createVacancy } from "../factories/vacancies";
import { tagsToldBy } from "../support/public-changes";

/** What the register decides and the public then sees. */
const now = new Date("2026-11-22T03:00:00Z");
const today = "2026-11-22";
let parkId: number;
let supervision: Person;
let officer: Person;

beforeAll(async () => {
  parkId = (await createPark()).id;
  supervision = await createStaff("SUPERVISION");
  officer = await createStaff("LABOUR_OFFICER");
});

const filled = ({ id }: { id: number }) =>
  db().vacancy.update({ where: { id }, data: { status: "FILLED", filledCount: 10, closedAt: now } });

const paper = { effectiveOn: "2026-11-20", documentNumber: "21/BQL-DNGS", documentDate: "2026-11-20" };
const suspension = (id: number) => ({ id, version: 1, move: "suspend", note: "Theo thông báo", ...paper });

describe("a registration that is matched", () => {
  it("makes the enterprise's public pages fresh: it is verified from now on", async () => {
    const { id } = await createEnterprise(parkId, { verified: false });
    const registered = async () =>
      db().enterpriseRegistration.create({
        data: {
          taxCode: "0100109106",
          nameVi: "Công ty TNHH Hoa Gạo Thử",
          phone: "0225 3 000 000",
          applicantId: (await createUser()).id,
        },
      });
    const { slug } = await db().enterprise.findUniqueOrThrow({ where: { id } });
    expect(await enterpriseProfile(slug)).toBeNull();
    const match = async () => {
      const registration = await registered();
      const input = { registrationId: registration.id, enterpriseId: id, version: 1 };
      expect(await verifyRegistration(officer, input, { now })).toMatchObject({ ok: true });
    };
    expect(await tagsToldBy(match)).toEqual(["public", `enterprise:${id}`, `park:${parkId}`, "vacancies"].sort());
    expect(await enterpriseProfile(slug)).toMatchObject({ id });
    // A second owner of an enterprise that counts as verified already changes nothing for the public.
    expect(await tagsToldBy(match)).toEqual([]);
  });
});

describe("an enterprise that stops", () => {
  it("has no open listing any more: each is withdrawn with a public note, and its people are told", async () => {
    const { id } = await createEnterprise(parkId);
    const member = await createMember(id, "OWNER");
    const batch = await createBatchRow({ collectFrom: "2026-10-01" });
    const of = { enterpriseId: id, parkId, batchId: batch.id, now };
    const open = [
      await createVacancy({ ...of, status: "PUBLISHED" }),
      await createVacancy({ ...of, status: "PUBLISHED" }),
    ];
    const others = [
      await filled(await createVacancy({ ...of, status: "PUBLISHED" })),
      await createVacancy({ ...of, status: "DRAFT" }),
      await createVacancy({ ...of, status: "APPROVED" }),
    ];
    const neighbour = await createEnterprise(parkId);
    await createVacancy({ ...of, enterpriseId: neighbour.id, status: "PUBLISHED" });
    expect((await openListingsOf({ enterpriseId: id }, today, 10)).total).toBe(2);

    let answer: unknown;
    const told = await tagsToldBy(async () => {
      answer = await changeLifecycle(supervision, suspension(id), { now });
    });
    expect(answer).toMatchObject({ ok: true, value: { withdrawn: 2 } });
    for (const tag of ["batches", `batch:${batch.id}`, `enterprise:${id}`, ...open.map((row) => `vacancy:${row.id}`)])
      expect(told).toContain(tag);

    expect((await openListingsOf({ enterpriseId: id }, today, 10)).total).toBe(0);
    expect((await openListingsOf({ enterpriseId: neighbour.id }, today, 10)).total).toBe(1);
    const rows = await db().vacancy.findMany({ where: { id: { in: open.map((row) => row.id) } } });
    for (const row of rows)
      expect(row).toMatchObject({
        status: "WITHDRAWN",
        withdrawalNote: "Doanh nghiệp tạm ngừng hoạt động từ ngày 20/11/2026.",
        closedAt: now,
        version: 2,
      });
    for (const { id: other, status } of others)
      expect(await db().vacancy.findUnique({ where: { id: other } })).toMatchObject({ status });
    const decisions = await db().vacancyDecision.findMany({ where: { vacancyId: { in: open.map((row) => row.id) } } });
    expect(decisions.map(({ outcome, byUserId }) => [outcome, byUserId])).toEqual(
      open.map(() => ["WITHDRAWN", supervision.userId]),
    );
    // Each listing's own trail says so, too, beside the enterprise's.
    for (const [type, subject] of [["enterprise", id], ...open.map((row) => ["vacancy", row.id] as const)] as const)
      expect((await auditOf(type, subject)).items).toMatchObject([
        { command: "enterprises.changeLifecycle", actor: { userId: supervision.userId } },
      ]);
    const [order] = await db().outboxMessage.findMany({ where: { topic: "vacancies.decided" } });
    expect(await tellDecided(system("test"), order?.payload, { now })).toMatchObject({ value: { written: 2 } });
    const [letter] = await db().mail.findMany({ where: { toAddress: member.email } });
    expect(letter?.text).toContain("tạm ngừng hoạt động từ ngày 20/11/2026");
  });

  it("does not open a filled listing again", async () => {
    const { id } = await createEnterprise(parkId);
    const member = await createMember(id);
    const { id: batchId } = await createBatchRow({ collectFrom: "2026-09-01" });
    const { id: vacancyId } = await filled(
      await createVacancy({ enterpriseId: id, parkId, batchId, status: "PUBLISHED", now }),
    );
    const hiring = { id: vacancyId, version: 1, filledCount: 9 };
    expect(await changeLifecycle(supervision, suspension(id), { now })).toMatchObject({ value: { withdrawn: 0 } });
    expect(await reopenVacancy(member, hiring, { now })).toMatchObject({ code: "not_operating" });
    await db().enterprise.update({ where: { id }, data: { lifecycle: "OPERATING" } });
    expect(await reopenVacancy(member, hiring, { now })).toMatchObject({ ok: true });
  });

  it("and a publication at the same moment leave nothing open", async () => {
    const head = await createStaff("LABOUR_HEAD");
    for (let round = 1; round <= 4; round += 1) {
      const { id } = await createEnterprise(parkId);
      const other = await createEnterprise(parkId);
      const batch = await createBatchRow({ collectFrom: `2025-0${round}-01`, status: "REVIEWING" });
      for (const enterpriseId of [id, other.id])
        await createVacancy({ enterpriseId, parkId, batchId: batch.id, status: "APPROVED", now });
      const [published, stopped] = await Promise.all([
        publishBatch(head, { id: batch.id, version: 1 }, { now }),
        changeLifecycle(supervision, suspension(id), { now }),
      ]);
      expect([published.ok, stopped.ok]).toEqual([true, true]);
      expect(await db().vacancy.count({ where: { enterpriseId: id, status: "PUBLISHED" } })).toBe(0);
      expect(await db().vacancy.count({ where: { enterpriseId: other.id, status: "PUBLISHED" } })).toBe(1);
    }
  });
});
