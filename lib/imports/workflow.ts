import { workflow } from "@/lib/core/workflow";
import type { ImportState } from "@/lib/db/generated/enums";

/** The way of a table: the worker reads, tries and takes over; its owner says what is meant and whether to go on. */
export const importWorkflow = workflow({
  name: "import",
  initial: "READING",
  states: [
    "READING",
    "MAPPING",
    "CHECKING",
    "CHECKED",
    "APPLYING",
    "APPLIED",
    "UNREADABLE",
    "DISCARDED",
  ] satisfies ImportState[],
  moves: {
    propose: { from: ["READING"], to: "MAPPING", by: ["worker"] },
    /** The same headers as last time: their mapping is known, nobody need say it again. */
    recognise: { from: ["READING"], to: "CHECKING", by: ["worker"] },
    giveUp: { from: ["READING", "CHECKING"], to: "UNREADABLE", by: ["worker"] },
    map: { from: ["MAPPING", "CHECKING", "CHECKED"], to: "CHECKING", by: ["owner"] },
    judge: { from: ["CHECKING"], to: "CHECKED", by: ["worker"] },
    apply: { from: ["CHECKED"], to: "APPLYING", by: ["owner"] },
    /** Something was taken meanwhile by somebody else: the trial is made again. */
    retry: { from: ["APPLYING"], to: "CHECKING", by: ["worker"] },
    land: { from: ["APPLYING"], to: "APPLIED", by: ["worker"] },
    discard: { from: ["READING", "MAPPING", "CHECKING", "CHECKED", "UNREADABLE"], to: "DISCARDED", by: ["owner"] },
  },
});

export type ImportMove = keyof typeof importWorkflow.moves;
