import type { Day } from "@/lib/core/day";
import type { AssignmentState, StaffRole } from "@/lib/db/generated/enums";
import type { FormDefinition } from "./definition";
import type { Figure } from "./figures";
import type { Including } from "./period-schema";

export type PeriodHead = {
  id: number;
  obligationId: number;
  nameVi: string;
  nameEn: string;
  citation: string;
  reviewer: StaffRole;
  slot: string;
  coversFrom: Day;
  coversTo: Day;
  opensOn: Day;
  dueOn: Day;
  closedAt: Date | null;
};

export type Period = PeriodHead & { definition: FormDefinition | null };

export type Nature = "FOREIGN" | "DOMESTIC" | "SCHOOL" | "UNIT";
export const natures = ["FOREIGN", "DOMESTIC", "SCHOOL", "UNIT"] as const satisfies Nature[];

/** Reports counted by how they stand. `inTime`: handed in by the due day; `late`: came late or are overdue. */
export type Progress = Record<AssignmentState, number> & { total: number; late: number; inTime: number };

export const noProgress = (): Progress => ({
  ...{ OWED: 0, DRAFT: 0, SUBMITTED: 0, RETURNED: 0, ACCEPTED: 0, EXCUSED: 0 },
  ...{ total: 0, late: 0, inTime: 0 },
});

/** In time among those that came or are overdue, 0 to 1; null while nothing can be said. */
export const onTimeRate = ({ inTime, late }: Pick<Progress, "inTime" | "late">): number | null =>
  inTime + late === 0 ? null : inTime / (inTime + late);

export type ProgressParts = { all: Progress; parks: Map<number, Progress>; natures: Map<Nature, Progress> };

export type Totals = { answers: number; sums: Record<string, number> };

export type AnswerRow = {
  id: number;
  organisationId: number | null;
  who: string | null;
  unit: StaffRole | null;
  parkVi: string | null;
  parkEn: string | null;
  state: AssignmentState;
  dueOn: Day;
  submittedAt: Date | null;
  daysLate: number | null;
  value: number | null;
};

export type OrganisationRow = Omit<AnswerRow, "value"> & {
  taxCode: string | null;
  headcount: number;
  values: number[];
};

export type ConsolidatedPark = { id: number; nameVi: string; nameEn: string; progress: Progress; sums: Totals["sums"] };

/** Everything that the consolidated report of a period says, at one cut-off. Screen and files take these numbers. */
export type Consolidated = {
  period: Period;
  asOf: Date;
  including: Including;
  figures: Figure[];
  totals: Totals;
  /** The period before, at the same cut-off; null without one. */
  before: { period: Period; totals: Totals } | null;
  progress: Progress;
  parks: ConsolidatedPark[];
};
