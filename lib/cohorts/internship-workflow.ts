import { workflow } from "@/lib/core/workflow";
import type { InternshipOfferState, InternshipState } from "@/lib/db/generated/enums";

/** An offer's life, moved by the enterprise that made it. */
export const offerWorkflow = workflow({
  name: "internshipOffer",
  initial: "OPEN",
  states: ["OPEN", "CLOSED", "WITHDRAWN"] satisfies InternshipOfferState[],
  moves: {
    close: { from: ["OPEN"], to: "CLOSED", by: ["keeper"] },
    reopen: { from: ["CLOSED"], to: "OPEN", by: ["keeper"] },
    withdraw: { from: ["OPEN", "CLOSED"], to: "WITHDRAWN", by: ["keeper"], explained: true },
  },
});
export const offerMoves = Object.keys(offerWorkflow.moves) as [OfferMove, ...OfferMove[]];
export type OfferMove = keyof typeof offerWorkflow.moves;

/** A placement's life: one side proposes, the other confirms, either says how it went. */
export const placementWorkflow = workflow({
  name: "internshipPlacement",
  initial: "PROPOSED",
  states: ["PROPOSED", "CONFIRMED", "REFUSED", "WITHDRAWN", "RUNNING", "COMPLETED"] satisfies InternshipState[],
  moves: {
    confirm: { from: ["PROPOSED"], to: "CONFIRMED", by: ["other"] },
    refuse: { from: ["PROPOSED"], to: "REFUSED", by: ["other"], explained: true },
    takeBack: { from: ["PROPOSED"], to: "WITHDRAWN", by: ["proposer"] },
    start: { from: ["CONFIRMED"], to: "RUNNING", by: ["proposer", "other"] },
    finish: { from: ["RUNNING"], to: "COMPLETED", by: ["proposer", "other"] },
    // What was reported by mistake.
    undoStart: { from: ["RUNNING"], to: "CONFIRMED", by: ["proposer", "other"] },
    undoFinish: { from: ["COMPLETED"], to: "RUNNING", by: ["proposer", "other"] },
    cancel: { from: ["CONFIRMED"], to: "WITHDRAWN", by: ["proposer", "other"], explained: true },
  },
});
export const placementMoves = Object.keys(placementWorkflow.moves) as [PlacementMove, ...PlacementMove[]];
export type PlacementMove = keyof typeof placementWorkflow.moves;
export type PlacementParty = "proposer" | "other";

/** States in which a placement takes places of its offer. */
export const taking = ["CONFIRMED", "RUNNING", "COMPLETED"] as const satisfies readonly InternshipState[];
