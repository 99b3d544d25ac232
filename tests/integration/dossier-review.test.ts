import { beforeAll, expect, test } from "vitest";
import { dateToDay } from "@/lib/core/day";
import type { Result } from "@/lib/core/result";
import { db } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { system } from "@/lib/identity/actor";
import { gatheringLists } from "@/lib/subsidies/approval-queries";
import {
  dropCorrection,
  markPaper,
  noteCorrection,
  sendCorrections,
  settleCorrection,
  writeReviewMessage,
} from "@/lib/subsidies/correction-commands";
import { ownDossier } from "@/lib/subsidies/dossier-queries";
import { submitDossier } from "@/lib/subsidies/dossier-submit-commands";
import type { Finding } from "@/lib/subsidies/findings";
import { askOpinion, giveOpinion, remindOpinions } from "@/lib/subsidies/opinion-commands";
import { assignDossiers, closeEditing, labelDossiers, markSeen, openForEditing } from "@/lib/subsidies/review-commands";
import { dossierQueue, queueStatements, workloads } from "@/lib/subsidies/review-queries";
import { dossierQueueQuery, personsQuery } from "@/lib/subsidies/review-schema";
import {
  decisionsOf,
  opinionsOf,
  reviewedDossier,
  reviewedPersons,
  seenVersion,
  talkOf,
} from "@/lib/subsidies/reviewed-queries";
import { loadReferenceData } from "@/prisma/seed/reference";
import { createStaff } from "../factories/identity";
import { createDossier } from "../factories/reviewed-dossiers";

const now = new Date("2026-11-23T09:00:00+07:00");
const at = { now };
const today = "2026-11-23";
type Staff = Awaited<ReturnType<typeof createStaff>>;
let officer: Staff;
let colleague: Staff;
let supervision: Staff;
let investment: Staff;

function good<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.code} ${JSON.stringify(result.fields ?? result.params)}`);
  return result.value;
}
const versionOf = async (id: number) => (await db().subsidyDossier.findUniqueOrThrow({ where: { id } })).version;

beforeAll(async () => {
  await loadReferenceData(db());
  officer = await createStaff("LABOUR_OFFICER");
  colleague = await createStaff("LABOUR_OFFICER");
  supervision = await createStaff("SUPERVISION");
  investment = await createStaff("INVESTMENT");
});

test("the queue by due day, narrowed by holder, label, lateness and words; taken and handed over, each for itself", async () => {
  const late = await createDossier({ state: "SUBMITTED", dueOn: "2026-11-20", persons: 1 });
  const soon = await createDossier({ state: "SUBMITTED", dueOn: "2026-11-30", persons: 1 });
  const queue = async (query: object) =>
    (await dossierQueue(dossierQueueQuery.parse(query), officer.userId, today)).rows.map(({ id }) => id);
  expect(await queue({})).toEqual([late.id, soon.id]);
  expect(await queue({ overdue: "yes" })).toEqual([late.id]);
  const stale = good(
    await assignDossiers(
      officer,
      {
        items: [
          { id: late.id, version: 2 },
          { id: soon.id, version: 1 },
        ],
        toUserId: officer.userId,
      },
      at,
    ),
  );
  expect(stale.outcomes).toEqual([
    { id: late.id, ok: false, code: "changed_meanwhile" },
    { id: soon.id, ok: true },
  ]);
  expect(await db().subsidyDossier.findUniqueOrThrow({ where: { id: soon.id } })).toMatchObject({
    state: "IN_REVIEW",
    assignedToId: officer.userId,
  });
  expect(await queue({ holder: "me" })).toEqual([soon.id]);
  expect(await queue({ holder: "none" })).toEqual([late.id]);
  expect(good(await labelDossiers(officer, { ids: [late.id, soon.id], label: "ưu tiên", on: true }, at))).toEqual({
    changed: 2,
  });
  expect(good(await labelDossiers(officer, { ids: [late.id], label: "ưu tiên", on: false }, at))).toEqual({
    changed: 1,
  });
  expect(await queue({ label: "ưu tiên" })).toEqual([soon.id]);
  const name = await db().organisation.findUniqueOrThrow({ where: { id: late.organisationId } });
  expect(await queue({ q: name.nameVi.toUpperCase() })).toContain(late.id);
  expect(await queue({ q: "không có chữ nào như thế" })).toEqual([]);
  const { code } = await db().subsidyDossier.findUniqueOrThrow({ where: { id: soon.id } });
  expect(await queue({ q: code })).toEqual([soon.id]);
  good(
    await assignDossiers(
      colleague,
      { items: [{ id: soon.id, version: await versionOf(soon.id) }], toUserId: colleague.userId },
      at,
    ),
  );
  expect((await workloads(today)).find(({ id }) => id === colleague.userId)).toMatchObject({ open: 1, overdue: 0 });
  good(
    await assignDossiers(
      colleague,
      { items: [{ id: soon.id, version: await versionOf(soon.id) }], toUserId: null },
      at,
    ),
  );
  expect((await workloads(today)).find(({ id }) => id === colleague.userId)).toMatchObject({ open: 0 });
});

test("corrections are gathered and sent in one act; the clock stands still; the officer sees only what changed", async () => {
  const dossier = await createDossier({ persons: 3, dueOn: "2026-12-01" });
  good(await markSeen(officer, { id: dossier.id }, at));
  expect(await sendCorrections(officer, { id: dossier.id, version: 1 }, at)).toMatchObject({ code: "nothing_to_ask" });
  const first = good(
    await noteCorrection(
      officer,
      { id: dossier.id, kind: "WRONG", position: 2, field: "birthDate", message: "Ngày sinh khác với bằng" },
      at,
    ),
  );
  const slip = good(
    await noteCorrection(
      officer,
      { id: dossier.id, kind: "MISSING", paperCode: "van-ban-de-nghi", message: "Thiếu dấu" },
      at,
    ),
  );
  expect(
    await noteCorrection(officer, { id: dossier.id, kind: "WRONG", position: 9, message: "Không có người này" }, at),
  ).toMatchObject({ fields: [{ path: ["position"] }] });
  good(await dropCorrection(officer, { id: dossier.id, correctionId: slip.id }, at));
  good(await sendCorrections(officer, { id: dossier.id, version: 1, note: "Xin xem lại" }, at));
  expect(await db().subsidyDossier.findUniqueOrThrow({ where: { id: dossier.id } })).toMatchObject({
    state: "CORRECTING",
    dueOn: null,
    daysLeft: 6,
  });
  const mail = await db().mail.findFirstOrThrow({ where: { template: "dossierCorrections" } });
  expect(mail.text).toContain("Ngày sinh khác với bằng");
  expect(mail.toAddress).toBe(dossier.applicant.email);

  const person = await db().dossierPerson.findFirstOrThrow({ where: { dossierId: dossier.id, position: 2 } });
  await db().rosterEntry.update({ where: { id: person.rosterEntryId }, data: { birthDate: new Date("1999-09-09") } });
  const later = { now: new Date("2026-11-27T09:00:00+07:00") };
  good(await submitDossier(dossier.applicant, { id: dossier.id, version: await versionOf(dossier.id) }, later));
  const back = await db().subsidyDossier.findUniqueOrThrow({ where: { id: dossier.id } });
  expect([back.state, back.currentNo, back.dueOn && dateToDay(back.dueOn)]).toEqual(["IN_REVIEW", 2, "2026-12-07"]);

  const seen = await seenVersion(dossier.id, officer.userId);
  expect(seen).toBe(1);
  const persons = await reviewedPersons(back, personsQuery.parse({ changed: "yes" }), seen);
  expect(persons).toMatchObject({ total: 1, changed: 1 });
  expect(persons.rows.map(({ position, change, birthDate }) => [position, change, birthDate])).toEqual([
    [2, "changed", "1999-09-09"],
  ]);
  expect(await settleCorrection(officer, { id: dossier.id, correctionId: 999_999 }, later)).toMatchObject({
    code: "not_found",
  });
  good(await settleCorrection(officer, { id: dossier.id, correctionId: first.id }, later));
  expect((await talkOf(dossier.id)).corrections).toMatchObject([{ state: "SETTLED", answeredNo: 2, position: 2 }]);
  good(await markSeen(officer, { id: dossier.id }, at));
  expect((await reviewedPersons(back, personsQuery.parse({ changed: "yes" }), 2)).total).toBe(0);
});

test("persons are narrowed in SQL; other support of the same person is in sight, no personal ID is", async () => {
  const dossier = await createDossier({ persons: 3, withoutPapers: [0] });
  const other = await createDossier({ persons: 1 });
  const [mine] = await db().dossierPerson.findMany({ where: { dossierId: dossier.id }, orderBy: { position: "asc" } });
  await db().supportClaim.updateMany({
    where: { dossierId: other.id },
    data: { beneficiaryId: mine?.beneficiaryId as number, scope: "truoc-day" },
  });
  const row = await db().subsidyDossier.findUniqueOrThrow({ where: { id: dossier.id } });
  const ask = (query: object) => reviewedPersons(row, personsQuery.parse(query), 0);
  expect((await ask({ findings: "any" })).rows.map(({ position }) => position)).toContain(1);
  expect((await ask({ q: "thử 2" })).rows.map(({ position }) => position)).toEqual([2]);
  expect((await ask({ decision: "ACCEPTED" })).total).toBe(0);
  const [first] = (await ask({})).rows;
  expect(first?.elsewhere).toMatchObject([{ rateCode: "hoc-phi", amount: 6_000_000 }]);
  const beneficiary = await db().beneficiary.findUniqueOrThrow({ where: { id: mine?.beneficiaryId as number } });
  expect(JSON.stringify(first)).not.toContain(beneficiary.idHash);
  expect(await decisionsOf(dossier.id)).toEqual({ pending: 3, accepted: 0, refused: 0, amount: 0 });
});

test("who has it open is told to others, and a paper that cannot be read counts as missing", async () => {
  const dossier = await createDossier({ persons: 1 });
  expect(good(await openForEditing(officer, { id: dossier.id }, at))).toEqual({ by: null });
  expect(good(await openForEditing(colleague, { id: dossier.id }, at))).toEqual({ by: officer.fullName });
  good(await closeEditing(officer, { id: dossier.id }, at));
  expect(good(await openForEditing(colleague, { id: dossier.id }, at))).toEqual({ by: null });
  const later = { now: new Date(now.getTime() + 11 * 60_000) };
  expect(good(await openForEditing(officer, { id: dossier.id }, later))).toEqual({ by: null });
});

test("a paper that cannot be read is asked for at its place, found at its person, and both go again when it can", async () => {
  const dossier = await createDossier({ persons: 2 });
  const { id } = dossier;
  const person = await db().dossierPerson.findFirstOrThrow({ where: { dossierId: id, position: 2 } });
  const paper = await db().dossierPaper.findFirstOrThrow({ where: { dossierId: id, personId: person.id } });
  const codes = async () => {
    const { findings } = await db().dossierPerson.findUniqueOrThrow({ where: { id: person.id } });
    return (findings as Finding[]).map(({ code, paper: about }) => [code, about ?? null]);
  };
  const before = await codes();
  const mark = { id, paperId: paper.id, illegible: true };
  expect(await markPaper(officer, mark, at)).toMatchObject({ fields: [{ path: ["message"], code: "required" }] });
  const message = "Bản chụp mờ, xin nộp lại";
  good(await markPaper(officer, { ...mark, message }, at));
  good(await markPaper(officer, { ...mark, message }, at));
  const corrections = () => db().dossierCorrection.findMany({ where: { dossierId: id } });
  expect(await corrections()).toMatchObject([
    { kind: "WRONG", position: 2, paperCode: paper.code, paperId: paper.id, message, sentAt: null },
  ]);
  expect(await codes()).toEqual([["paper_illegible", paper.code], ...before]);
  const shown = async () => {
    const { rows } = await reviewedPersons({ id, currentNo: 1 }, personsQuery.parse({}), 0);
    return rows.find(({ position }) => position === 2)?.papers.find((one) => one.id === paper.id);
  };
  expect(await shown()).toMatchObject({ illegible: true, key: null, state: null });

  good(await markPaper(officer, { id, paperId: paper.id, illegible: false }, at));
  expect([await corrections(), await codes(), (await shown())?.illegible]).toEqual([[], before, false]);

  // What was sent stays asked for, and the applicant sees it at the paper.
  good(await markPaper(officer, { ...mark, message }, at));
  good(await sendCorrections(officer, { id, version: await versionOf(id), note: "" }, at));
  expect((await ownDossier(dossier.applicant, id))?.corrections).toMatchObject([
    { paperCode: paper.code, position: 2 },
  ]);
  expect(await markPaper(officer, { id, paperId: paper.id, illegible: false }, at)).toMatchObject({
    code: "not_allowed_now",
  });
  const other = await createDossier({ persons: 1 });
  expect(await markPaper(officer, { ...mark, id: other.id, message }, at)).toMatchObject({ code: "not_found" });
});

test("labels are put on and taken off, and the queue is narrowed to one; lists that gather are offered", async () => {
  const dossiers = [await createDossier({ persons: 1 }), await createDossier({ persons: 1 })];
  const ids = dossiers.map(({ id }) => id);
  const found = async () => {
    const query = dossierQueueQuery.parse({ label: "Ưu tiên thử" });
    return (await dossierQueue(query, officer.userId, today)).rows.map(({ id }) => id).sort((a, b) => a - b);
  };
  good(await labelDossiers(officer, { ids, label: "Ưu tiên thử", on: true }, at));
  expect(await found()).toEqual(ids);
  expect(good(await labelDossiers(officer, { ids: [ids[0]], label: "Ưu tiên thử", on: false }, at)).changed).toBe(1);
  expect(await found()).toEqual([ids[1]]);
  const open = await db().approvalList.create({ data: { title: "Đang lập" } });
  await db().approvalList.create({ data: { title: "Đã hủy", state: "DISSOLVED" } });
  expect(await gatheringLists()).toEqual([{ id: open.id, version: 1, title: "Đang lập" }]);
});

test("an opinion is asked of a unit, which sees this dossier and no other; reminded once before, once when late", async () => {
  const [asked, other] = [await createDossier({ persons: 1 }), await createDossier({ persons: 1 })];
  expect(await reviewedDossier(supervision, asked.id)).toBeNull();
  const order = {
    id: asked.id,
    unit: "SUPERVISION",
    question: "Doanh nghiệp còn hoạt động không?",
    dueOn: "2026-11-26",
  };
  const { id } = good(await askOpinion(officer, order, at));
  expect(await askOpinion(officer, order, at)).toMatchObject({ code: "opinion_waits" });
  expect(await askOpinion(officer, { ...order, unit: "INVESTMENT", dueOn: "2026-11-20" }, at)).toMatchObject({
    fields: [{ path: ["dueOn"], code: "pastDay" }],
  });
  expect((await reviewedDossier(supervision, asked.id))?.id).toBe(asked.id);
  expect(await reviewedDossier(supervision, other.id)).toBeNull();
  expect(await reviewedDossier(investment, asked.id)).toBeNull();
  expect(await db().notice.count({ where: { userId: supervision.userId, template: "opinion" } })).toBe(1);

  const worker = system("jobs");
  expect(good(await remindOpinions(worker, {}, at))).toEqual({ told: 0 });
  const before = { now: new Date("2026-11-24T08:00:00+07:00") };
  expect(good(await remindOpinions(worker, {}, before))).toEqual({ told: 1 });
  expect(good(await remindOpinions(worker, {}, before))).toEqual({ told: 0 });
  expect(good(await remindOpinions(worker, {}, { now: new Date("2026-11-27T08:00:00+07:00") }))).toEqual({ told: 1 });

  const answer = { id, version: 1, verdict: "AGREES", answer: "Đang hoạt động bình thường" };
  expect(await giveOpinion(investment, answer, at)).toMatchObject({ code: "not_found" });
  good(await giveOpinion(supervision, answer, at));
  expect(await giveOpinion(supervision, { ...answer, version: 2 }, at)).toMatchObject({ code: "not_allowed_now" });
  expect((await opinionsOf(supervision, true, 1)).rows).toMatchObject([{ verdict: "AGREES" }]);
  expect((await opinionsOf(supervision, false, 1)).total).toBe(0);
});

test("a message goes to the applicant by letter, a note stays in the house", async () => {
  const dossier = await createDossier({ persons: 1 });
  good(await writeReviewMessage(officer, { id: dossier.id, body: "Xin gọi lại", internal: false }, at));
  good(await writeReviewMessage(officer, { id: dossier.id, body: "Cần hỏi phòng bên", internal: true }, at));
  expect((await talkOf(dossier.id)).messages.map(({ internal }) => internal)).toEqual([true, false]);
  const letters = await db().mail.findMany({ where: { template: "dossierMessage" } });
  expect(letters).toHaveLength(1);
  expect(letters[0]?.text).not.toContain("phòng bên");
});

test("the queue reads its index, however many dossiers are decided already", async () => {
  const { id } = await createDossier({ persons: 1 });
  await db().$executeRaw`
    insert into "SubsidyDossier" (code, "organisationId", "policyId", "policyVersionId", "groupCode", "courseId", state, "currentNo",
      "submittedAt", "dueOn", "decidedAt", persons)
    select 'quy-mo-' || n, "organisationId", "policyId", "policyVersionId", "groupCode", "courseId",
      (case when n % 20 = 0 then 'IN_REVIEW' else 'APPROVED' end)::"DossierState", 1, now(),
      case when n % 20 = 0 then date '2026-12-01' + n % 300 end, case when n % 20 <> 0 then now() end, 0
    from "SubsidyDossier", generate_series(1, 20000) n where id = ${id}`;
  await db().$executeRaw`analyze "SubsidyDossier"`;
  const planOf = async (query: object) => {
    const { page } = queueStatements(dossierQueueQuery.parse(query), officer.userId, today);
    const rows = await db().$queryRaw<Record<string, string>[]>(Prisma.sql`explain ${page}`);
    return rows.map((row) => Object.values(row)[0]).join("\n");
  };
  expect(await planOf({})).toContain('"SubsidyDossier_queue"');
  expect(await planOf({})).not.toMatch(/Seq Scan on "SubsidyDossier"/);
  expect(await planOf({ tab: "approved" })).toContain('"SubsidyDossier_by_state"');
  expect(await planOf({ holder: "me" })).not.toMatch(/Seq Scan on "SubsidyDossier"/);
});
