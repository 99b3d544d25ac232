import { type Day, formatDay } from "@/lib/core/day";
import type { FieldProblem } from "@/lib/core/result";
import type { EnterpriseLifecycle } from "@/lib/db/generated/enums";
import { anyOf, type May, ofEnterprise, ofSchool, staff } from "@/lib/identity/actor";
import { type LifecycleMove, lifecycleWorkflow } from "./workflow";

/** Keep the register's data: names, place, industry, investor, headcount. */
export const keepsRegister: May = staff("INVESTMENT", "SUPERVISION", "LABOUR_OFFICER", "LABOUR_HEAD", "ADMIN");

/** Say whether an account really is that enterprise's. */
export const verifiesEnterprises: May = staff("SUPERVISION", "LABOUR_OFFICER", "LABOUR_HEAD", "ADMIN");

/** Units that call an enterprise about its people. For all others its contacts do not exist. */
export const seesContacts: May = staff("LABOUR_OFFICER", "LABOUR_HEAD", "SUPERVISION", "EMPLOYMENT_CENTRE", "ADMIN");

/** Write contacts: those who use them, and the enterprise or school its own. */
export const keepsContacts: May = anyOf(seesContacts, ofEnterprise(), ofSchool());

/** A contact counts so long as confirmed, days: schools name theirs anew with each year's answer. */
export const contactDays = 365;

/** Nobody has said for a year that the contact is still right. */
export const isStaleContact = (confirmedAt: Date | string | null, now: Date): boolean =>
  confirmedAt === null || now.getTime() - new Date(confirmedAt).getTime() > contactDays * 86_400_000;

export type RecruitmentObstacle = "not_operating" | "not_verified";

/** Only an operating, verified enterprise hands in needs. All reasons against it, none when it may. */
export function mayRecruit(enterprise: { lifecycle: EnterpriseLifecycle; verified: boolean }): {
  may: boolean;
  reasons: RecruitmentObstacle[];
} {
  const reasons: RecruitmentObstacle[] = [];
  if (enterprise.lifecycle !== "OPERATING") reasons.push("not_operating");
  if (!enterprise.verified) reasons.push("not_verified");
  return { may: reasons.length === 0, reasons };
}

/**
 * What is wrong with a lifecycle change on its face: it takes effect today at the latest, on a paper that existed then or
 * before, not before the last change (an administrator's correction may), and says why where it must.
 */
export function lifecycleProblems(
  change: { move: LifecycleMove; effectiveOn: Day; documentDate: Day; note: string | null },
  facts: { today: Day; lastEffectiveOn: Day | null },
): FieldProblem[] {
  const problems: FieldProblem[] = [];
  const { move, effectiveOn, documentDate, note } = change;
  if (effectiveOn > facts.today) problems.push({ path: ["effectiveOn"], code: "notInFuture" });
  else if (facts.lastEffectiveOn && effectiveOn < facts.lastEffectiveOn && !move.startsWith("correctTo"))
    problems.push({
      path: ["effectiveOn"],
      code: "beforeLastChange",
      params: { last: formatDay(facts.lastEffectiveOn) },
    });
  if (documentDate > facts.today) problems.push({ path: ["documentDate"], code: "notInFuture" });
  if (lifecycleWorkflow.moves[move].explained && !note) problems.push({ path: ["note"], code: "required" });
  return problems;
}

/** Changed fields with their values before and after, in the order of `after`. */
export function changesBetween<T extends Record<string, unknown>>(
  before: { [Key in keyof T]: unknown },
  after: T,
): { field: string; before: unknown; after: unknown }[] {
  return Object.keys(after)
    .filter((field) => (before[field] ?? null) !== (after[field] ?? null))
    .map((field) => ({ field, before: before[field] ?? null, after: after[field] ?? null }));
}
