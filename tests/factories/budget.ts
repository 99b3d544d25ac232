import { randomUUID } from "node:crypto";
import { entryOfYear, lockBudgets, post, yearFor } from "@/lib/budget/ledger-commands";
import { dayToDate } from "@/lib/core/day";
import { db } from "@/lib/db/client";
import { system } from "@/lib/identity/actor";
import { createEnterpriseWith } from "./deadlines";
import { createBeneficiaries, createCourse, createWorkers } from "./dossiers";

/** Allocates money of a policy's year as an approved proposal would; the year's id. */
export const giveMoney = (policyId: number, year: number, amount: bigint | number, now = new Date()) =>
  db().$transaction(async (tx) => {
    const id = await yearFor(tx, policyId, year);
    await lockBudgets(tx, [policyId]);
    const act = { key: `test:${randomUUID()}`, ground: "PROPOSAL" as const, subjectId: 0, document: "Quyết định thử" };
    const entry = entryOfYear(id, "ALLOCATE", "SOURCE", "AVAILABLE", BigInt(amount));
    await post(tx, { ...act, actor: system("test"), now }, entry);
    return id;
  });

/** Money enough for whatever a test approves, in the years in which tests hand dossiers in. */
export async function giveEnough(code = "nq-03-2024"): Promise<void> {
  const policy = await db().supportPolicy.findFirstOrThrow({ where: { code } });
  for (const year of [2025, 2026, 2027]) await giveMoney(policy.id, year, 1_000_000_000_000n);
}

export type ReadyDossier = { id: number; claimId: number; policyId: number };

/**
 * Dossiers of one person each, handed in one after the other, their benefits taken and nothing reserved for them yet; made
 * in a few statements, so that hundreds are. Needs reference data.
 */
export async function createReadyDossiers(
  count: number,
  { amount = 6_000_000, submittedAt = new Date("2026-10-05T09:00:00+07:00") } = {},
): Promise<ReadyDossier[]> {
  const version = await db().supportPolicyVersion.findFirstOrThrow({
    where: { policy: { code: "nq-03-2024" }, state: "IN_FORCE" },
  });
  const park = await db().industrialPark.findFirstOrThrow();
  const organisationId = await createEnterpriseWith(park.id, [["2020-01-01", "OPERATING"]]);
  const beneficiaries = await createBeneficiaries(count);
  const entries = await createWorkers(organisationId, beneficiaries);
  const course = await createCourse(organisationId);
  const run = randomUUID().slice(0, 8);
  const made = await db().subsidyDossier.createManyAndReturn({
    data: beneficiaries.map((_, at) => ({
      ...{
        organisationId,
        policyId: version.policyId,
        policyVersionId: version.id,
        groupCode: "a",
        courseId: course.id,
      },
      ...{ code: `${run}-${at}`, state: "IN_REVIEW" as const, currentNo: 1, persons: 1, amount, nextPosition: 2 },
      submittedAt: new Date(submittedAt.getTime() + at * 1_000),
    })),
    select: { id: true },
  });
  const ids = made.map(({ id }) => id);
  await db().dossierPerson.createMany({
    data: ids.map((dossierId, at) => ({
      ...{ dossierId, position: 1, rosterEntryId: entries[at] as number, beneficiaryId: beneficiaries[at] as number },
      ...{ amount, decision: "ACCEPTED" as const, decidedAt: submittedAt },
    })),
  });
  const versions = await db().dossierVersion.createManyAndReturn({
    data: ids.map((dossierId) => ({
      ...{ dossierId, no: 1, policyVersionId: version.id, head: {}, persons: 1, amount, submittedAt },
    })),
    select: { id: true },
  });
  await db().dossierVersionPerson.createMany({
    data: versions.map(({ id: versionId }, at) => ({
      ...{ versionId, position: 1, beneficiaryId: beneficiaries[at] as number, fullName: `Nguyễn Thử ${at}`, amount },
      ...{ facts: { birthDate: "1998-01-01" }, lines: [], findings: [], papers: [], digest: run },
    })),
  });
  await db().$executeRaw`
    insert into "SupportClaim" ("beneficiaryId", scope, "rateCode", "dossierId", "personId", amount)
    select p."beneficiaryId", ${`thu:${run}`}, 'hoc-phi', p."dossierId", p.id, p.amount
    from "DossierPerson" p where p."dossierId" = any(${ids}) order by p."dossierId"`;
  const claims = await db().supportClaim.findMany({ where: { dossierId: { in: ids } }, orderBy: { dossierId: "asc" } });
  return claims.map(({ id, dossierId }) => ({ id: dossierId, claimId: id, policyId: version.policyId }));
}

/** A checked list for each dossier, so that a leader can approve it; as approvals take it. */
export async function createCheckedLists(dossiers: readonly ReadyDossier[], proposedById: number, checkedById: number) {
  const at = dayToDate("2026-11-01");
  const lists = [];
  for (const { id } of dossiers) {
    const { amount } = await db().subsidyDossier.findUniqueOrThrow({ where: { id }, select: { amount: true } });
    const list = await db().approvalList.create({
      data: {
        ...{ title: `Danh sách thử ${id}`, state: "CHECKED", dossierCount: 1, persons: 1, amount },
        ...{ proposedById, checkedById, proposedAt: at, checkedAt: at },
        dossiers: { connect: { id } },
      },
    });
    await db().subsidyDossier.update({ where: { id }, data: { state: "CHECKED" } });
    lists.push({ id: list.id, version: 1, seen: { dossiers: 1, persons: 1, amount: Number(amount) } });
  }
  return lists;
}
