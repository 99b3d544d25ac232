import { workflow } from "@/lib/core/workflow";
import type { AssignmentState } from "@/lib/db/generated/enums";

/** Who owes the report; who reads it for the Authority; the register, when somebody stops or begins. */
export type ReportParty = "reporter" | "reviewer" | "register";

export const reportWorkflow = workflow({
  name: "report",
  initial: "OWED",
  states: ["OWED", "DRAFT", "SUBMITTED", "RETURNED", "ACCEPTED", "EXCUSED"] satisfies AssignmentState[],
  moves: {
    save: { from: ["OWED", "DRAFT"], to: "DRAFT", by: ["reporter"] },
    // What was returned stays returned while it is corrected, so that its reasons stay in sight.
    correct: { from: ["RETURNED"], to: "RETURNED", by: ["reporter"] },
    submit: { from: ["OWED", "DRAFT", "RETURNED"], to: "SUBMITTED", by: ["reporter"] },
    return: { from: ["SUBMITTED"], to: "RETURNED", by: ["reviewer"], explained: true },
    accept: { from: ["SUBMITTED"], to: "ACCEPTED", by: ["reviewer"] },
    reopen: { from: ["ACCEPTED"], to: "RETURNED", by: ["reviewer"], explained: true },
    excuse: { from: ["OWED", "DRAFT", "RETURNED"], to: "EXCUSED", by: ["reviewer", "register"], explained: true },
    // Takes a release back: what had been handed in and returned before is still to be corrected.
    recallReturned: { from: ["EXCUSED"], to: "RETURNED", by: ["reviewer"] },
    recall: { from: ["EXCUSED"], to: "OWED", by: ["reviewer", "register"] },
  },
});

export type ReportMove = keyof typeof reportWorkflow.moves;

/** States in which the report is still to come. */
export const openStates = ["OWED", "DRAFT", "RETURNED"] as const satisfies AssignmentState[];
