import type { ImportKind } from "@/lib/db/generated/enums";

/** Workspaces that take tables in. */
export type ImportPlace = "enterprise" | "school" | "staff";

/** What the kind of a table is called (below `imports.kind`): a school's people are no workers. */
export const kindWords = (kind: ImportKind, place: ImportPlace): ImportKind | "PEOPLE" =>
  kind === "ROSTER" && place === "school" ? "PEOPLE" : kind;

/** Where what was taken over is found in its workspace, and in which words of `imports.result` the way there is named. */
export function becameOf(kind: ImportKind, place: ImportPlace, reportId: number | null) {
  if (kind === "REGISTER") return { at: ["enterprises"], words: "openEnterprises" as const };
  if (kind === "COHORTS")
    return { at: reportId === null ? ["reports"] : ["reports", reportId], words: "openReport" as const };
  if (kind === "ROSTER")
    return place === "school"
      ? { at: ["people"], words: "openPeople" as const }
      : { at: ["workers"], words: "openRoster" as const };
  return place === "staff"
    ? { at: ["review"], words: "openReview" as const }
    : { at: ["vacancies"], words: "openNeeds" as const };
}
