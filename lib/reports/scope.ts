import { unitOf } from "@/lib/deadlines/unit";
import type { May } from "@/lib/identity/actor";

/** Acts for an organisation that may owe reports, or belongs to a unit of the Authority. */
export const owesReports: May = (actor) =>
  actor.kind === "person" && (actor.organisation !== null || unitOf(actor.staffRole) !== null);

/** Belongs to a unit of the Authority: which reports it reads stands in the obligation. */
export const readsReports: May = (actor) => actor.kind === "person" && unitOf(actor.staffRole) !== null;

/** Heads a unit that reads reports: in the labour department its head, elsewhere whoever belongs to the unit. */
export const closesPeriods: May = (actor) =>
  readsReports(actor) && actor.kind === "person" && actor.staffRole !== "LABOUR_OFFICER";
