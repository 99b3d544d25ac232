import { type Day, dateToDay, dayToDate } from "@/lib/core/day";
import { db, type Prisma, type Tx } from "@/lib/db/client";
import { type Policy, policyDefinition } from "./policy";

/** A version of a policy as the rules read it. */
export type PolicyVersion = {
  policyId: number;
  policyCode: string;
  nameVi: string;
  nameEn: string;
  versionId: number;
  no: number;
  /** First day of the version; null: a draft. */
  inForceFrom: Day | null;
  definition: Policy;
};

const select = {
  id: true,
  no: true,
  inForceFrom: true,
  definition: true,
  policy: { select: { id: true, code: true, nameVi: true, nameEn: true } },
} satisfies Prisma.SupportPolicyVersionSelect;

const versionOf = (row: Prisma.SupportPolicyVersionGetPayload<{ select: typeof select }>): PolicyVersion => ({
  policyId: row.policy.id,
  policyCode: row.policy.code,
  nameVi: row.policy.nameVi,
  nameEn: row.policy.nameEn,
  versionId: row.id,
  no: row.no,
  inForceFrom: row.inForceFrom && dateToDay(row.inForceFrom),
  definition: policyDefinition.parse(row.definition),
});

/**
 * The version of a policy that is in force on a day: of those brought into force and not retired, the one with the latest
 * first day not after it. Null: none is. What is begun on a day keeps this version.
 *
 * @param code of the policy, as `trainingSupport`
 */
export async function policyInForce(
  day: Day,
  code: string,
  tx: Tx = db(),
): Promise<(PolicyVersion & { inForceFrom: Day }) | null> {
  const row = await tx.supportPolicyVersion.findFirst({
    where: { state: "IN_FORCE", inForceFrom: { lte: dayToDate(day) }, policy: { code } },
    orderBy: [{ inForceFrom: "desc" }, { no: "desc" }, { id: "desc" }],
    select,
  });
  const found = row && versionOf(row);
  return found?.inForceFrom ? { ...found, inForceFrom: found.inForceFrom } : null;
}

/** One version, also a draft or a retired one: what an old dossier is judged by. Null: there is none of that id. */
export async function policyVersion(id: number, tx: Tx = db()): Promise<PolicyVersion | null> {
  const row = await tx.supportPolicyVersion.findUnique({ where: { id }, select });
  return row && versionOf(row);
}

/** Codes of the version's rates that a leader has released although they are unverified. */
export async function releasedRates(versionId: number): Promise<Set<string>> {
  const rows = await db().rateRelease.findMany({
    where: { policyVersionId: versionId, revokedAt: null },
    select: { rateCode: true },
    distinct: ["rateCode"],
  });
  return new Set(rows.map(({ rateCode }) => rateCode));
}
