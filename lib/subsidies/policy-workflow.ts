import { workflow } from "@/lib/core/workflow";
import type { PolicyVersionState } from "@/lib/db/generated/enums";

/** `officer` writes, `head` of the labour department decides. */
export type PolicyParty = "officer" | "head";

/** A policy version's life. What was in force stays as it was: dossiers begun under it are judged by it to their end. */
export const policyWorkflow = workflow({
  name: "policyVersion",
  initial: "DRAFT",
  states: ["DRAFT", "IN_FORCE", "RETIRED"] satisfies PolicyVersionState[],
  moves: {
    save: { from: ["DRAFT"], to: "DRAFT", by: ["officer", "head"] },
    bringIntoForce: { from: ["DRAFT"], to: "IN_FORCE", by: ["head"], explained: true },
    retire: { from: ["IN_FORCE"], to: "RETIRED", by: ["head"], explained: true },
  },
});
