import { beforeEach, describe, expect, it } from "vitest";
import {
  editOffer,
  moveOffer,
  movePlacement,
  offerInternship,
  proposePlacement,
} from "@/lib/cohorts/internship-commands";
import {
  confirmedInternships,
  enterpriseOffer,
  enterpriseOffers,
  internshipFigures,
  schoolOffer,
  schoolOffers,
} from "@/lib/cohorts/internship-queries";
import { offerQuery } from "@/lib/cohorts/internship-schema";
import { db } from "@/lib/db/client";
import type { Person } from "@/lib/identity/actor";
import { createMember, createOrganisation } from "../factories/identity";
import { anOffer, aPlacement, offerInput, placementInput } from "../factories/internships";

const now = new Date("2026-11-20T03:00:00Z");
let enterprise: Person;
let school: Person;
let other: Person;
const idOf = (actor: Person) => actor.organisation?.id ?? 0;

beforeEach(async () => {
  enterprise = await createMember((await createOrganisation("ENTERPRISE")).id);
  school = await createMember((await createOrganisation("SCHOOL")).id);
  other = await createMember((await createOrganisation("SCHOOL")).id);
});

const move = (actor: Person, { id, version }: { id: number; version: number }, more: object) =>
  movePlacement(actor, { id, version, ...more }, { now });

describe("an internship", () => {
  it("is confirmed by the side that did not propose it, runs and ends, and can be undone", async () => {
    const offer = await anOffer(enterprise);
    const mine = await aPlacement(school, offer.id);
    expect(await move(school, mine, { move: "confirm" })).toMatchObject({ code: "not_allowed_now" });
    expect(await move(enterprise, mine, { move: "refuse" })).toMatchObject({ fields: [{ path: ["reason"] }] });
    const confirmed = await move(enterprise, mine, { move: "confirm" });
    expect(confirmed).toMatchObject({ ok: true });
    expect(await move(enterprise, mine, { move: "start" })).toMatchObject({ code: "changed_meanwhile" });
    const at = (version: number) => ({ id: mine.id, version });
    expect(await move(school, at(2), { move: "start", on: "2027-01-01" })).toMatchObject({
      fields: [{ code: "notInFuture" }],
    });
    expect(await move(school, at(2), { move: "start", on: "2026-09-07" })).toMatchObject({ ok: true });
    expect(await move(school, at(3), { move: "finish", on: "2026-11-01" })).toMatchObject({
      fields: [{ path: ["completed"], code: "required" }],
    });
    expect(await move(school, at(3), { move: "finish", completed: 9 })).toMatchObject({
      fields: [{ code: "tooBig", params: { maximum: 8 } }],
    });
    expect(await move(school, at(3), { move: "finish", on: "2026-11-01", completed: 7 })).toMatchObject({ ok: true });
    expect(await move(enterprise, at(4), { move: "undoFinish" })).toMatchObject({ ok: true });
    expect(await db().internshipPlacement.findUniqueOrThrow({ where: { id: mine.id } })).toMatchObject({
      state: "RUNNING",
      completed: null,
      endedOn: null,
    });
    // What the enterprise proposes, the school confirms.
    const theirs = await aPlacement(enterprise, offer.id, { schoolId: idOf(school), students: 3, women: 0 });
    expect(await move(enterprise, theirs, { move: "confirm" })).toMatchObject({ code: "not_allowed_now" });
    expect(await move(other, theirs, { move: "confirm" })).toMatchObject({ code: "not_found" });
    expect(await move(school, theirs, { move: "refuse", reason: "Trùng lịch thi" })).toMatchObject({ ok: true });
  });

  it("tells the other side what was proposed, confirmed, declined, cancelled and ended, by a letter and a notice, once", async () => {
    const offer = await anOffer(enterprise);
    const colleague = await createMember(idOf(school));
    const [ids, addresses] = [
      [enterprise, school, other, colleague].map(({ userId }) => userId),
      [enterprise, school, other, colleague].map(({ email }) => email),
    ];
    const lettersOf = (template: string) =>
      db().mail.findMany({ where: { template, toAddress: { in: addresses } }, orderBy: { toAddress: "asc" } });
    const told = async (template: string) => ({
      notices: await db().notice.findMany({
        where: { template, userId: { in: ids } },
        orderBy: { userId: "asc" },
        select: { userId: true, path: true },
      }),
      mails: (await lettersOf(template)).map(({ toAddress }) => toAddress),
    });
    const bySchool = { notices: [{ userId: enterprise.userId, path: `/enterprise/internships/${offer.id}` }] };
    const atSchool = [school, colleague];
    const byEnterprise = {
      notices: atSchool.map(({ userId }) => ({ userId, path: `/school/internships/${offer.id}` })),
      mails: atSchool.map(({ email }) => email).sort(),
    };
    const mine = await aPlacement(school, offer.id);
    expect(await told("internshipProposed")).toEqual({ ...bySchool, mails: [enterprise.email] });
    const declined = await aPlacement(school, offer.id, { students: 3, women: 0 });
    const dropped = await aPlacement(school, offer.id, { students: 2, women: 0 });
    await move(enterprise, mine, { move: "confirm" });
    expect(await told("internshipConfirmed")).toEqual(byEnterprise);
    await move(enterprise, declined, { move: "refuse", reason: "Trùng ca bảo trì" });
    expect(await told("internshipRefused")).toEqual(byEnterprise);
    expect((await lettersOf("internshipRefused"))[0]?.text).toContain("Trùng ca bảo trì");
    const { email: byAddress } = enterprise;
    const confirmed = await move(enterprise, dropped, { move: "confirm" });
    if (!confirmed.ok) throw new Error("not confirmed");
    await move(school, confirmed.value, { move: "cancel", reason: "Đổi lịch học" });
    expect(await told("internshipCancelled")).toEqual({ ...bySchool, mails: [byAddress] });
    await move(school, { id: mine.id, version: 2 }, { move: "start", on: "2026-09-07" });
    await move(school, { id: mine.id, version: 3 }, { move: "finish", on: "2026-11-01", completed: 7 });
    expect(await told("internshipEnded")).toEqual({ ...bySchool, mails: [byAddress] });
    expect((await lettersOf("internshipEnded"))[0]?.text).toContain("7 trong 8 sinh viên hoàn thành");
  });

  it("is seen by a school with its own placements alone, by another enterprise not at all", async () => {
    const offer = await anOffer(enterprise);
    await aPlacement(school, offer.id);
    expect((await schoolOffer(idOf(other), offer.id))?.placements).toEqual([]);
    expect((await schoolOffer(idOf(school), offer.id))?.placements).toHaveLength(1);
    const stranger = await createMember((await createOrganisation("ENTERPRISE")).id);
    expect(await enterpriseOffer(idOf(stranger), offer.id)).toBeNull();
    expect((await enterpriseOffers(idOf(stranger), offerQuery.parse({}))).total).toBe(0);
    expect(await proposePlacement(stranger, placementInput(offer.id, { schoolId: idOf(school) }))).toMatchObject({
      code: "not_found",
    });
    // Closed: only who has a place in it still sees it.
    expect(await moveOffer(enterprise, { id: offer.id, version: 1, move: "close", reason: null })).toMatchObject({
      ok: true,
    });
    expect(await schoolOffer(idOf(other), offer.id)).toBeNull();
    expect(await schoolOffer(idOf(school), offer.id)).not.toBeNull();
    expect(await proposePlacement(other, placementInput(offer.id))).toMatchObject({ code: "not_found" });
    const seen = await schoolOffers(idOf(school), offerQuery.parse({ state: "CLOSED" }));
    expect(seen.rows).toMatchObject([{ id: offer.id, waiting: 8, taken: 0 }]);
  });

  it("never takes more students than there are places, however many confirm at once", async () => {
    const offer = await anOffer(enterprise, { places: 20 });
    const placements = [];
    for (let at = 0; at < 6; at++) placements.push(await aPlacement(at % 2 ? school : other, offer.id));
    const results = await Promise.all(placements.map((one) => move(enterprise, one, { move: "confirm" })));
    expect(results.filter(({ ok }) => ok)).toHaveLength(2);
    for (const result of results.filter(({ ok }) => !ok)) expect(result).toMatchObject({ code: "no_places" });
    const waiting = await db().internshipPlacement.findFirstOrThrow({
      where: { offerId: offer.id, state: "PROPOSED" },
    });
    // The database itself refuses, whoever writes.
    await expect(
      db().internshipPlacement.update({ where: { id: waiting.id }, data: { state: "CONFIRMED" } }),
    ).rejects.toThrow(/places/);
    await expect(db().internshipOffer.update({ where: { id: offer.id }, data: { places: 15 } })).rejects.toThrow(
      /places/,
    );
    expect(await proposePlacement(school, placementInput(offer.id))).toMatchObject({
      fields: [{ path: ["students"], code: "placesLeft", params: { left: 4 } }],
    });
    expect(await editOffer(enterprise, { ...offerInput({ places: 15 }), id: offer.id, version: 1 })).toMatchObject({
      fields: [{ path: ["places"], code: "tooSmall", params: { minimum: 16 } }],
    });
    expect(
      await moveOffer(enterprise, { id: offer.id, version: 1, move: "withdraw", reason: "Dừng chuyền" }),
    ).toMatchObject({ code: "placements_open" });
  });

  it("says at its field what is wrong", async () => {
    const problems = async (more: object) => {
      const result = await offerInternship(enterprise, offerInput(more));
      return result.ok ? [] : (result.fields ?? []).map(({ path, code }) => `${path.join(".")}: ${code}`);
    };
    expect(await problems({ endsOn: "2026-01-01" })).toEqual(["endsOn: daysInOrder"]);
    expect(await problems({ field: "" })).toEqual(["field: choice"]);
    const offer = await anOffer(enterprise);
    expect(await proposePlacement(school, placementInput(offer.id, { women: 9 }))).toMatchObject({
      fields: [{ path: ["women"] }],
    });
    expect(await proposePlacement(enterprise, placementInput(offer.id))).toMatchObject({
      fields: [{ path: ["schoolId"], code: "required" }],
    });
    expect(await proposePlacement(enterprise, placementInput(offer.id, { schoolId: idOf(enterprise) }))).toMatchObject({
      fields: [{ path: ["schoolId"], code: "choice" }],
    });
  });

  it("counts in the Authority's figures and in the school's next answer once both sides have confirmed", async () => {
    const offer = await anOffer(enterprise, { field: "MARITIME" });
    const [a, b] = [await aPlacement(school, offer.id), await aPlacement(school, offer.id, { students: 4, women: 1 })];
    await aPlacement(other, offer.id);
    expect(await confirmedInternships(idOf(school), 2026)).toEqual([]);
    await move(enterprise, a, { move: "confirm" });
    await move(enterprise, b, { move: "confirm" });
    expect(await confirmedInternships(idOf(school), 2026)).toEqual([
      {
        programme: "6520227",
        enterprise: enterprise.organisation?.nameVi,
        taxCode: null,
        inParks: "yes",
        term: "HK1",
        count: 12,
      },
    ]);
    expect(await confirmedInternships(idOf(school), 2025)).toEqual([]);
    expect(await confirmedInternships(idOf(other), 2026)).toEqual([]);
    const sums = { offers: 1, places: 20, confirmed: 12, women: 3, running: 0, completed: 0 };
    const own = async (by: "enterprise" | "field" | "term", key: string) =>
      (await internshipFigures(by)).find((row) => row.key === key);
    expect(await own("enterprise", String(idOf(enterprise)))).toMatchObject(sums);
    expect(await own("field", "MARITIME")).toMatchObject(sums);
    for (const by of ["enterprise", "park", "term", "field"] as const) {
      const rows = await internshipFigures(by);
      const all = await db().internshipPlacement.aggregate({
        where: { state: { in: ["CONFIRMED", "RUNNING", "COMPLETED"] } },
        _sum: { students: true },
      });
      expect(rows.reduce((sum, row) => sum + row.confirmed, 0)).toBe(all._sum.students);
    }
  });
});
