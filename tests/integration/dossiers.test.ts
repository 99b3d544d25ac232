import { beforeAll, describe, expect, test } from "vitest";
import { dateToDay } from "@/lib/core/day";
import type { Result } from "@/lib/core/result";
import { db } from "@/lib/db/client";
import { command } from "@/lib/db/command";
import { readableFile } from "@/lib/files/file-queries";
import type { Person } from "@/lib/identity/actor";
import { staff } from "@/lib/identity/actor";
import { requestChange } from "@/lib/subsidies/change-commands";
import {
  copyDossier,
  createDossier,
  editHead,
  recomputeDossier,
  withdrawDossier,
} from "@/lib/subsidies/dossier-commands";
import { heldDossier, moveDossier } from "@/lib/subsidies/dossier-held-commands";
import { attachPapers, placePapers, takeBackPaper } from "@/lib/subsidies/dossier-paper-commands";
import { addPersons, answerPerson, removePersons } from "@/lib/subsidies/dossier-person-commands";
import { seenDossier } from "@/lib/subsidies/dossier-schema";
import { readableDossiers } from "@/lib/subsidies/dossier-scope-queries";
import { submitDossier } from "@/lib/subsidies/dossier-submit-commands";
import { answerCorrection, writeMessage } from "@/lib/subsidies/dossier-talk-commands";
import { factsOfDossier } from "@/lib/subsidies/facts-queries";
import { loadReferenceData } from "@/prisma/seed/reference";
import { createEnterpriseWith } from "../factories/deadlines";
import { bringPapers, createBeneficiaries, createCourse, createFile, createWorkers } from "../factories/dossiers";
import { createMember, createStaff } from "../factories/identity";

const at = (day: string) => ({ now: new Date(`${day}T09:00:00+07:00`) });
/** A Monday without holidays near. */
const today = at("2026-11-23");

let park: number;
let officer: Awaited<ReturnType<typeof createStaff>>;

beforeAll(async () => {
  await loadReferenceData(db());
  park = (await db().industrialPark.findFirstOrThrow()).id;
  officer = await createStaff("LABOUR_OFFICER");
});

function good<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.code} ${JSON.stringify(result.fields?.slice(0, 3))}`);
  return result.value;
}

const createApplicant = async (life: "OPERATING" | "SUSPENDED" = "OPERATING") =>
  createMember(await createEnterpriseWith(park, [["2020-01-01", life]]));
type Applicant = Awaited<ReturnType<typeof createApplicant>>;

const rowOf = (id: number) => db().subsidyDossier.findUniqueOrThrow({ where: { id } });
const seen = async (id: number) => ({ id, version: (await rowOf(id)).version });
const peopleOf = (id: number) =>
  db().dossierPerson.findMany({ where: { dossierId: id }, orderBy: { position: "asc" } });

/** A draft of an applicant with workers; every paper brought unless told otherwise. */
async function draft(
  person: Applicant,
  { people, papers = true, course }: { people: number[]; papers?: boolean; course?: number },
) {
  const organisationId = person.organisation.id;
  const courseId = course ?? (await createCourse(organisationId)).id;
  const entries = await createWorkers(organisationId, people);
  const { id } = good(await createDossier(person, { groupCode: "a", courseId: String(courseId), note: "" }, today));
  good(await addPersons(person, { id, rosterEntryIds: entries }, today));
  if (papers) {
    await bringPapers(id);
    good(await recomputeDossier(person, { id }, today));
  }
  return { id, entries, courseId };
}

const move = (name: "take" | "ask") =>
  command({
    name: `trial.${name}`,
    input: seenDossier,
    may: staff("LABOUR_OFFICER"),
    run: async (context) => {
      const held = await heldDossier(context, context.input, "officer", name);
      return held.ok ? moveDossier(context, held.row, name, {}, { reason: "thử" }) : held;
    },
  });
const [take, ask] = [move("take"), move("ask")];

describe("a dossier's way", () => {
  test("drafted, told what is missing, mended, handed in, corrected, handed in again", async () => {
    const person = await createApplicant();
    const people = await createBeneficiaries(3);
    const { id } = await draft(person, { people, papers: false });
    expect(await rowOf(id)).toMatchObject({ persons: 3, amount: 3n * 6_172_839n, stopped: 0, code: null });
    expect(await submitDossier(person, await seen(id), today)).toMatchObject({
      ok: false,
      code: "not_ready",
      fields: expect.arrayContaining([
        { path: ["dossier", "van-ban-de-nghi"], code: "paper_missing", params: { paper: "van-ban-de-nghi" } },
        expect.objectContaining({ path: ["persons", 1, "don-de-nghi"], code: "paper_missing" }),
      ]),
      params: { places: 10, persons: 3 },
    });
    await bringPapers(id);
    const before = await seen(id);
    const handed = good(await submitDossier(person, before, today));
    expect(handed).toMatchObject({ no: 1, code: expect.stringMatching(/^2026-\d{6}$/) });
    // Ten working days after Monday, 23 November.
    expect(await rowOf(id)).toMatchObject({ state: "SUBMITTED", currentNo: 1, daysLeft: null });
    expect(dateToDay((await rowOf(id)).dueOn ?? new Date(0))).toBe("2026-12-07");
    expect(await submitDossier(person, before, today)).toMatchObject({ ok: false, code: "changed_meanwhile" });
    expect(await submitDossier(person, await seen(id), today)).toMatchObject({ ok: false, code: "not_allowed_now" });
    expect(await db().supportClaim.count({ where: { dossierId: id, state: "IN_FLIGHT" } })).toBe(3);
    expect(await addPersons(person, { id, from: "course" }, today)).toMatchObject({ code: "not_allowed_now" });

    good(await take(officer, await seen(id), at("2026-11-24")));
    await db().dossierCorrection.create({
      data: { dossierId: id, versionNo: 1, kind: "WRONG", position: 2, message: "Sai người", sentAt: today.now },
    });
    good(await ask(officer, await seen(id), at("2026-11-25")));
    // Eight of ten working days are left after Wednesday, 25 November.
    expect(await rowOf(id)).toMatchObject({ state: "CORRECTING", dueOn: null, daysLeft: 8 });

    const [, second] = await peopleOf(id);
    const [correction] = await db().dossierCorrection.findMany({ where: { dossierId: id } });
    good(await answerCorrection(person, { id, correctionId: correction?.id, answer: "Đã bỏ người này." }, today));
    good(await removePersons(person, { id, personIds: [second?.id] }, at("2026-12-01")));
    expect(good(await submitDossier(person, await seen(id), at("2026-12-02")))).toEqual({
      ...{ id, version: expect.any(Number), code: handed.code, no: 2 },
      // Nothing is allocated here: it was received all the same, and waits for what its two persons ask for.
      waiting: 2 * 6_172_839,
    });
    const again = await rowOf(id);
    expect(again).toMatchObject({ state: "IN_REVIEW", persons: 2, amount: 2n * 6_172_839n, daysLeft: null });
    expect(dateToDay(again.dueOn ?? new Date(0))).toBe("2026-12-14");
    expect(await db().supportClaim.groupBy({ by: ["state"], where: { dossierId: id }, _count: true })).toEqual(
      expect.arrayContaining([
        { state: "IN_FLIGHT", _count: 2 },
        { state: "RELEASED", _count: 1 },
      ]),
    );
    expect(await db().dossierCorrection.findFirst({ where: { dossierId: id } })).toMatchObject({
      state: "ANSWERED",
      answeredNo: 2,
    });
    const versions = await db().dossierVersion.findMany({
      where: { dossierId: id },
      orderBy: { no: "asc" },
      include: { people: { orderBy: { position: "asc" } } },
    });
    expect(
      versions.map(({ persons, amount, people: rows }) => [persons, amount, rows.map((one) => one.position)]),
    ).toEqual([
      [3, 3n * 6_172_839n, [1, 2, 3]],
      [2, 2n * 6_172_839n, [1, 3]],
    ]);
    expect(versions[1]?.people[0]?.digest).toBe(versions[0]?.people[0]?.digest);
    expect(
      await db().dossierEvent.findMany({ where: { dossierId: id }, select: { move: true, versionNo: true } }),
    ).toEqual([
      { move: "submit", versionNo: 1 },
      { move: "take", versionNo: 1 },
      { move: "ask", versionNo: 1 },
      { move: "resubmit", versionNo: 2 },
    ]);
  });

  test("two tabs that hand in at once hand in once, and the same key gives the same answer", async () => {
    const person = await createApplicant();
    const { id } = await draft(person, { people: await createBeneficiaries(2) });
    const version = await seen(id);
    const both = await Promise.all([submitDossier(person, version, today), submitDossier(person, version, today)]);
    expect(both.map((one) => (one.ok ? "ok" : one.code)).sort()).toEqual(["changed_meanwhile", "ok"]);

    const { id: other } = await draft(person, { people: await createBeneficiaries(2) });
    const seenOther = await seen(other);
    const keyed = { ...today, idempotencyKey: "một lần" };
    const [one, two] = await Promise.all([
      submitDossier(person, seenOther, keyed),
      submitDossier(person, seenOther, keyed),
    ]);
    expect(good(one)).toEqual(good(two));
    expect(await db().dossierVersion.count({ where: { dossierId: other } })).toBe(1);
  });

  test("a suspended enterprise, and persons whom the group does not take, are stopped with their place", async () => {
    const person = await createApplicant("SUSPENDED");
    const { id } = await draft(person, { people: await createBeneficiaries(1) });
    expect(await rowOf(id)).toMatchObject({ persons: 1, stopped: 1 });
    expect(await submitDossier(person, await seen(id), today)).toMatchObject({
      code: "not_ready",
      fields: [{ path: ["persons", 1, "enterprise_not_operating"], code: "enterprise_not_operating" }],
    });
    await db().enterprise.update({ where: { id: person.organisation.id }, data: { lifecycle: "OPERATING" } });
    expect(good(await recomputeDossier(person, { id }, today))).toMatchObject({ changed: 1 });
    const settled = await seen(id);
    expect(good(await recomputeDossier(person, { id }, today))).toMatchObject({ ...settled, changed: 0 });
  });
});

describe("one person, one benefit", () => {
  test("two submissions of one person in flight at two enterprises end with one accepted", async () => {
    for (let round = 0; round < 5; round++) {
      const shared = await createBeneficiaries(40);
      const [a, b] = [await createApplicant(), await createApplicant()];
      const [first, second] = [await draft(a, { people: shared }), await draft(b, { people: [...shared].reverse() })];
      const [seenFirst, seenSecond] = [await seen(first.id), await seen(second.id)];
      const both = await Promise.all([submitDossier(a, seenFirst, today), submitDossier(b, seenSecond, today)]);
      expect(both.map((one) => (one.ok ? "ok" : one.code)).sort()).toEqual(["already_supported", "ok"]);
      const lost = both.find((one) => !one.ok);
      expect(lost).toMatchObject({
        fields: expect.arrayContaining([
          expect.objectContaining({ params: expect.objectContaining({ rate: "hoc-phi" }) }),
        ]),
        params: { persons: 40 },
      });
      expect(
        await db().supportClaim.count({ where: { beneficiaryId: { in: shared }, state: { not: "RELEASED" } } }),
      ).toBe(40);
    }
  });

  test("who is asked for elsewhere is told while typing; a withdrawal frees the person", async () => {
    const people = await createBeneficiaries(2);
    const [a, b] = [await createApplicant(), await createApplicant()];
    const first = await draft(a, { people });
    good(await submitDossier(a, await seen(first.id), today));
    const second = await draft(b, { people: people.slice(0, 1) });
    expect((await peopleOf(second.id))[0]).toMatchObject({ stopped: true, amount: 0n });
    expect(await submitDossier(b, await seen(second.id), today)).toMatchObject({
      code: "already_supported",
      fields: [{ path: ["persons", 1, "already_supported"], params: { name: expect.any(String) } }],
    });
    expect(await withdrawDossier(a, { ...(await seen(first.id)), reason: "" }, today)).toMatchObject({
      code: "invalid_input",
    });
    good(await withdrawDossier(a, { ...(await seen(first.id)), reason: "Nộp nhầm" }, today));
    expect(await rowOf(first.id)).toMatchObject({ state: "WITHDRAWN", dueOn: null });
    good(await submitDossier(b, await seen(second.id), today));
  });

  test("the same person stands in a dossier once, in whatever row of the roster", async () => {
    const person = await createApplicant();
    const people = await createBeneficiaries(2);
    const { id, entries } = await draft(person, { people });
    expect(good(await addPersons(person, { id, rosterEntryIds: entries }, today))).toMatchObject({
      ...{ added: 0, already: 2 },
    });
    const [former] = await createWorkers(person.organisation.id, people.slice(0, 1), {
      leftOn: new Date("2024-01-01"),
    });
    expect(good(await addPersons(person, { id, rosterEntryIds: [former] }, today))).toMatchObject({ added: 0 });
    expect(await rowOf(id)).toMatchObject({ persons: 2 });
  });
});

describe("what a draft holds", () => {
  test("people of the course, answers that the roster lacks, another head, a copy", async () => {
    const person = await createApplicant();
    const organisationId = person.organisation.id;
    const people = await createBeneficiaries(3);
    const entries = await createWorkers(organisationId, people, { education: null });
    const course = await createCourse(organisationId);
    await db().courseParticipant.createMany({
      data: entries.map((rosterEntryId, index) => ({
        ...{ courseId: course.id, rosterEntryId, beneficiaryId: people[index] ?? 0 },
        ...(index === 2 && { droppedOn: new Date("2026-10-01"), dropReason: "chuyển việc" }),
      })),
    });
    const { id } = good(await createDossier(person, { groupCode: "a", courseId: course.id }, today));
    expect(good(await addPersons(person, { id, from: "course" }, today))).toMatchObject({ added: 2 });
    const [one] = await peopleOf(id);
    const codes = async () => ((await peopleOf(id))[0]?.findings ?? []) as { code: string }[];
    expect((await codes()).map(({ code }) => code)).toContain("education_unknown");
    good(await answerPerson(person, { id, personId: one?.id, answers: { education: "LOWER_SECONDARY" } }, today));
    expect((await codes()).map(({ code }) => code)).not.toContain("education_unknown");
    good(await answerPerson(person, { id, personId: one?.id, answers: { education: "PRIMARY" } }, today));
    expect((await codes()).map(({ code }) => code)).toContain("education_below_floor");
    expect(await rowOf(id)).toMatchObject({ stopped: 1 });

    const dearer = await createCourse(organisationId, { tuition: 20_000_000 });
    const stale = { id, version: 1, groupCode: "a", courseId: dearer.id };
    expect(await editHead(person, stale, today)).toMatchObject({ code: "changed_meanwhile" });
    good(await editHead(person, { ...stale, ...(await seen(id)) }, today));
    expect(await rowOf(id)).toMatchObject({ amount: 20_000_000n });
    expect(await editHead(person, { ...stale, ...(await seen(id)), groupCode: "b" }, today)).toMatchObject({
      fields: [{ path: ["groupCode"], code: "choice" }],
    });

    const copy = good(await copyDossier(person, { id }, today));
    expect(await peopleOf(copy.id)).toMatchObject([{ extra: { education: "PRIMARY" }, position: 1 }, { position: 2 }]);
    expect(await rowOf(copy.id)).toMatchObject({ state: "DRAFT", persons: 2, stopped: 1, nextPosition: 3 });
  });

  test("2,000 persons are added, judged and handed in, and not one more fits", async () => {
    const person = await createApplicant();
    const people = await createBeneficiaries(2_001);
    const { id } = await draft(person, { people: people.slice(0, 2_000), papers: false });
    const [more] = await createWorkers(person.organisation.id, people.slice(2_000));
    expect(await addPersons(person, { id, rosterEntryIds: [more] }, today)).toMatchObject({
      code: "too_many_persons",
      params: { most: 2_000, room: 0 },
    });
    await bringPapers(id);
    expect(good(await recomputeDossier(person, { id }, today))).toMatchObject({ changed: 2_000 });
    good(await submitDossier(person, await seen(id), today));
    expect(await db().dossierVersionPerson.count({ where: { version: { dossierId: id } } })).toBe(2_000);
    expect(await db().supportClaim.count({ where: { dossierId: id } })).toBe(2_000);
  });
});

describe("papers", () => {
  test("are proposed by their names, put in place, replaced, taken back, and read by officers once handed in", async () => {
    const person = await createApplicant();
    const organisationId = person.organisation.id;
    const { id } = await draft(person, { people: await createBeneficiaries(2), papers: false });
    const [one] = await peopleOf(id);
    const names = ["NV0001_don-de-nghi.pdf", "van-ban-de-nghi.pdf", "anh.jpg"];
    const keys = await Promise.all(names.map((name) => createFile(organisationId, name)));
    const [form = "", letter = "", photo = ""] = keys;
    const proposal = good(await placePapers(person, { id, keys }, today));
    expect(proposal.places).toMatchObject([
      { key: form, code: "don-de-nghi", personId: one?.id, position: 1, replaces: false },
      { key: letter, code: "van-ban-de-nghi", personId: null },
    ]);
    expect(proposal.unplaced).toEqual([{ key: photo, name: "anh.jpg" }]);
    const places = proposal.places.map(({ key, code, personId }) => ({ key, code, personId }));
    good(await attachPapers(person, { id, papers: places }, today));
    const missing = async () => {
      const findings = ((await peopleOf(id))[0]?.findings ?? []) as { code: string; paper?: string }[];
      return findings.filter(({ code }) => code === "paper_missing").map(({ paper }) => paper);
    };
    expect(await missing()).toEqual(["xac-nhan-cua-truong", "ban-sao-bang"]);
    expect(await attachPapers(person, { id, papers: places }, today)).toMatchObject({ code: "file_attached" });
    const wrongPlace = { key: photo, code: "van-ban-de-nghi", personId: one?.id };
    expect(await attachPapers(person, { id, papers: [wrongPlace] }, today)).toMatchObject({
      fields: [{ path: ["papers", 0, "code"], code: "choice" }],
    });
    const stranger = await createFile((await createApplicant()).organisation.id, "x.pdf");
    const foreign = { key: stranger, code: "ban-sao-bang", personId: one?.id };
    expect(await attachPapers(person, { id, papers: [foreign] }, today)).toMatchObject({ code: "file_not_found" });

    good(await attachPapers(person, { id, papers: [{ key: photo, code: "don-de-nghi", personId: one?.id }] }, today));
    // The first one was never handed in: it is free again.
    expect(await db().uploadedFile.findUnique({ where: { key: form } })).toMatchObject({ attachedAt: null });
    expect(await readableFile(officer, photo)).toBeNull();
    await bringPapers(id);
    good(await submitDossier(person, await seen(id), today));
    expect(await readableFile(officer, photo)).toMatchObject({ key: photo });
    expect(await readableFile(await createStaff("SUPERVISION"), photo)).toBeNull();

    good(await take(officer, await seen(id), today));
    good(await ask(officer, await seen(id), today));
    const [paper] = await db().dossierPaper.findMany({ where: { dossierId: id, fileName: "anh.jpg" } });
    good(await takeBackPaper(person, { id, paperId: paper?.id }, today));
    expect(await missing()).toEqual(["don-de-nghi"]);
    good(await removePersons(person, { id, personIds: [one?.id] }, today));
    // What was handed in is still read.
    expect(await readableFile(officer, photo)).toMatchObject({ key: photo });
  });
});

describe("what is frozen and whose it is", () => {
  test("a submitted version never changes, whatever happens to the roster, and totals are the sum of persons", async () => {
    const person = await createApplicant();
    const { id, entries } = await draft(person, { people: await createBeneficiaries(5) });
    good(await submitDossier(person, await seen(id), today));
    const version = () =>
      db().dossierVersion.findFirstOrThrow({
        where: { dossierId: id },
        include: { people: { orderBy: { position: "asc" } } },
      });
    const before = await version();
    expect(before.people.reduce((sum, { amount }) => sum + amount, 0n)).toBe(before.amount);
    expect(before.amount).toBe((await rowOf(id)).amount);
    await db().rosterEntry.updateMany({
      where: { id: { in: entries } },
      data: { education: "PRIMARY", fullName: "Khác" },
    });
    expect(await version()).toEqual(before);
    await expect(
      db().dossierVersionPerson.updateMany({ where: { versionId: before.id }, data: { amount: 0 } }),
    ).rejects.toThrow();
    expect(JSON.stringify(before.people.map(({ facts }) => facts))).not.toMatch(/sealed|idHash|personId/);
  });

  test("another organisation's dossiers, courses, people and corrections do not exist", async () => {
    const [owner, stranger] = [await createApplicant(), await createApplicant()];
    const own = await draft(owner, { people: await createBeneficiaries(2) });
    const theirs = await draft(stranger, { people: await createBeneficiaries(2) });
    const [target] = await peopleOf(own.id);
    const { id } = own;
    const acts: [string, Promise<Result<unknown>>][] = [
      ["head", editHead(stranger, { ...(await seen(id)), groupCode: "a", courseId: own.courseId }, today)],
      ["recompute", recomputeDossier(stranger, { id }, today)],
      ["copy", copyDossier(stranger, { id }, today)],
      ["add", addPersons(stranger, { id, rosterEntryIds: theirs.entries }, today)],
      ["add their people", addPersons(owner, { id, rosterEntryIds: theirs.entries }, today)],
      ["remove", removePersons(stranger, { id: theirs.id, personIds: [target?.id] }, today)],
      ["answer", answerPerson(stranger, { id: theirs.id, personId: target?.id, answers: {} }, today)],
      ["submit", submitDossier(stranger, await seen(id), today)],
      ["withdraw", withdrawDossier(stranger, { ...(await seen(id)), reason: "thử xem" }, today)],
      ["message", writeMessage(stranger, { id, body: "Xin chào" }, today)],
      ["correction", answerCorrection(stranger, { id, correctionId: 1, answer: "x" }, today)],
      [
        "change",
        requestChange(
          stranger,
          { ...(await seen(id)), reason: "thử xem", change: { kind: "TUITION", tuition: 1 }, after: 0 },
          today,
        ),
      ],
    ];
    for (const [name, act] of acts) expect([name, await act]).toMatchObject([name, { ok: false, code: "not_found" }]);
    expect(await createDossier(stranger, { groupCode: "a", courseId: own.courseId }, today)).toMatchObject({
      fields: [{ path: ["courseId"], code: "choice" }],
    });
    expect(await peopleOf(id)).toHaveLength(2);
  });

  test("staff read what was handed in, other units where their opinion was asked", async () => {
    const person = await createApplicant();
    const { id } = await draft(person, { people: await createBeneficiaries(1) });
    const supervision = await createStaff("SUPERVISION");
    const reads = (actor: Person) => db().subsidyDossier.count({ where: { AND: [{ id }, readableDossiers(actor)] } });
    expect(await reads(officer)).toBe(0);
    good(await submitDossier(person, await seen(id), today));
    expect([await reads(officer), await reads(supervision), await reads(person)]).toEqual([1, 0, 0]);
    await db().dossierOpinion.create({
      data: { dossierId: id, unit: "SUPERVISION", question: "Hoạt động?", dueOn: new Date("2026-12-01") },
    });
    expect(await reads(supervision)).toBe(1);
    expect(await factsOfDossier(undefined, id)).toMatchObject({ facts: { applicant: { operating: true } } });
    expect(await factsOfDossier(undefined, 0)).toBeNull();
  });
});
