import { workflow } from "@/lib/core/workflow";
import type { ApprovalState, DossierState } from "@/lib/db/generated/enums";

/** `applicant`: the enterprise or school. `officer`, `head`: labour department. `leader`: leaders of the Authority. */
export type DossierParty = "applicant" | "officer" | "head" | "leader";

/** A dossier's life. Moves of the chain are made on lists (`approvalWorkflow`) and reach their dossiers from there. */
export const dossierWorkflow = workflow({
  name: "dossier",
  initial: "DRAFT",
  states: [
    "DRAFT",
    "SUBMITTED",
    "IN_REVIEW",
    "CORRECTING",
    "PROPOSED",
    "CHECKED",
    "APPROVED",
    "REFUSED",
    "WITHDRAWN",
  ] satisfies DossierState[],
  moves: {
    submit: { from: ["DRAFT"], to: "SUBMITTED", by: ["applicant"] },
    take: { from: ["SUBMITTED"], to: "IN_REVIEW", by: ["officer", "head"] },
    // The clock stands still until the applicant hands the next version in.
    ask: { from: ["IN_REVIEW"], to: "CORRECTING", by: ["officer", "head"], explained: true },
    resubmit: { from: ["CORRECTING"], to: "IN_REVIEW", by: ["applicant"] },
    propose: { from: ["IN_REVIEW"], to: "PROPOSED", by: ["officer"] },
    takeOut: { from: ["PROPOSED"], to: "IN_REVIEW", by: ["officer"] },
    check: { from: ["PROPOSED"], to: "CHECKED", by: ["head"] },
    returnToOfficer: { from: ["PROPOSED"], to: "IN_REVIEW", by: ["head"], explained: true },
    approve: { from: ["CHECKED"], to: "APPROVED", by: ["leader"] },
    // Nobody in it was accepted: the decision refuses it.
    refuse: { from: ["CHECKED"], to: "REFUSED", by: ["leader"] },
    returnToHead: { from: ["CHECKED"], to: "PROPOSED", by: ["leader"], explained: true },
    withdraw: {
      from: ["DRAFT", "SUBMITTED", "IN_REVIEW", "CORRECTING"],
      to: "WITHDRAWN",
      by: ["applicant"],
      explained: true,
    },
  },
});
export type DossierMove = keyof typeof dossierWorkflow.moves;

/** States in which the applicant may type. */
export const editableStates = ["DRAFT", "CORRECTING"] as const satisfies DossierState[];
/** Has a leader decided who is supported? */
export const isDecided = (state: DossierState): boolean => state === "APPROVED" || state === "REFUSED";
/** States in which the Authority's clock runs. */
export const runningStates = ["SUBMITTED", "IN_REVIEW", "PROPOSED", "CHECKED"] as const satisfies DossierState[];

export type ApprovalParty = "officer" | "head" | "leader";

/** The chain (trình ký): officer, head of labour, leader; each may return it one step, with the reason. */
export const approvalWorkflow = workflow({
  name: "approval",
  initial: "GATHERING",
  states: ["GATHERING", "PROPOSED", "CHECKED", "APPROVED", "DISSOLVED"] satisfies ApprovalState[],
  moves: {
    propose: { from: ["GATHERING"], to: "PROPOSED", by: ["officer"] },
    check: { from: ["PROPOSED"], to: "CHECKED", by: ["head"] },
    returnToOfficer: { from: ["PROPOSED"], to: "GATHERING", by: ["head"], explained: true },
    approve: { from: ["CHECKED"], to: "APPROVED", by: ["leader"] },
    returnToHead: { from: ["CHECKED"], to: "PROPOSED", by: ["leader"], explained: true },
    dissolve: { from: ["GATHERING"], to: "DISSOLVED", by: ["officer"] },
  },
});
export type ApprovalMove = keyof typeof approvalWorkflow.moves;
