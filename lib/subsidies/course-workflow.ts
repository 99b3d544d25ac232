import { workflow } from "@/lib/core/workflow";
import type { CourseState } from "@/lib/db/generated/enums";

/** A training course's life, moved by the organisation that keeps it. */
export const courseWorkflow = workflow({
  name: "course",
  initial: "PLANNED",
  states: ["PLANNED", "RUNNING", "COMPLETED", "CANCELLED"] satisfies CourseState[],
  moves: {
    start: { from: ["PLANNED"], to: "RUNNING", by: ["keeper"] },
    finish: { from: ["RUNNING"], to: "COMPLETED", by: ["keeper"] },
    // Somebody's completion was recorded wrongly, or more is to be recorded.
    resume: { from: ["COMPLETED"], to: "RUNNING", by: ["keeper"] },
    cancel: { from: ["PLANNED", "RUNNING"], to: "CANCELLED", by: ["keeper"] },
  },
});
export const courseMoves = Object.keys(courseWorkflow.moves) as [CourseMove, ...CourseMove[]];
export type CourseMove = keyof typeof courseWorkflow.moves;
