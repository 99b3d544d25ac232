import { db } from "@/lib/db/client";
import type { EstimateState } from "@/lib/db/generated/enums";
import { policyDefinition } from "@/lib/subsidies/policy";
import { estimateBasis, estimateOf, type ShownEstimate, scenario } from "./estimate";
import { estimateTabs } from "./estimate-schema";

export const estimatesPerPage = 30;
const person = { select: { id: true, fullName: true } } as const;
const policyNames = { select: { nameVi: true, nameEn: true, citation: true } } as const;

/** Estimates in a state, or all, latest first. */
export async function estimates(state: EstimateState | undefined, page: number) {
  const where = state ? { state } : {};
  const [rows, total, groups] = await Promise.all([
    db().budgetEstimate.findMany({
      where,
      orderBy: { id: "desc" },
      skip: (page - 1) * estimatesPerPage,
      take: estimatesPerPage,
      select: {
        ...{ id: true, title: true, year: true, kind: true, state: true, amount: true, basisAt: true, currentNo: true },
        ...{ policy: policyNames, createdBy: person },
      },
    }),
    db().budgetEstimate.count({ where }),
    db().budgetEstimate.groupBy({ by: ["state"], _count: true }),
  ]);
  const counts = new Map(groups.map((group) => [group.state, group._count]));
  return {
    rows: rows.map((row) => ({ ...row, amount: Number(row.amount) })),
    total,
    tabs: estimateTabs.map((name) => ({ state: name, count: counts.get(name) ?? 0 })),
  };
}

/** An estimate with its scenarios computed; null where there is none, or none of that version. */
export async function estimate(id: number, no?: number): Promise<ShownEstimate | null> {
  const row = await db().budgetEstimate.findUnique({
    where: { id },
    include: {
      ...{ policy: true, policyVersion: true, createdBy: person, proposal: { include: { budgetYear: true } } },
      acts: { orderBy: { id: "desc" }, include: { byUser: person } },
      versions: {
        orderBy: { no: "desc" },
        select: { no: true, amount: true, submittedAt: true, submittedBy: person },
      },
    },
  });
  if (!row) return null;
  const frozen = no
    ? await db().budgetEstimateVersion.findUnique({ where: { estimateId_no: { estimateId: id, no } } })
    : null;
  if (no && !frozen) return null;
  const { basis: raw, scenarios: given, chosen, basisAt, title, note, policyVersionId } = frozen ?? row;
  const definition =
    policyVersionId === row.policyVersionId
      ? row.policyVersion.definition
      : (await db().supportPolicyVersion.findUniqueOrThrow({ where: { id: policyVersionId } })).definition;
  const policy = policyDefinition.parse(definition);
  const basis = estimateBasis.parse(raw);
  const scenarios = scenario.array().parse(given);
  return {
    ...{ id, title, note, chosen, basis, basisAt, scenarios, policy, policyId: row.policyId, no: no ?? null },
    ...{ version: row.version, year: row.year, kind: row.kind, state: row.state, acts: row.acts },
    ...{ policyNameVi: row.policy.nameVi, policyNameEn: row.policy.nameEn, citation: row.policy.citation },
    ...{ proposal: row.proposal, createdBy: row.createdBy?.fullName ?? null },
    results: scenarios.map((one) => estimateOf(policy, basis, one)),
    versions: row.versions.map(({ amount, submittedBy, ...version }) => ({
      ...{ ...version, amount: Number(amount), submittedBy: submittedBy?.fullName ?? null },
    })),
  };
}

/** Policies that an estimate can be made of. */
export const estimatePolicies = () =>
  db().supportPolicy.findMany({ orderBy: { id: "desc" }, select: { id: true, nameVi: true, nameEn: true } });
