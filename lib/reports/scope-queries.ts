import type { Prisma } from "@/lib/db/generated/client";
import { unitOf } from "@/lib/deadlines/unit";
import type { Actor } from "@/lib/identity/actor";
import { permissions } from "@/lib/identity/permissions";

/** Nobody's: the condition that no row meets. */
const none = { id: { in: [] as number[] } };

/** The reports that the actor's organisation, or unit of the Authority, owes. */
export function ownReports(actor: Actor): Prisma.ReportAssignmentWhereInput {
  if (actor.kind !== "person") return none;
  if (actor.organisation) return { organisationId: actor.organisation.id };
  const unit = unitOf(actor.staffRole);
  return unit ? { unit } : none;
}

/** The reports that the actor's unit reads and decides. */
export function reviewedReports(actor: Actor): Prisma.ReportAssignmentWhereInput {
  const unit = actor.kind === "person" ? unitOf(actor.staffRole) : null;
  return unit ? { period: { obligation: { reviewer: unit } } } : none;
}

/** The reports that the actor may read: those of the unit, and all of them for whoever oversees them. */
export const readableReports = (actor: Actor): Prisma.ReportAssignmentWhereInput =>
  permissions.overseeReports(actor) ? {} : reviewedReports(actor);
