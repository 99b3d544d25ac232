import { db } from "@/lib/db/client";
import { factsOfDossier } from "./facts-queries";
import type { Policy } from "./policy";
import { changesAnything, type DossierEffect, effectOn } from "./policy-effect";

/** Dossiers that are not decided upon and not in the chain. */
const openStates = ["DRAFT", "SUBMITTED", "IN_REVIEW", "CORRECTING"] as const;
/** So many ids are read at once, and so many dossiers are judged in one go. */
const idsAtOnce = 100;
const mostDossiers = 1_000;
/** Of those that change, so many are named. */
const mostNamed = 50;

export type EffectLine = DossierEffect & { id: number; code: string | null; organisation: string };
export type PolicyEffect = {
  /** Dossiers that were judged; `more`: the id after which it goes on, where there are others. */
  judged: number;
  more: number | null;
  /** Of them: that change, and what in all. */
  changed: number;
  total: DossierEffect;
  /** Those with the greatest difference of money. */
  lines: EffectLine[];
};

/**
 * What a version would change in the open dossiers of its policy, if they were judged by it: they keep their own. One
 * dossier is held in memory at a time; what is granted elsewhere is taken as under the version that each has.
 *
 * @param after goes on after the dossier of this id
 */
export async function effectOfPolicy(
  version: { policyId: number; definition: Policy },
  after = 0,
): Promise<PolicyEffect> {
  const effect: PolicyEffect = {
    judged: 0,
    more: null,
    changed: 0,
    total: { before: 0, after: 0, gained: 0, lost: 0 },
    lines: [],
  };
  const policies = new Map<number, Policy>();
  for (let last = after; ; ) {
    const dossiers = await db().subsidyDossier.findMany({
      where: { policyId: version.policyId, state: { in: [...openStates] }, id: { gt: last } },
      orderBy: { id: "asc" },
      take: idsAtOnce,
      select: { id: true, code: true, policyVersionId: true, organisation: { select: { nameVi: true } } },
    });
    for (const dossier of dossiers) {
      if (effect.judged >= mostDossiers) return { ...effect, more: last };
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
