import { workflow } from "@/lib/core/workflow";
import type { VacancyStatus } from "@/lib/db/generated/enums";

/** `reviewer`: labour officers and head. `publisher`: the labour head, through the publication of a batch. */
export type VacancyParty = "enterprise" | "reviewer" | "publisher" | "system";

/** A vacancy's life, from a factory's need to its end in public. */
export const vacancyWorkflow = workflow({
  name: "vacancy",
  initial: "DRAFT",
  states: [
    "DRAFT",
    "SUBMITTED",
    "RETURNED",
    "APPROVED",
    "PUBLISHED",
    "FILLED",
    "EXPIRED",
    "WITHDRAWN",
  ] satisfies VacancyStatus[],
  moves: {
    submit: { from: ["DRAFT", "RETURNED"], to: "SUBMITTED", by: ["enterprise"] },
    // Before anybody has decided, the enterprise may take its submission back and correct it.
    recall: { from: ["SUBMITTED"], to: "DRAFT", by: ["enterprise"] },
    return: { from: ["SUBMITTED", "APPROVED"], to: "RETURNED", by: ["reviewer"], explained: true },
    approve: { from: ["SUBMITTED"], to: "APPROVED", by: ["reviewer"] },
    publish: { from: ["APPROVED"], to: "PUBLISHED", by: ["publisher"] },
    fill: { from: ["PUBLISHED"], to: "FILLED", by: ["enterprise", "system"] },
    // A hire that fell through within the deadline: the listing is open again.
    reopen: { from: ["FILLED"], to: "PUBLISHED", by: ["enterprise"] },
    expire: { from: ["PUBLISHED"], to: "EXPIRED", by: ["system"] },
    withdraw: {
      from: ["SUBMITTED", "RETURNED", "APPROVED", "PUBLISHED"],
      to: "WITHDRAWN",
      by: ["enterprise", "reviewer"],
      explained: true,
    },
  },
});

export type VacancyMove = keyof typeof vacancyWorkflow.moves;
