import type { Finding } from "./findings";
import type { VacancyContent } from "./schema";
import { vacancyWorkflow } from "./workflow";

/** What a reviewer decides of a submission. */
export type Decision = "approve" | "return";

/** How one of many was decided: done, or why not. `finding` is the one that stands in the way. */
export type ItemOutcome =
  | { id: number; ok: true }
  | { id: number; ok: false; code: "not_found" | "changed_meanwhile" | "not_allowed_now" }
  | { id: number; ok: false; code: "held_by_other"; name: string }
  | { id: number; ok: false; code: "blocked" | "needs_look"; finding: Finding };

export type Judged = {
  id: number;
  version: number;
  status: (typeof vacancyWorkflow)["states"][number];
  content: VacancyContent;
  holder: { id: number; fullName: string } | null;
  findings: Finding[];
};

/**
 * May this decision be made on this row now? A `block` finding stops an approval, always. In bulk a `warn` does too:
 * what needs a look is not approved unseen. What another officer holds is theirs, except for the head.
 */
export function judge(
  row: Judged | undefined,
  seen: { id: number; version: number },
  decision: Decision,
  by: { userId: number; head: boolean; bulk: boolean },
): ItemOutcome {
  const { id } = seen;
  if (!row) return { id, ok: false, code: "not_found" };
  if (row.version !== seen.version) return { id, ok: false, code: "changed_meanwhile" };
  if (!vacancyWorkflow.can(decision, row.status, "reviewer")) return { id, ok: false, code: "not_allowed_now" };
  if (row.holder && row.holder.id !== by.userId && !by.head)
    return { id, ok: false, code: "held_by_other", name: row.holder.fullName };
  if (decision === "return") return { id, ok: true };
  const block = row.findings.find(({ severity }) => severity === "block");
  if (block) return { id, ok: false, code: "blocked", finding: block };
  const warning = by.bulk ? row.findings.find(({ severity }) => severity === "warn") : undefined;
  return warning ? { id, ok: false, code: "needs_look", finding: warning } : { id, ok: true };
}

/** How an act in bulk is announced before it is done: how many would pass, how many need a look. */
export function foresee(rows: Pick<Judged, "findings">[]): { fit: number; look: number } {
  const look = rows.filter(({ findings }) => findings.some(({ severity }) => severity !== "info")).length;
  return { fit: rows.length - look, look };
}
