import { db } from "@/lib/db/client";
import type { Person } from "@/lib/identity/actor";

/** What a form sends for an offer of internships. */
export const offerInput = (more: object = {}) => ({
  field: "ELECTRICAL",
  level: "COLLEGE",
  places: 20,
  term: "HK1",
  startsOn: "2026-09-07",
  endsOn: "2026-11-27",
  allowance: 3_000_000,
  learns: "Lắp tủ điện, đọc bản vẽ, an toàn điện cùng tổ bảo trì.",
  meals: true,
  housing: false,
  ...more,
});

/** An offer of the actor's enterprise. */
export async function anOffer(actor: Person, more: object = {}) {
  // Fetched when it is needed: the journeys read the authorisation table, and their loader reads no messages.
  const { offerInternship } = await import("@/lib/cohorts/internship-commands");
  const made = await offerInternship(actor, offerInput(more));
  if (!made.ok) throw new Error(`no offer: ${JSON.stringify(made)}`);
  return db().internshipOffer.findUniqueOrThrow({ where: { id: made.value.id } });
}

/** What a form sends for students placed with an offer. */
export const placementInput = (offerId: number, more: object = {}) => ({
  offerId,
  schoolId: null,
  code: "6520227",
  programme: "Điện công nghiệp",
  students: 8,
  women: 2,
  startsOn: "2026-09-07",
  endsOn: "2026-11-27",
  ...more,
});

/** A placement that somebody proposes. */
export async function aPlacement(actor: Person, offerId: number, more: object = {}) {
  const { proposePlacement } = await import("@/lib/cohorts/internship-commands");
  const made = await proposePlacement(actor, placementInput(offerId, more));
  if (!made.ok) throw new Error(`no placement: ${JSON.stringify(made)}`);
  return db().internshipPlacement.findUniqueOrThrow({ where: { id: made.value.id } });
}
