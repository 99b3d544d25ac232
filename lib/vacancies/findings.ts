import type { EnterpriseLifecycle, WageRegion } from "@/lib/db/generated/enums";
import type { VacancyContent } from "./schema";
import { wordingOf } from "./wording";

/**
 * What the computer sees in a vacancy before a person judges it. `block` cannot be submitted or approved, `warn` asks
 * for a look, `info` is good to know.
 */
export type Finding = {
  code:
    | "belowMinimumWage"
    | "minimumWageUnknown"
    | "duplicate"
    | "feeWording"
    | "discriminatoryWording"
    | "genderQuota"
    | "notOperating"
    | "notVerified"
    | "outlierHeadcount"
    | "deadlinePast"
    | "deadlineFar";
  severity: "block" | "warn" | "info";
  field?: keyof VacancyContent;
  params?: Record<string, string | number>;
  /** The legal text that it rests on, where there is one. */
  citation?: string;
};

/** What register and law say of a vacancy: all that a block rests on. */
export type Grounds = {
  content: VacancyContent;
  /** Day of the judgement. */
  today: string;
  /** Minimum of the park's region on that day; null where none is known. */
  minimumWage: { region: WageRegion; monthly: number; citation: string; verified: boolean } | null;
  enterprise: { lifecycle: EnterpriseLifecycle; verified: boolean; headcount: number };
};

export type FindingFacts = Grounds & {
  /** Open or waiting listings of the same enterprise with the same occupation and a like title. */
  duplicates: { id: number; titleVi: string }[];
};

/** A deadline so far ahead that the listing would outlive its need, days. */
const farAhead = 120;

/** What stands against submitting or approving a vacancy. Pure; the grounds come from queries. */
export function blocksOf({ content, today, minimumWage, enterprise }: Grounds): Finding[] {
  const found: Finding[] = [];
  const lowest = Math.min(...[content.wageBase, content.wageMin].filter((wage) => wage !== null));
  if (minimumWage && lowest < minimumWage.monthly)
    found.push({
      code: "belowMinimumWage",
      severity: "block",
      field: content.wageBase !== null && content.wageBase < minimumWage.monthly ? "wageBase" : "wageMin",
      params: { offered: lowest, minimum: minimumWage.monthly, region: minimumWage.region },
      citation: minimumWage.citation,
    });
  if (enterprise.lifecycle !== "OPERATING") found.push({ code: "notOperating", severity: "block" });
  if (!enterprise.verified) found.push({ code: "notVerified", severity: "block" });
  if (content.deadline !== null && content.deadline < today)
    found.push({ code: "deadlinePast", severity: "block", field: "deadline" });
  return found;
}

/** All findings of a vacancy, worst first. Pure; the facts come from queries. */
export function findingsOf(facts: FindingFacts): Finding[] {
  const { content, today, minimumWage, enterprise, duplicates } = facts;
  const found = blocksOf(facts);
  if (!minimumWage) found.push({ code: "minimumWageUnknown", severity: "warn", field: "wageBase" });
  const { fees, exclusions } = wordingOf(content);
  for (const { field, word } of fees) found.push({ code: "feeWording", severity: "warn", field, params: { word } });
  for (const { field, word } of exclusions)
    found.push({ code: "discriminatoryWording", severity: "warn", field, params: { word } });
  if (content.menQuota || content.womenQuota)
    found.push({
      code: "genderQuota",
      severity: "warn",
      field: content.womenQuota ? "womenQuota" : "menQuota",
      params: { men: content.menQuota ?? 0, women: content.womenQuota ?? 0 },
    });
  for (const other of duplicates)
    found.push({
      code: "duplicate",
      severity: "warn",
      field: "titleVi",
      params: { id: other.id, title: other.titleVi },
    });
  if (enterprise.headcount > 0 && content.headcount > Math.max(50, enterprise.headcount))
    found.push({
      code: "outlierHeadcount",
      severity: "warn",
      field: "headcount",
      params: { asked: content.headcount, employed: enterprise.headcount },
    });
  if (content.deadline !== null && Date.parse(content.deadline) - Date.parse(today) > farAhead * 86_400_000)
    found.push({ code: "deadlineFar", severity: "info", field: "deadline", params: { days: farAhead } });
  return found;
}
