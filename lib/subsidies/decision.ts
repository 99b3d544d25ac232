import type { DossierState, PersonDecision } from "@/lib/db/generated/enums";
import { groupOf, type Policy, type Words } from "./policy";
import { isDecided } from "./workflow";

/** Why a person is refused. Words: `approvals.reasons`; the clause comes from the policy version of the dossier. */
export const refusalReasons = [
  "not_in_group",
  "occupation",
  "outside_window",
  "already_supported",
  "papers_missing",
  "papers_wrong",
  "not_studying",
  "other",
] as const;
export type RefusalReason = (typeof refusalReasons)[number];

/** The code of a stored reason; null where it is none that is known. */
export const reasonOf = (code: string | null): RefusalReason | null =>
  refusalReasons.find((known) => known === code) ?? null;

/** The clause that a refusal rests on; null where the officer says it in words. */
export function clauseOfReason(policy: Policy, groupCode: string, reason: RefusalReason): Words | null {
  const group = groupOf(policy, groupCode);
  switch (reason) {
    case "not_in_group":
    case "not_studying":
      return group?.clause ?? null;
    case "occupation":
      return policy.occupations[0]?.clause ?? null;
    case "outside_window":
      return policy.validity.clause;
    case "already_supported":
      return policy.rates.find((rate) => rate.groups.includes(groupCode))?.clause ?? null;
    case "papers_missing":
    case "papers_wrong":
      return group?.papers[0]?.clause ?? null;
    case "other":
      return null;
  }
}

type Decision = { decision: PersonDecision; reasonCode: string | null; reasonNote: string | null };

/** A person's decision as the applicant may know it: nothing before the leader has decided. */
export const toldDecision = (state: DossierState, { decision, reasonCode, reasonNote }: Decision): Decision =>
  isDecided(state) ? { decision, reasonCode, reasonNote } : { decision: "PENDING", reasonCode: null, reasonNote: null };
