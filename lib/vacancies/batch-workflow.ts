import { workflow } from "@/lib/core/workflow";
import type { BatchStatus } from "@/lib/db/generated/enums";

/** `officer`: labour officers. `head`: the labour head, who alone publishes. */
export type BatchParty = "officer" | "head" | "system";

/** A batch (đợt tuyển dụng): needs are collected in a window, reviewed, published as a numbered whole, closed. */
export const batchWorkflow = workflow({
  name: "batch",
  initial: "COLLECTING",
  states: ["COLLECTING", "REVIEWING", "PUBLISHED", "CLOSED", "WITHDRAWN"] satisfies BatchStatus[],
  moves: {
    review: { from: ["COLLECTING"], to: "REVIEWING", by: ["officer", "head", "system"] },
    collectAgain: { from: ["REVIEWING"], to: "COLLECTING", by: ["head"] },
    publish: { from: ["REVIEWING"], to: "PUBLISHED", by: ["head"] },
    close: { from: ["PUBLISHED"], to: "CLOSED", by: ["head", "system"] },
    withdraw: {
      from: ["COLLECTING", "REVIEWING", "PUBLISHED", "CLOSED"],
      to: "WITHDRAWN",
      by: ["head"],
      explained: true,
    },
  },
});

export type BatchMove = keyof typeof batchWorkflow.moves;
