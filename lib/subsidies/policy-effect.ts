import { judge } from "./eligibility";
import type { DossierFacts, PersonFacts } from "./facts";
import { stops } from "./findings";
import type { Policy } from "./policy";

/** What another version would make of a dossier; đồng are those of persons whom nothing stops. */
export type DossierEffect = { before: number; after: number; gained: number; lost: number };

/** Judges the persons under both versions: the money before and after, who would come in, who would fall out. Pure. */
export function effectOn(
  [before, after]: readonly [Policy, Policy],
  facts: DossierFacts,
  persons: readonly PersonFacts[],
): DossierEffect {
  const effect: DossierEffect = { before: 0, after: 0, gained: 0, lost: 0 };
  for (const person of persons) {
    const [old, next] = [judge(before, facts, person), judge(after, facts, person)];
    const [was, is] = [!stops(old.findings), !stops(next.findings)];
    if (was) effect.before += old.amount;
    if (is) effect.after += next.amount;
    if (is && !was) effect.gained += 1;
    if (was && !is) effect.lost += 1;
  }
  return effect;
}

export const changesAnything = ({ before, after, gained, lost }: DossierEffect): boolean =>
  before !== after || gained > 0 || lost > 0;

/** Of the dossiers that change, so many are named. */
export const mostNamed = 50;

export type EffectLine = DossierEffect & { id: number; code: string | null; organisation: string };
/** What a version would make of the dossiers that were judged so far. */
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

/** Of no dossier. */
export const noEffect = (): PolicyEffect => ({
  ...{ judged: 0, more: null, changed: 0 },
  total: { before: 0, after: 0, gained: 0, lost: 0 },
  lines: [],
});

const difference = ({ before, after }: DossierEffect) => Math.abs(after - before);

/** The dossiers judged so far and those judged next, as if they had been judged at once. Pure. */
export const withMore = (sofar: PolicyEffect, next: PolicyEffect): PolicyEffect => ({
  judged: sofar.judged + next.judged,
  more: next.more,
  changed: sofar.changed + next.changed,
  total: {
    before: sofar.total.before + next.total.before,
    after: sofar.total.after + next.total.after,
    gained: sofar.total.gained + next.total.gained,
    lost: sofar.total.lost + next.total.lost,
  },
  lines: [...sofar.lines, ...next.lines].sort((a, b) => difference(b) - difference(a)).slice(0, mostNamed),
});
