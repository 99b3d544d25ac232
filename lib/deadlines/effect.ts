import type { Day } from "@/lib/core/day";
import type { PlannedPeriod } from "./recurrence";

/** A period that exists, as far as a change of rule or calendar may touch it. */
export type StandingPeriod = PlannedPeriod & {
  id: number;
  /** Answers have come in, or people were told of the day: the period is kept even where the rule has it no longer. */
  touched: boolean;
};

export type MovedPeriod = { id: number; slot: string; from: Day; to: Day; period: PlannedPeriod };

/** What a change does to periods. */
export type PeriodEffect = {
  added: PlannedPeriod[];
  /** The due day moves. */
  moved: MovedPeriod[];
  /** Only the window or the days covered change. */
  adjusted: { id: number; slot: string; period: PlannedPeriod }[];
  removed: StandingPeriod[];
  /** The rule has them no longer; kept, since something stands on them. */
  kept: StandingPeriod[];
};

/**
 * Compares what stands with what the rule plans. A due day that has passed is history: neither moved nor removed.
 */
export function periodEffect(standing: StandingPeriod[], planned: PlannedPeriod[], today: Day): PeriodEffect {
  const effect: PeriodEffect = { added: [], moved: [], adjusted: [], removed: [], kept: [] };
  const bySlot = new Map(standing.map((period) => [period.slot, period]));
  for (const period of planned) {
    const stands = bySlot.get(period.slot);
    bySlot.delete(period.slot);
    if (!stands) {
      effect.added.push(period);
      continue;
    }
    if (stands.dueOn < today) continue;
    // A due day is never moved into the past: who is in time today is not late tomorrow by a change of the rule.
    const next =
      period.dueOn < today
        ? { ...period, dueOn: today, opensOn: period.opensOn < today ? period.opensOn : today }
        : period;
    if (stands.dueOn !== next.dueOn)
      effect.moved.push({ id: stands.id, slot: next.slot, from: stands.dueOn, to: next.dueOn, period: next });
    else if (
      stands.coversFrom !== next.coversFrom ||
      stands.coversTo !== next.coversTo ||
      stands.opensOn !== next.opensOn ||
      stands.nominalDueOn !== next.nominalDueOn
    )
      effect.adjusted.push({ id: stands.id, slot: next.slot, period: next });
  }
  for (const left of bySlot.values()) if (left.dueOn >= today) (left.touched ? effect.kept : effect.removed).push(left);
  return effect;
}

/** What applying a rule did, or would do. Counts are of organisations and units. */
export type RuleEffect = {
  added: { slot: string; dueOn: Day }[];
  moved: { slot: string; from: Day; to: Day }[];
  removed: { slot: string; dueOn: Day }[];
  /** No longer of the rule, kept since something stands on them. */
  kept: { slot: string; dueOn: Day }[];
  /** Who owes, by period: only those where it changed. */
  owing: { slot: string; dueOn: Day; joined: number; left: number; now: number }[];
  /** The first names among those who join and leave, for the eye. */
  names: { joined: string[]; left: string[] };
};
