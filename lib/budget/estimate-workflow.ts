import { workflow } from "@/lib/core/workflow";

/**
 * The way of an estimate (plan IV.B.3 and 4): the labour department writes it and its head hands it in to the office, which
 * proposes it to a leader as an allocation. The last three moves are those of the ledger's proposal.
 */
export const estimateWorkflow = workflow({
  name: "estimate",
  initial: "DRAFT",
  states: ["DRAFT", "SUBMITTED", "RETURNED", "PROPOSED", "APPROVED", "WITHDRAWN"],
  moves: {
    submit: { from: ["DRAFT", "RETURNED"], to: "SUBMITTED", by: ["head"] },
    withdraw: { from: ["DRAFT", "RETURNED"], to: "WITHDRAWN", by: ["head"], explained: true },
    return: { from: ["SUBMITTED"], to: "RETURNED", by: ["office"], explained: true },
    propose: { from: ["SUBMITTED"], to: "PROPOSED", by: ["office"] },
    takeBack: { from: ["PROPOSED"], to: "SUBMITTED", by: ["office"] },
    refuse: { from: ["PROPOSED"], to: "RETURNED", by: ["leader"], explained: true },
    approve: { from: ["PROPOSED"], to: "APPROVED", by: ["leader"] },
  },
});

export type EstimateMove = keyof typeof estimateWorkflow.moves;
export type EstimateParty = "head" | "office" | "leader";
