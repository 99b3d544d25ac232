import { workflow } from "@/lib/core/workflow";
import type { DataCallState } from "@/lib/db/generated/enums";

/** Đợt thu thập số liệu: prepared, open to the schools, closed. */
export const callWorkflow = workflow({
  name: "dataCall",
  initial: "DRAFT",
  states: ["DRAFT", "OPEN", "CLOSED"] satisfies DataCallState[],
  moves: {
    change: { from: ["DRAFT"], to: "DRAFT", by: ["labour"] },
    open: { from: ["DRAFT"], to: "OPEN", by: ["labour"] },
    close: { from: ["OPEN"], to: "CLOSED", by: ["labour"], explained: true },
    reopen: { from: ["CLOSED"], to: "OPEN", by: ["labour"], explained: true },
  },
});
