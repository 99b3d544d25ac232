import type { StaffRole } from "@/lib/db/generated/enums";
import { unitOf } from "@/lib/deadlines/unit";
import type { Actor, May } from "@/lib/identity/actor";
import { permissions } from "@/lib/identity/permissions";

/** Acts for an organisation that may owe reports, or belongs to a unit of the Authority. */
export const owesReports: May = (actor) =>
  actor.kind === "person" && (actor.organisation !== null || unitOf(actor.staffRole) !== null);

/** Belongs to a unit of the Authority: which reports it reads stands in the obligation. */
export const readsReports: May = (actor) => actor.kind === "person" && unitOf(actor.staffRole) !== null;

/** Heads a unit that reads reports: in the labour department its head, elsewhere whoever belongs to the unit. */
export const closesPeriods: May = (actor) =>
  readsReports(actor) && actor.kind === "person" && actor.staffRole !== "LABOUR_OFFICER";

/** Decides on reports that a unit reads: accepts, returns, releases, gives more time. */
export const decidesFor = (actor: Actor, reviewer: StaffRole): boolean =>
  actor.kind === "person" && unitOf(actor.staffRole) === reviewer;

/** Opens the reports that a unit reads: the unit itself, and whoever oversees all of them. */
export const readsFor = (actor: Actor, reviewer: StaffRole): boolean =>
  decidesFor(actor, reviewer) || permissions.overseeReports(actor);
