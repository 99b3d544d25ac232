import { beforeAll, expect, test } from "vitest";
import type { Result } from "@/lib/core/result";
import { db } from "@/lib/db/client";
import { wordText } from "@/lib/documents/word-template";
import { type Actor, nobody } from "@/lib/identity/actor";
import { cancelDocument } from "@/lib/papers/document-commands";
import { approveList, checkList } from "@/lib/subsidies/approval-commands";
import { gatherList, proposeList } from "@/lib/subsidies/approval-list-commands";
import { approvalList } from "@/lib/subsidies/approval-queries";
import { decidePersons } from "@/lib/subsidies/decision-commands";
import { numberDecision } from "@/lib/subsidies/decision-letter-commands";
import { releaseRate } from "@/lib/subsidies/policy-commands";
import { decisionDownload } from "@/lib/web/decision-download";
import { loadReferenceData } from "@/prisma/seed/reference";
import { giveEnough } from "../factories/budget";
import { createStaff } from "../factories/identity";
import { createDossier } from "../factories/reviewed-dossiers";
import { add, amountsIn, amountsOfSheet } from "../support/decision-files";

const now = new Date("2026-11-23T09:00:00+07:00");
const at = { now };
type Staff = Awaited<ReturnType<typeof createStaff>>;
let officer: Staff;
let head: Staff;
let leader: Staff;
let office: Staff;
let registerId: number;
let first: Awaited<ReturnType<typeof createDossier>>;
let second: typeof first;
/** Everybody in it is refused. */
let third: typeof first;
let listId: number;

function good<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.code} ${JSON.stringify(result.fields ?? result.params)}`);
  return result.value;
}

async function shown() {
  const list = await db().approvalList.findUniqueOrThrow({ where: { id: listId } });
  const { version, dossierCount, persons, amount } = list;
  return { id: listId, version, seen: { dossiers: dossierCount, persons, amount: Number(amount) } };
}

/** A dossier whose first persons are refused and whose others are accepted. */
async function decided(persons: number, refused: number, tuition: number) {
  const dossier = await createDossier({ persons, tuition });
  const people = await db().dossierPerson.findMany({
    where: { dossierId: dossier.id },
    orderBy: { position: "asc" },
    select: { id: true, version: true },
  });
  const { id } = dossier;
  if (refused > 0)
    good(
      await decidePersons(
        officer,
        { id, decision: "REFUSED", reasonCode: "papers_wrong", persons: people.slice(0, refused) },
        at,
      ),
    );
  if (refused < persons) good(await decidePersons(officer, { id, decision: "ACCEPTED", persons: "undecided" }, at));
  return dossier;
}

beforeAll(async () => {
  await loadReferenceData(db());
  await giveEnough();
  officer = await createStaff("LABOUR_OFFICER");
  head = await createStaff("LABOUR_HEAD");
  leader = await createStaff("LEADER");
  office = await createStaff("OFFICE");
  registerId = (await db().documentRegister.findUniqueOrThrow({ where: { symbol: "QĐ-BQL" } })).id;
  first = await decided(4, 1, 12_000_001);
  second = await decided(2, 0, 7_654_320);
  third = await decided(1, 1, 9_000_000);
  const dossiers = [first.id, second.id, third.id];
  listId = good(await gatherList(officer, { title: "Đợt thử quyết định", dossiers }, at)).id;
});

const version = async (of: "list" | "dossier", id: number) =>
  of === "list"
    ? (await db().approvalList.findUniqueOrThrow({ where: { id } })).version
    : (await db().subsidyDossier.findUniqueOrThrow({ where: { id } })).version;

const give = async (of: "list" | "dossier", id: number, more: object = {}, who: Actor = office) =>
  numberDecision(
    who,
    { of, id, version: await version(of, id), registerId, issuedOn: "2026-11-23", signerTitle: "", ...more },
    at,
  );

const got = (actor: Actor, of: "list" | "dossier", id: number, query = "") =>
  decisionDownload(new Request(`https://thu.example/api/exports${query}`), actor, of, String(id));

async function word(actor: Actor, of: "list" | "dossier", id: number) {
  const response = await got(actor, of, id);
  expect(response.status).toBe(200);
  return wordText(new Uint8Array(await response.arrayBuffer()));
}

const sheetOf = async (actor: Actor, of: "list" | "dossier", id: number) =>
  amountsOfSheet(await got(actor, of, id, "?format=xlsx&locale=en"));

test("before the approval there is no letter, and no number is given", async () => {
  expect(await give("list", listId)).toMatchObject({ ok: false, code: "not_approved" });
  expect(await give("dossier", first.id)).toMatchObject({ ok: false, code: "not_approved" });
  expect((await got(office, "list", listId)).status).toBe(404);
  expect((await got(office, "dossier", first.id)).status).toBe(404);
  expect(await db().registeredDocument.count({ where: { registerId } })).toBe(0);

  good(await proposeList(officer, await shown(), at));
  good(await checkList(head, await shown(), at));
  expect(await give("list", listId)).toMatchObject({ ok: false, code: "not_approved" });
  good(
    await releaseRate(
      leader,
      { versionId: first.policyVersionId, rateCode: "hoc-phi", reason: "Thành phố đã nêu tại họp báo" },
      at,
    ),
  );
  good(await approveList(leader, await shown(), at));
});

test("a list and each dossier have one number; it is not given before the approval, nor twice at once", async () => {
  expect(await give("list", listId, { issuedOn: "2026-11-22" })).toMatchObject({
    code: "before_approval",
    fields: [{ path: ["issuedOn"], code: "beforeApproval" }],
  });
  expect(await give("list", listId, { version: 1 })).toMatchObject({ code: "changed_meanwhile" });
  expect(await give("list", listId, {}, leader)).toMatchObject({ code: "forbidden" });
  const draft = await word(office, "list", listId);
  expect(draft).toContain("BẢN THẢO");

  const both = await Promise.all([give("list", listId), give("list", listId)]);
  expect(both.filter(({ ok }) => ok)).toMatchObject([{ value: { number: "1/QĐ-BQL" } }]);
  expect(await give("list", listId)).toMatchObject({ code: "already_numbered", params: { number: "1/QĐ-BQL" } });
  expect(await db().registeredDocument.count({ where: { registerId } })).toBe(1);
  expect(await give("dossier", third.id)).toMatchObject({ value: { number: "2/QĐ-BQL" } });
  expect(await give("dossier", third.id)).toMatchObject({ code: "already_numbered" });

  const { documentId } = await db().subsidyDossier.findUniqueOrThrow({ where: { id: third.id } });
  const cancelled = { id: documentId, version: 1, reason: "Ghi nhầm người ký" };
  good(await cancelDocument(office, cancelled, at));
  expect((await got(third.applicant, "dossier", third.id)).status).toBe(404);
  expect(await give("dossier", third.id)).toMatchObject({ value: { number: "3/QĐ-BQL" } });
  const refused = await word(third.applicant, "dossier", third.id);
  expect(refused).toContain("Không hỗ trợ đào tạo nghề đối với 01 người");
  expect(refused).toContain("Giấy tờ không đúng");
  expect(refused).toContain("Căn cứ Quyết định số 1/QĐ-BQL ngày 23/11/2026");
});

test("Word, Excel, the screen and the database have the same sum, and it is the sum of the persons", async () => {
  const persons = await db().dossierPerson.findMany({
    where: { dossier: { approvalListId: listId }, decision: "ACCEPTED" },
  });
  const expected = add(persons.map(({ amount }) => Number(amount)));
  expect(expected).toBe(3 * 6_000_000 + 2 * 3_827_160);
  const screen = await approvalList(listId, 1);
  expect(screen?.totals).toEqual({ dossiers: 3, persons: 5, amount: expected });
  expect(Number(screen?.amount)).toBe(expected);
  expect(add(screen?.dossiers.map(({ amount }) => amount) ?? [])).toBe(expected);

  const text = await word(office, "list", listId);
  const letter = amountsIn(text);
  expect(letter).toMatchObject({ said: expected, sum: expected });
  expect(letter.persons).toHaveLength(5);
  expect(add(letter.persons)).toBe(expected);
  expect(text).toContain("Số: 1/QĐ-BQL");
  expect(text).not.toContain("BẢN THẢO");
  expect(text).toMatch(/\(\*\) Mức .+ chưa được xác nhận; lãnh đạo Ban cho phép áp dụng ngày 23\/11\/2026/);

  const sheet = await sheetOf(office, "list", listId);
  expect(sheet.sum).toBe(expected);
  expect(sheet.persons).toHaveLength(7);
  expect(add(sheet.persons)).toBe(expected);

  let all = 0;
  for (const dossier of [first, second]) {
    const own = add(persons.filter(({ dossierId }) => dossierId === dossier.id).map(({ amount }) => Number(amount)));
    expect(amountsIn(await word(leader, "dossier", dossier.id))).toMatchObject({ said: own, sum: own });
    expect((await sheetOf(leader, "dossier", dossier.id)).sum).toBe(own);
    all += own;
  }
  expect(all).toBe(expected);
});

test("an applicant reads the decision on its own dossier once it is numbered, nobody else's, and no list", async () => {
  expect((await got(first.applicant, "dossier", first.id)).status).toBe(404);
  good(await give("dossier", first.id));
  expect((await got(first.applicant, "dossier", first.id)).status).toBe(200);
  expect((await got(second.applicant, "dossier", first.id)).status).toBe(404);
  expect((await got(first.applicant, "list", listId)).status).toBe(404);
  expect((await got(nobody, "dossier", first.id)).status).toBe(401);
  expect((await got(await createStaff("SUPERVISION"), "dossier", first.id)).status).toBe(404);
  const text = await word(first.applicant, "dossier", first.id);
  const others = await db().subsidyDossier.findUniqueOrThrow({
    where: { id: second.id },
    include: { organisation: true },
  });
  expect(text).not.toContain(others.organisation.nameVi);
  const sealed = await db().beneficiary.findFirstOrThrow();
  expect(text).not.toContain(sealed.idHash);
});
