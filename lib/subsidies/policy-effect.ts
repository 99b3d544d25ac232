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
