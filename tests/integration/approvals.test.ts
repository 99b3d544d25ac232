import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { dayToDate } from "@/lib/core/day";
import type { Result } from "@/lib/core/result";
import { db } from "@/lib/db/client";
import { approveList, checkList, returnToHead, returnToOfficer } from "@/lib/subsidies/approval-commands";
import {
  addToList,
  dissolveList,
  gatherList,
  proposeList,
  takeOutOfList,
} from "@/lib/subsidies/approval-list-commands";
import { decidePersons } from "@/lib/subsidies/decision-commands";
import { giveDelegation, revokeDelegation } from "@/lib/subsidies/delegation-commands";
import { releaseRate, revokeRelease } from "@/lib/subsidies/policy-commands";
import { loadReferenceData } from "@/prisma/seed/reference";
import { giveEnough } from "../factories/budget";
import { createStaff } from "../factories/identity";
import { createDossier } from "../factories/reviewed-dossiers";

const now = new Date("2026-11-23T09:00:00+07:00");
const at = { now };
type Staff = Awaited<ReturnType<typeof createStaff>>;
let [officer, secondOfficer, head, secondHead, leader, secondLeader]: Staff[] = [];

function good<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.code} ${JSON.stringify(result.fields ?? result.params)}`);
  return result.value;
}

beforeAll(async () => {
  await loadReferenceData(db());
  await giveEnough();
  for (const make of [
    async () => (officer = await createStaff("LABOUR_OFFICER")),
    async () => (secondOfficer = await createStaff("LABOUR_OFFICER")),
    async () => (head = await createStaff("LABOUR_HEAD")),
    async () => (secondHead = await createStaff("LABOUR_HEAD")),
    async () => (leader = await createStaff("LEADER")),
    async () => (secondLeader = await createStaff("LEADER")),
  ])
    await make();
});

const dossierOf = (id: number) =>
  db().subsidyDossier.findUniqueOrThrow({ where: { id }, include: { people: true, claims: true } });
const listOf = (id: number) => db().approvalList.findUniqueOrThrow({ where: { id }, include: { acts: true } });

/** The list as it stands in sight now. */
async function shown(id: number) {
  const { version, dossierCount, persons, amount } = await listOf(id);
  return { id, version, seen: { dossiers: dossierCount, persons, amount: Number(amount) } };
}

/** A dossier whose first person is refused and whose others are accepted. */
async function decided(persons = 3, refused = 1) {
  const dossier = await createDossier({ persons });
  const { people } = await dossierOf(dossier.id);
  const seen = people.sort((a, b) => a.position - b.position).map(({ id, version }) => ({ id, version }));
  if (refused > 0)
    good(
      await decidePersons(
        officer as Staff,
        { id: dossier.id, decision: "REFUSED", reasonCode: "papers_wrong", persons: seen.slice(0, refused) },
        at,
      ),
    );
  good(await decidePersons(officer as Staff, { id: dossier.id, decision: "ACCEPTED", persons: "undecided" }, at));
  return dossier;
}

async function released(policyVersionId: number) {
  const standing = await db().rateRelease.findFirst({
    where: { policyVersionId, rateCode: "hoc-phi", revokedAt: null },
  });
  if (!standing)
    good(
      await releaseRate(
        leader as Staff,
        { versionId: policyVersionId, rateCode: "hoc-phi", reason: "Thành phố đã nêu tại họp báo" },
        at,
      ),
    );
}

test("a list goes its whole way: proposed, returned, checked, returned, checked, approved; claims follow each person", async () => {
  const dossier = await decided(3, 1);
  const all = await decided(1, 1);
  const made = good(await gatherList(officer as Staff, { title: "Đợt thử 1", dossiers: [dossier.id, all.id] }, at));
  expect(made.outcomes.every(({ ok }) => ok)).toBe(true);
  const { people } = await dossierOf(dossier.id);
  const sum = people.filter((one) => one.decision === "ACCEPTED").reduce((total, one) => total + Number(one.amount), 0);
  expect(sum).toBe(2 * 6_000_000);
  expect((await shown(made.id)).seen).toEqual({ dossiers: 2, persons: 2, amount: sum });

  good(await proposeList(officer as Staff, await shown(made.id), at));
  expect((await dossierOf(dossier.id)).state).toBe("PROPOSED");
  expect(
    await decidePersons(
      officer as Staff,
      { id: dossier.id, decision: "PENDING", persons: people.map(({ id, version }) => ({ id, version })) },
      at,
    ),
  ).toMatchObject({ ok: false, code: "not_allowed_now" });
  good(await returnToOfficer(head as Staff, { ...(await shown(made.id)), reason: "Ghi rõ lý do" }, at));
  expect(await listOf(made.id)).toMatchObject({ state: "GATHERING", proposedById: null });
  good(await proposeList(officer as Staff, await shown(made.id), at));
  good(await checkList(head as Staff, await shown(made.id), at));
  good(await returnToHead(leader as Staff, { ...(await shown(made.id)), reason: "Kiểm tra lại học phí" }, at));
  expect(await listOf(made.id)).toMatchObject({ state: "PROPOSED", checkedById: null, proposedById: officer?.userId });
  good(await checkList(head as Staff, await shown(made.id), at));

  await db().rateRelease.deleteMany({});
  expect(await approveList(leader as Staff, await shown(made.id), at)).toMatchObject({
    ok: false,
    code: "unverified_rate",
    params: { rates: "hoc-phi" },
  });
  await released(dossier.policyVersionId);
  good(await approveList(leader as Staff, await shown(made.id), at));

  const after = await dossierOf(dossier.id);
  expect(after).toMatchObject({ state: "APPROVED", dueOn: null });
  for (const claim of after.claims) {
    const person = after.people.find(({ id }) => id === claim.personId);
    expect(claim.state).toBe(person?.decision === "ACCEPTED" ? "GRANTED" : "RELEASED");
  }
  expect((await dossierOf(all.id)).state).toBe("REFUSED");
  const frozen = await db().dossierDecisionPerson.findMany({
    where: { dossierId: dossier.id },
    orderBy: { position: "asc" },
  });
  expect(frozen.map(({ decision, amount }) => [decision, Number(amount)])).toEqual([
    ["REFUSED", 0],
    ["ACCEPTED", 6_000_000],
    ["ACCEPTED", 6_000_000],
  ]);
  await expect(db().dossierDecisionPerson.deleteMany({ where: { dossierId: dossier.id } })).rejects.toThrow();
  expect((await listOf(made.id)).acts.map(({ move }) => move)).toEqual([
    "propose",
    "returnToOfficer",
    "propose",
    "check",
    "returnToHead",
    "check",
    "approve",
  ]);
  expect(await db().mail.count({ where: { template: "dossierDecided" } })).toBe(2);
  expect(await db().dossierEvent.count({ where: { dossierId: dossier.id } })).toBe(7);
});

test("totals that stood in sight must be those of the list, and a dossier that is not decided is not gathered", async () => {
  const dossier = await decided();
  const open = await createDossier({ persons: 1 });
  const made = good(
    await gatherList(officer as Staff, { title: "Đợt thử 2", dossiers: [dossier.id, open.id, 999_999] }, at),
  );
  expect(made.outcomes).toEqual([
    { id: dossier.id, ok: true },
    { id: open.id, ok: false, code: "undecided" },
    { id: 999_999, ok: false, code: "not_found" },
  ]);
  expect(await gatherList(officer as Staff, { title: "Đợt thử 3", dossiers: [dossier.id] }, at)).toMatchObject({
    code: "none_fit",
  });
  const sight = await shown(made.id);
  expect(
    await proposeList(officer as Staff, { ...sight, seen: { ...sight.seen, amount: sight.seen.amount + 1 } }, at),
  ).toMatchObject({ code: "changed_meanwhile" });
  // A decision taken back inside the list changes what the list holds: the screen before it loses.
  const { people } = await dossierOf(dossier.id);
  const last = people.find(({ decision }) => decision === "ACCEPTED");
  good(
    await decidePersons(
      officer as Staff,
      { id: dossier.id, decision: "PENDING", persons: [{ id: last?.id, version: last?.version }] },
      at,
    ),
  );
  expect(await proposeList(officer as Staff, sight, at)).toMatchObject({ code: "changed_meanwhile" });
  expect(await proposeList(officer as Staff, await shown(made.id), at)).toMatchObject({ code: "undecided" });
  good(
    await takeOutOfList(
      officer as Staff,
      { id: made.id, version: (await listOf(made.id)).version, dossierId: dossier.id },
      at,
    ),
  );
  expect(await proposeList(officer as Staff, await shown(made.id), at)).toMatchObject({ code: "empty_list" });
  const other = await decided(1, 0);
  good(
    await addToList(
      officer as Staff,
      { id: made.id, version: (await listOf(made.id)).version, dossiers: [other.id] },
      at,
    ),
  );
  good(await dissolveList(officer as Staff, await shown(made.id), at));
  expect((await dossierOf(other.id)).approvalListId).toBeNull();
});

test("many persons are decided with an outcome for each; a person who lacks papers is not accepted", async () => {
  const dossier = await createDossier({ persons: 3, withoutPapers: [1] });
  const { people } = await dossierOf(dossier.id);
  const result = good(
    await decidePersons(officer as Staff, { id: dossier.id, decision: "ACCEPTED", persons: "undecided" }, at),
  );
  const lacking = people.find(({ position }) => position === 2);
  expect(result.outcomes.filter(({ ok }) => !ok)).toEqual([
    { id: lacking?.id, ok: false, code: "incomplete", finding: "paper_missing" },
  ]);
  expect(
    await decidePersons(officer as Staff, { id: dossier.id, decision: "REFUSED", persons: "undecided" }, at),
  ).toMatchObject({ code: "invalid_input", fields: [{ path: ["reasonCode"], code: "required" }] });
  const stale = good(
    await decidePersons(
      officer as Staff,
      { id: dossier.id, decision: "PENDING", persons: [{ id: people[0]?.id, version: 1 }] },
      at,
    ),
  );
  expect(stale.outcomes).toMatchObject([{ ok: false, code: "changed_meanwhile" }]);
});

test("a person who was supported elsewhere meanwhile is not accepted", async () => {
  const dossier = await createDossier({ persons: 1 });
  const before = await dossierOf(dossier.id);
  const other = await createDossier({ persons: 1 });
  const [claim] = before.claims;
  await db().supportClaim.update({ where: { id: claim?.id as number }, data: { state: "RELEASED", endedAt: now } });
  await db().supportClaim.create({
    data: {
      ...{ beneficiaryId: claim?.beneficiaryId as number, scope: claim?.scope as string, rateCode: "hoc-phi" },
      dossierId: other.id,
      personId: (await dossierOf(other.id)).people[0]?.id as number,
      amount: 1,
    },
  });
  const result = good(
    await decidePersons(officer as Staff, { id: dossier.id, decision: "ACCEPTED", persons: "undecided" }, at),
  );
  expect(result.outcomes).toMatchObject([{ ok: false, code: "stopped", finding: "already_supported" }]);
});

test("a deputy acts for a period, is recorded as for whom, and is never two of the three", async () => {
  const given = good(
    await giveDelegation(
      head as Staff,
      { toUserId: officer?.userId, fromOn: "2026-11-20", untilOn: "2026-11-30", document: "Giấy ủy quyền 12/GUQ" },
      at,
    ),
  );
  expect(
    await giveDelegation(
      head as Staff,
      {
        toUserId: secondOfficer?.userId,
        fromOn: "2026-11-30",
        untilOn: "2026-12-05",
        document: "Giấy ủy quyền 13/GUQ",
      },
      at,
    ),
  ).toMatchObject({ code: "delegation_overlaps" });
  expect(
    await giveDelegation(
      head as Staff,
      { toUserId: leader?.userId, fromOn: "2026-12-10", untilOn: "2026-12-11", document: "Giấy 14" },
      at,
    ),
  ).toMatchObject({ code: "invalid_input", fields: [{ path: ["toUserId"] }] });
  const dossier = await decided(1, 0);
  const { id } = good(await gatherList(officer as Staff, { title: "Đợt ủy quyền", dossiers: [dossier.id] }, at));
  good(await proposeList(officer as Staff, await shown(id), at));
  // The deputy proposed: they cannot check for the head as well.
  expect(await checkList(officer as Staff, await shown(id), at)).toMatchObject({ code: "same_person" });
  expect(await checkList(secondOfficer as Staff, await shown(id), at)).toMatchObject({ code: "forbidden" });
  good(await returnToOfficer(head as Staff, { ...(await shown(id)), reason: "Để người khác trình" }, at));
  good(await proposeList(secondOfficer as Staff, await shown(id), at));
  good(await checkList(officer as Staff, await shown(id), at));
  expect(await listOf(id)).toMatchObject({ checkedById: officer?.userId, checkedForId: head?.userId });
  // Whoever the deputy stood for cannot approve for a leader.
  const byLeader = good(
    await giveDelegation(
      secondLeader as Staff,
      { toUserId: head?.userId, fromOn: "2026-11-20", untilOn: "2026-11-30", document: "Giấy ủy quyền 2/LĐ" },
      at,
    ),
  );
  expect(await approveList(head as Staff, await shown(id), at)).toMatchObject({ code: "same_person" });
  await released(dossier.policyVersionId);
  const { version } = await db().delegation.findUniqueOrThrow({ where: { id: given.id } });
  good(await revokeDelegation(head as Staff, { id: given.id, version }, at));
  good(await revokeDelegation(secondLeader as Staff, { id: byLeader.id, version: 1 }, at));
  expect(await revokeDelegation(leader as Staff, { id: given.id, version: 2 }, at)).toMatchObject({
    code: "not_found",
  });
  good(await approveList(leader as Staff, await shown(id), at));
  expect(await db().dossierEvent.findFirst({ where: { dossierId: dossier.id, move: "check" } })).toMatchObject({
    byUserId: officer?.userId,
    forUserId: head?.userId,
  });
});

test("the database itself refuses two equal people, and a deputy whose principal is another of the three", async () => {
  const base = { title: "Thẳng vào bảng", state: "CHECKED" as const, proposedById: officer?.userId as number };
  await expect(db().approvalList.create({ data: { ...base, checkedById: officer?.userId as number } })).rejects.toThrow(
    /three_people/,
  );
  await expect(
    db().approvalList.create({
      data: { ...base, checkedById: head?.userId as number, checkedForId: officer?.userId as number },
    }),
  ).rejects.toThrow(/deputies/);
  await expect(
    db().approvalList.create({
      data: {
        ...base,
        state: "APPROVED",
        checkedById: secondOfficer?.userId as number,
        checkedForId: head?.userId as number,
        approvedById: head?.userId as number,
        approvedForId: leader?.userId as number,
      },
    }),
  ).rejects.toThrow(/deputies/);
});

test("an unverified rate is released by a leader once, and can be taken back; an unknown one cannot be released", async () => {
  const { id: versionId } = await db().supportPolicyVersion.findFirstOrThrow({
    where: { policy: { code: "nq-03-2024" } },
  });
  await db().rateRelease.deleteMany({});
  const order = { versionId, rateCode: "hoc-phi", reason: "Theo công văn của Sở" };
  expect(await releaseRate(head as Staff, order, at)).toMatchObject({ code: "forbidden" });
  const { id } = good(await releaseRate(leader as Staff, order, at));
  expect(await releaseRate(leader as Staff, order, at)).toMatchObject({ code: "rate_released_already" });
  expect(await releaseRate(leader as Staff, { ...order, rateCode: "nguoi-day-nghe" }, at)).toMatchObject({
    code: "rate_unknown",
  });
  const back = { releaseId: id, reason: "Sở đã có văn bản khác" };
  good(await revokeRelease(leader as Staff, back, at));
  expect(await revokeRelease(leader as Staff, back, at)).toMatchObject({ code: "not_allowed_now" });
});

test("whoever acts in whatever order: no list ends approved with the same person twice", async () => {
  const dossier = await decided(1, 0);
  await released(dossier.policyVersionId);
  await db().delegation.createMany({
    data: [
      { fromUserId: head?.userId as number, toUserId: officer?.userId as number, role: "LABOUR_HEAD" },
      { fromUserId: secondHead?.userId as number, toUserId: head?.userId as number, role: "LABOUR_HEAD" },
      { fromUserId: leader?.userId as number, toUserId: head?.userId as number, role: "LEADER" },
      { fromUserId: secondLeader?.userId as number, toUserId: leader?.userId as number, role: "LEADER" },
    ].map((one) => ({
      ...one,
      role: one.role as "LEADER",
      fromOn: dayToDate("2026-11-01"),
      untilOn: dayToDate("2026-12-31"),
      document: "thử",
    })),
  });
  const people = [officer, secondOfficer, head, secondHead, leader, secondLeader] as Staff[];
  const acts = [proposeList, checkList, approveList, returnToOfficer, returnToHead];
  let approved = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat({ max: people.length - 1 }), fc.nat({ max: acts.length - 1 })), {
        minLength: 6,
        maxLength: 25,
      }),
      async (steps) => {
        const one = await decided(1, 0);
        const { id } = good(await gatherList(officer as Staff, { title: "Thứ tự bất kỳ", dossiers: [one.id] }, at));
        for (const [who, what] of steps) {
          const act = acts[what] as typeof returnToHead;
          await act(people[who] as Staff, { ...(await shown(id)), reason: "thử" }, at);
        }
        // Whatever came before, the rest of the way is tried by everybody, beginning with whoever acted last.
        const order = [...people.slice(steps.at(-1)?.[0]), ...people];
        for (const act of [proposeList, checkList, approveList])
          for (const person of order) await act(person, await shown(id), at);
        const list = await listOf(id);
        if (list.state === "APPROVED") approved += 1;
        const three = [list.proposedById, list.checkedById, list.approvedById].filter((person) => person !== null);
        expect(new Set(three).size).toBe(three.length);
        const all = [...three, list.checkedForId, list.approvedForId].filter((person) => person !== null);
        expect(new Set(all).size).toBe(all.length);
        if (list.state === "APPROVED") expect(three).toHaveLength(3);
      },
    ),
    { numRuns: 12, seed: 7 },
  );
  expect(approved).toBeGreaterThan(0);
}, 120_000);
