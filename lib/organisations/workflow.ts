import { workflow } from "@/lib/core/workflow";
import type { EnterpriseLifecycle } from "@/lib/db/generated/enums";
import type { Actor } from "@/lib/identity/actor";

/**
 * Which unit of the Authority says what of an enterprise (plan for Resolution 03/2024, IV.B.1–2): investment management
 * reports the projects that begin to operate, enterprise management and supervision those fit to operate and stopped.
 * The administrator puts right what was entered wrongly.
 */
export type LifecycleParty = "investment" | "supervision" | "admin";

export const lifecycleWorkflow = workflow({
  name: "enterprise",
  initial: "INVESTING",
  states: ["INVESTING", "OPERATING", "SUSPENDED", "CLOSED"] satisfies EnterpriseLifecycle[],
  moves: {
    start: { from: ["INVESTING"], to: "OPERATING", by: ["investment", "supervision"] },
    suspend: { from: ["OPERATING"], to: "SUSPENDED", by: ["supervision"], explained: true },
    resume: { from: ["SUSPENDED"], to: "OPERATING", by: ["supervision"] },
    close: { from: ["OPERATING", "SUSPENDED"], to: "CLOSED", by: ["supervision"], explained: true },
    // A project that ends before it ever operated.
    abandon: { from: ["INVESTING"], to: "CLOSED", by: ["investment", "supervision"], explained: true },
    correctToInvesting: { from: ["OPERATING", "SUSPENDED", "CLOSED"], to: "INVESTING", by: ["admin"], explained: true },
    correctToOperating: { from: ["INVESTING", "SUSPENDED", "CLOSED"], to: "OPERATING", by: ["admin"], explained: true },
    correctToSuspended: { from: ["INVESTING", "OPERATING", "CLOSED"], to: "SUSPENDED", by: ["admin"], explained: true },
    correctToClosed: { from: ["INVESTING", "OPERATING", "SUSPENDED"], to: "CLOSED", by: ["admin"], explained: true },
  },
});

export type LifecycleMove = keyof typeof lifecycleWorkflow.moves;
export const lifecycleMoves = Object.keys(lifecycleWorkflow.moves) as [LifecycleMove, ...LifecycleMove[]];

/** In what capacity somebody changes a lifecycle; null for who has no part in it. */
export function lifecyclePartyOf(actor: Actor): LifecycleParty | null {
  if (actor.kind !== "person") return null;
  if (actor.staffRole === "INVESTMENT") return "investment";
  if (actor.staffRole === "SUPERVISION") return "supervision";
  return actor.staffRole === "ADMIN" ? "admin" : null;
}

/** The moves that somebody may make of an enterprise in a state. */
export function allowedMoves(actor: Actor, state: EnterpriseLifecycle): LifecycleMove[] {
  const party = lifecyclePartyOf(actor);
  return party ? lifecycleWorkflow.allowed(state, party) : [];
}
