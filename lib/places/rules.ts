import { addDays, type Day } from "@/lib/core/day";
import { type May, staff } from "@/lib/identity/actor";

/** Keep wages, wage regions and other names of parks: the labour department's head, and the administrator. */
export const keepsPlaces: May = staff("LABOUR_HEAD", "ADMIN");

export type Period = { validFrom: Day; validTo: Day | null };

/** The period that holds on a day. Both ends belong to it. */
export const inForce = <P extends Period>(periods: readonly P[], day: Day): P | null =>
  periods.find(({ validFrom, validTo }) => validFrom <= day && (validTo === null || validTo >= day)) ?? null;

/** What a new period does to the latest one so far: ends it the day before, replaces it, or cannot stand (it lies before it). */
export type Succession = { kind: "first" } | { kind: "ends"; on: Day } | { kind: "replaces" } | { kind: "tooEarly" };

/** How a period from `validFrom` follows the latest one. Periods are only ever added at the end; the past stays. */
export function successionOf(latest: Day | null, validFrom: Day): Succession {
  if (latest === null) return { kind: "first" };
  if (validFrom === latest) return { kind: "replaces" };
  return validFrom > latest ? { kind: "ends", on: addDays(validFrom, -1) } : { kind: "tooEarly" };
}
