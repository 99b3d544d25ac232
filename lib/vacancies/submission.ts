import { problemsOf } from "@/lib/core/problems";
import type { FieldProblem } from "@/lib/core/result";
import { blocksOf, type Finding, type Grounds } from "./findings";
import { vacancySubmission } from "./schema";

/** Why a vacancy cannot be submitted now: the enterprise itself, or fields of the form. */
export type Obstacles = {
  enterprise: "enterprise_not_verified" | "enterprise_not_operating" | null;
  fields: FieldProblem[];
};

/** A blocking finding as a problem of its field, so that the form shows it where it is to be corrected. */
function problemOf({ code, field, params, citation }: Finding): FieldProblem[] {
  if (!field) return [];
  return [{ path: [field], code, params: { ...params, ...(citation !== undefined && { citation }) } }];
}

/**
 * All that stands against a submission: what is missing or does not add up (completeness.ts), a wage below the regional
 * minimum, a deadline that is past, an enterprise that may not recruit. Empty: it may be submitted.
 */
export function obstaclesTo(grounds: Grounds): Obstacles {
  const parsed = vacancySubmission.safeParse(grounds.content);
  const found = [...(parsed.success ? [] : problemsOf(parsed.error)), ...blocksOf(grounds).flatMap(problemOf)];
  // One problem a field: people correct one thing after the other.
  const fields = [...new Map(found.reverse().map((problem) => [problem.path.join("."), problem])).values()].reverse();
  const { verified, lifecycle } = grounds.enterprise;
  if (!verified) return { enterprise: "enterprise_not_verified", fields };
  return { enterprise: lifecycle === "OPERATING" ? null : "enterprise_not_operating", fields };
}
