import { db } from "@/lib/db/client";
import { factsOfDossier } from "./facts-queries";
import type { Policy } from "./policy";
import { changesAnything, effectOn, mostNamed, noEffect, type PolicyEffect } from "./policy-effect";

/** Dossiers that are not decided upon and not in the chain. */
const openStates = ["DRAFT", "SUBMITTED", "IN_REVIEW", "CORRECTING"] as const;
/** So many ids are read at once. */
const idsAtOnce = 100;
/** Milliseconds after which a call answers with what it has. */
const patience = 1_500;

const openOf = (policyId: number) => ({ policyId, state: { in: [...openStates] } });

/** How many open dossiers of a policy there are to judge. */
export const openDossiers = (policyId: number): Promise<number> =>
  db().subsidyDossier.count({ where: openOf(policyId) });

/**
 * What a version would change in the open dossiers of its policy, if they were judged by it: they keep their own. A call
 * judges as many as it can within a moment, one in memory at a time, and says where the next goes on (`more`); `withMore` adds
 * them up. What is granted elsewhere is taken as under the version that each has.
 *
 * @param after goes on after the dossier of this id
 * @param milliseconds when to answer, at least one dossier later
 */
export async function effectOfPolicy(
  version: { policyId: number; definition: Policy },
  after = 0,
  milliseconds = patience,
): Promise<PolicyEffect> {
  const effect = noEffect();
  const until = performance.now() + milliseconds;
  const policies = new Map<number, Policy>();
  for (let last = after; ; ) {
    const dossiers = await db().subsidyDossier.findMany({
      where: { ...openOf(version.policyId), id: { gt: last } },
      orderBy: { id: "asc" },
      take: idsAtOnce,
      select: { id: true, code: true, policyVersionId: true, organisation: { select: { nameVi: true } } },
    });
    for (const dossier of dossiers) {
      if (effect.judged > 0 && performance.now() > until) return { ...effect, more: last };
      last = dossier.id;
      effect.judged += 1;
      const read = await factsOfDossier(undefined, dossier.id);
      if (!read) continue;
      const own = policies.get(dossier.policyVersionId) ?? read.policy;
      policies.set(dossier.policyVersionId, own);
      const one = effectOn(
        [own, version.definition],
        read.facts,
        read.persons.map(({ facts }) => facts),
      );
      if (!changesAnything(one)) continue;
      effect.changed += 1;
      for (const key of ["before", "after", "gained", "lost"] as const) effect.total[key] += one[key];
      effect.lines.push({ id: dossier.id, code: dossier.code, organisation: dossier.organisation.nameVi, ...one });
      effect.lines.sort((a, b) => Math.abs(b.after - b.before) - Math.abs(a.after - a.before));
      effect.lines.splice(mostNamed);
    }
    if (dossiers.length < idsAtOnce) return effect;
  }
}
