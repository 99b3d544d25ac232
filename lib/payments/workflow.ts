import { workflow } from "@/lib/core/workflow";
import type { PaymentBatchState } from "@/lib/db/generated/enums";

/** `office` gathers and proposes, `checker` is a second person of the office or the head of labour, `leader` decides. */
export type PaymentParty = "office" | "checker" | "leader";

/** A batch's life: three different people; whoever returns it says why. */
export const paymentWorkflow = workflow({
  name: "payment",
  initial: "GATHERED",
  states: ["GATHERED", "PROPOSED", "CHECKED", "SENT", "DISSOLVED"] satisfies PaymentBatchState[],
  moves: {
    propose: { from: ["GATHERED"], to: "PROPOSED", by: ["office"] },
    dissolve: { from: ["GATHERED"], to: "DISSOLVED", by: ["office"] },
    check: { from: ["PROPOSED"], to: "CHECKED", by: ["checker"] },
    returnProposed: { from: ["PROPOSED"], to: "GATHERED", by: ["checker"], explained: true },
    // The leader's approval sends it: the money is with the payer from then on.
    send: { from: ["CHECKED"], to: "SENT", by: ["leader"] },
    returnChecked: { from: ["CHECKED"], to: "GATHERED", by: ["leader"], explained: true },
  },
});
export type PaymentMove = keyof typeof paymentWorkflow.moves;
