import { beforeAll, describe, expect, test } from "vitest";
import type { Result } from "@/lib/core/result";
import { db } from "@/lib/db/client";
import {
  grantChange,
  previewChange,
  refuseChange,
  requestChange,
  withdrawChange,
} from "@/lib/subsidies/change-commands";
import { grantedNow, grantedSums } from "@/lib/subsidies/granted-queries";
import { policyDefinition } from "@/lib/subsidies/policy";
import { dossierQueue, queueStatements, waitingChanges } from "@/lib/subsidies/review-queries";
import { dossierQueueQuery } from "@/lib/subsidies/review-schema";
import { loadReferenceData } from "@/prisma/seed/reference";
import { createGranted } from "../factories/granted-dossiers";
import { createMember, createStaff } from "../factories/identity";
import { createDossier } from "../factories/reviewed-dossiers";

const now = new Date("2026-11-23T09:00:00+07:00");
const at = { now };
let officer: Awaited<ReturnType<typeof createStaff>>;

function good<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.code} ${JSON.stringify(result.fields ?? result.params)}`);
  return result.value;
}

beforeAll(async () => {
  await loadReferenceData(db());
  officer = await createStaff("LABOUR_OFFICER");
});

type Granted = Awaited<ReturnType<typeof createGranted>>;
const versionOf = async (id: number) => (await db().subsidyDossier.findUniqueOrThrow({ where: { id } })).version;
const amounts = async (id: number) => (await grantedNow(undefined, id)).map(({ amount }) => amount);
const claimsOf = (id: number) => db().supportClaim.findMany({ where: { dossierId: id }, orderBy: { id: "asc" } });
const leaves = (position: number, monthsAttended = 4) => ({
  ...{ kind: "DROP_PERSON", position, droppedOn: "2026-05-10", monthsAttended },
});

/** Asks for a change with the sum that the preview told. */
async function ask({ id, applicant }: Granted, change: object) {
  const { after } = good(await previewChange(applicant, { id, change }, at));
  const input = { id, version: await versionOf(id), change, reason: "Xin nghỉ học vì chuyển nhà", after };
  return { input, made: await requestChange(applicant, input, at), after };
}

async function grant(dossier: Granted, change: object) {
  const { made, after } = await ask(dossier, change);
  return good(await grantChange(officer, { id: dossier.id, requestId: good(made).id, version: 1, after }, at));
}

describe("a change after the decision", () => {
  test("is seen in đồng, asked for, found in the queue, granted; the decision stays, what is granted follows", async () => {
    const dossier = await createGranted({ persons: 3 });
    const { id, applicant } = dossier;
    await db().subsidyDossier.update({ where: { id }, data: { assignedToId: officer.userId } });
    expect(good(await previewChange(applicant, { id, change: leaves(2) }, at))).toMatchObject({
      ...{ before: 18_000_000, after: 14_000_000, count: 1 },
      persons: [{ position: 2, before: 6_000_000, after: 2_000_000 }],
    });
    expect(await db().dossierChangeRequest.count({ where: { dossierId: id } })).toBe(0);

    const { made, input } = await ask(dossier, leaves(2));
    const { id: requestId } = good(made);
    expect(await requestChange(applicant, input, at)).toMatchObject({ ok: false, code: "change_waits" });
    expect(await db().notice.count({ where: { userId: officer.userId, template: "changeAsked" } })).toBe(1);
    const queue = await dossierQueue(dossierQueueQuery.parse({ tab: "changes" }), officer.userId, "2026-11-23");
    expect(queue.rows.map((row) => row.id)).toEqual([id]);
    expect(await waitingChanges()).toBe(1);
    expect(await amounts(id)).toEqual([6_000_000, 6_000_000, 6_000_000]);

    const before = await versionOf(id);
    const seen = { id, requestId, version: 1 };
    expect(await grantChange(officer, { ...seen, after: 14_000_001 }, at)).toMatchObject({ code: "changed_meanwhile" });
    expect(good(await grantChange(officer, { ...seen, after: 14_000_000, note: "Đã đối chiếu" }, at))).toEqual({
      ...{ id: requestId, persons: 1, after: 14_000_000 },
    });
    expect(await grantChange(officer, { ...seen, version: 2, after: 14_000_000 }, at)).toMatchObject({
      code: "not_allowed_now",
    });
    expect(await amounts(id)).toEqual([6_000_000, 2_000_000, 6_000_000]);
    expect(await grantedSums(id)).toEqual({ decided: 18_000_000, amount: 14_000_000 });
    const frozen = await db().dossierDecisionPerson.findMany({ where: { dossierId: id } });
    expect(frozen.map(({ amount }) => Number(amount))).toEqual([6_000_000, 6_000_000, 6_000_000]);
    expect((await claimsOf(id)).map(({ state, amount }) => [state, Number(amount)])).toEqual([
      ["GRANTED", 6_000_000],
      ["GRANTED", 2_000_000],
      ["GRANTED", 6_000_000],
    ]);
    expect(await versionOf(id)).toBe(before + 1);
    const mail = await db().mail.findMany({ where: { template: "changeGranted" } });
    expect(
      mail.map(({ toAddress, text }) => [toAddress, text.includes("14.000.000"), text.includes("Đã đối chiếu")]),
    ).toEqual([[applicant.email, true, true]]);
    const notices = await db().notice.findMany({ where: { userId: applicant.userId } });
    expect(notices.map(({ template, path }) => [template, path])).toEqual([
      ["changeGranted", `/enterprise/dossiers/${id}`],
    ]);
    expect(await waitingChanges()).toBe(0);
  });

  test("builds on those granted before it, and never gives back what they took", async () => {
    const dossier = await createGranted({ persons: 2 });
    const { id } = dossier;
    await grant(dossier, leaves(1));
    await grant(dossier, { kind: "TUITION", tuition: 9_000_000 });
    // A third of half of 9 million for the one who left, half of it for the other.
    expect(await amounts(id)).toEqual([1_500_000, 4_500_000]);
    await grant(dossier, { kind: "DATES", startsOn: "2026-02-02", endsOn: "2026-12-25", months: 6 });
    expect(await amounts(id)).toEqual([1_500_000, 4_500_000]);
    expect(await db().dossierDecisionChange.count({ where: { dossierId: id } })).toBe(3);
  });

  test("that leaves nothing frees the benefit for another dossier", async () => {
    const dossier = await createGranted({ persons: 1 });
    await grant(dossier, leaves(1, 0));
    expect(await amounts(dossier.id)).toEqual([0]);
    expect(await claimsOf(dossier.id)).toMatchObject([{ state: "RELEASED", amount: 0n, endedAt: now }]);
  });

  test("is refused with the reason: what was granted stays, whoever asked is told", async () => {
    const dossier = await createGranted({ persons: 1 });
    const { made } = await ask(dossier, leaves(1));
    const seen = { id: dossier.id, requestId: good(made).id, version: 1 };
    expect(await refuseChange(officer, { ...seen, note: "" }, at)).toMatchObject({ fields: [{ path: ["note"] }] });
    good(await refuseChange(officer, { ...seen, note: "Trường báo vẫn đi học" }, at));
    expect(await amounts(dossier.id)).toEqual([6_000_000]);
    const mail = await db().mail.findFirstOrThrow({ where: { toAddress: dossier.applicant.email } });
    expect([mail.template, mail.text.includes("Trường báo vẫn đi học")]).toEqual(["changeRefused", true]);
    good((await ask(dossier, leaves(1))).made);
  });

  test("is taken back by its own side as long as nobody has decided, and another can be asked for", async () => {
    const dossier = await createGranted({ persons: 1 });
    const { id, applicant } = dossier;
    await db().subsidyDossier.update({ where: { id }, data: { assignedToId: officer.userId } });
    const { made } = await ask(dossier, leaves(1));
    const seen = { id, requestId: good(made).id, version: 1 };
    const stranger = (await createGranted({ persons: 1 })).applicant;
    expect(await withdrawChange(stranger, seen, at)).toMatchObject({ code: "not_found" });
    expect(await withdrawChange(officer, seen, at)).toMatchObject({ code: "forbidden" });
    expect(await withdrawChange(applicant, { ...seen, version: 2 }, at)).toMatchObject({ code: "changed_meanwhile" });
    good(await withdrawChange(applicant, seen, at));
    expect(await db().dossierChangeRequest.findUniqueOrThrow({ where: { id: seen.requestId } })).toMatchObject({
      ...{ state: "WITHDRAWN", decidedById: null, decidedAt: now, version: 2 },
    });
    expect(await db().notice.count({ where: { userId: officer.userId, template: "changeWithdrawn" } })).toBe(1);
    expect(await amounts(id)).toEqual([6_000_000]);
    const after = 2_000_000;
    expect(await grantChange(officer, { ...seen, after }, at)).toMatchObject({ code: "changed_meanwhile" });
    expect(await grantChange(officer, { ...seen, version: 2, after }, at)).toMatchObject({ code: "not_allowed_now" });
    expect(await withdrawChange(applicant, { ...seen, version: 2 }, at)).toMatchObject({ code: "not_allowed_now" });

    const again = good((await ask(dossier, leaves(1))).made);
    const next = { id, requestId: again.id, version: 1 };
    const both = await Promise.all([withdrawChange(applicant, next, at), grantChange(officer, { ...next, after }, at)]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  });

  test("of the course's first day takes its claims along, unless the person has one there", async () => {
    const first = await createGranted({ persons: 1 });
    const second = await createGranted({ persons: 1 });
    // Under a policy that grants once a course.
    const { policyId, definition } = await db().supportPolicyVersion.findUniqueOrThrow({
      where: { id: first.policyVersionId },
    });
    const policy = policyDefinition.parse(definition);
    const rates = policy.rates.map((rate) => ({ ...rate, once: "COURSE" as const }));
    const version = await db().supportPolicyVersion.create({
      data: { policyId, no: 99, definition: { ...policy, rates } },
    });
    const scopeOn = (day: string) => `nq-03-2024:hoc-phi:truong cao dang thu nghiem|han trung cap|${day}`;
    for (const { id } of [first, second]) {
      await db().subsidyDossier.update({ where: { id }, data: { policyVersionId: version.id } });
      await db().supportClaim.updateMany({ where: { dossierId: id }, data: { scope: scopeOn("2026-01-05") } });
    }
    const dates = { kind: "DATES", startsOn: "2026-02-02", endsOn: "2026-12-25", months: 12 };
    await grant(first, dates);
    expect(await claimsOf(first.id)).toMatchObject([{ state: "GRANTED", scope: scopeOn("2026-02-02") }]);

    const [claim] = await claimsOf(second.id);
    await db().supportClaim.create({
      data: {
        ...{ beneficiaryId: claim?.beneficiaryId ?? 0, scope: scopeOn("2026-02-02"), rateCode: "hoc-phi", amount: 1 },
        ...{ dossierId: first.id, personId: (await claimsOf(first.id))[0]?.personId ?? 0 },
      },
    });
    const { made, after } = await ask(second, dates);
    const seen = { id: second.id, requestId: good(made).id, version: 1 };
    expect(await grantChange(officer, { ...seen, after }, at)).toMatchObject({ code: "already_supported" });
    expect(await claimsOf(second.id)).toMatchObject([{ scope: scopeOn("2026-01-05") }]);
    expect(await db().dossierChangeRequest.findUniqueOrThrow({ where: { id: seen.requestId } })).toMatchObject({
      ...{ state: "REQUESTED", version: 1 },
    });
  });

  test("of two officers at once is decided by one", async () => {
    const dossier = await createGranted({ persons: 1 });
    const { made, after } = await ask(dossier, leaves(1));
    const seen = { id: dossier.id, requestId: good(made).id, version: 1 };
    const colleague = await createStaff("LABOUR_HEAD");
    const both = await Promise.all([
      grantChange(officer, { ...seen, after }, at),
      refuseChange(colleague, { ...seen, note: "Chưa đủ căn cứ" }, at),
    ]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  });
});

test("only the applicant of a granted dossier asks, only for what fits it, and never decides", async () => {
  const dossier = await createGranted({ persons: 1 });
  const { id, applicant } = dossier;
  const stranger = await createMember((await createDossier({ persons: 1 })).organisationId);
  expect(await previewChange(stranger, { id, change: leaves(1) }, at)).toMatchObject({ code: "not_found" });
  expect(await previewChange(applicant, { id, change: leaves(7) }, at)).toMatchObject({
    fields: [{ path: ["change", "position"], code: "notSupported" }],
  });
  const input = { id, version: await versionOf(id), change: leaves(1), reason: "Thôi học", after: 1 };
  expect(await requestChange(applicant, input, at)).toMatchObject({ code: "changed_meanwhile" });
  const open = await createDossier({ persons: 1 });
  expect(await previewChange(open.applicant, { id: open.id, change: leaves(1) }, at)).toMatchObject({
    code: "not_allowed_now",
  });
  const { made, after } = await ask(dossier, leaves(1));
  const requestId = good(made).id;
  await db().user.update({ where: { id: applicant.userId }, data: { staffRole: "LABOUR_OFFICER" } });
  const both = { ...applicant, staffRole: "LABOUR_OFFICER" as const };
  expect(await grantChange(both, { id, requestId, version: 1, after }, at)).toMatchObject({ code: "same_person" });
});

test("the database refuses a change that grants more, does not begin where the last ended, or is rewritten", async () => {
  const dossier = await createGranted({ persons: 2 });
  const { id: dossierId } = dossier;
  await grant(dossier, leaves(1));
  const { requestId } = await db().dossierDecisionChange.findFirstOrThrow({ where: { dossierId } });
  const row = (position: number, amountBefore: number, amount: number) =>
    db().dossierDecisionChange.create({ data: { requestId, dossierId, position, amountBefore, amount, lines: [] } });
  await expect(row(2, 6_000_000, 6_000_001)).rejects.toThrow();
  await expect(row(2, 5_000_000, 1)).rejects.toThrow();
  await expect(db().dossierDecisionChange.updateMany({ where: { dossierId }, data: { amount: 0 } })).rejects.toThrow();
  const waits = await db().dossierChangeRequest.create({ data: { dossierId, content: {}, reason: "chờ" } });
  await expect(
    db().dossierDecisionChange.create({
      data: { requestId: waits.id, dossierId, position: 2, amountBefore: 6_000_000, amount: 1, lines: [] },
    }),
  ).rejects.toThrow();
});

test("the queue of changes reads the few that wait, not the decided dossiers", async () => {
  const { page } = queueStatements(dossierQueueQuery.parse({ tab: "changes" }), officer.userId, "2026-11-23");
  const plan = await db().$transaction(async (tx) => {
    await tx.$executeRaw`set local enable_seqscan = off`;
    const rows = await tx.$queryRawUnsafe<{ "QUERY PLAN": string }[]>(`explain ${page.text}`, ...page.values);
    return rows.map((row) => row["QUERY PLAN"]).join("\n");
  });
  expect(plan).toContain("DossierChangeRequest_one_open");
});
