import type { Day } from "@/lib/core/day";
import { problemsOf } from "@/lib/core/problems";
import { fold } from "@/lib/core/text";
import { db } from "@/lib/db/client";
import { missingFrom } from "./completeness";
import { factsOfMany } from "./facts-queries";
import { findingsOf } from "./findings";
import { columnOf, contentOfValues, type IntakeFinding } from "./intake";
import { type VacancyContent, vacancyDraft } from "./schema";
import { obstaclesTo } from "./submission";

/** A row of needs to be judged: whose it is, and at which park. */
export type NeedRow = { values: Record<string, unknown>; enterpriseId: number; parkId: number };

export type JudgedNeed = {
  content: VacancyContent;
  findings: IntakeFinding[];
  /** Could be handed in as it is. */
  complete: boolean;
};

/** Occupations by what a cell or a title may call them: code, names and synonyms, folded; a word of two is none. */
export async function occupationNames(): Promise<Map<string, number | null>> {
  const rows = await db().occupation.findMany({
    select: { id: true, code: true, nameVi: true, nameEn: true, synonyms: true },
    orderBy: { code: "asc" },
  });
  const names = new Map<string, number | null>();
  for (const { id, code, nameVi, nameEn, synonyms } of rows)
    for (const name of [code, nameVi, nameEn, ...synonyms].map(fold)) {
      const other = names.get(name);
      names.set(name, other === undefined || other === id ? id : null);
    }
  return names;
}

/** The occupation that a row means: its code, or a title that is or begins with the name of exactly one. */
function occupationOf(values: Record<string, unknown>, names: Map<string, number | null>): number | null {
  const said = fold(String(values.occupation ?? "")).trim();
  if (said !== "") return names.get(said) ?? null;
  const words = fold(String(values.titleVi ?? "")).split(/\s+/);
  for (let length = words.length; length >= 2; length--) {
    const found = names.get(words.slice(0, length).join(" "));
    if (found) return found;
  }
  return names.get(words.join(" ")) ?? null;
}

/**
 * Judges rows of needs by the rules of the form: what does not fit or is forbidden (a wage below the minimum, a deadline
 * that is past) keeps a row out, what is missing leaves it a draft, what deserves a look is said.
 */
export async function judgeNeeds(
  rows: NeedRow[],
  names: Map<string, number | null>,
  today: Day,
): Promise<JudgedNeed[]> {
  const read = rows.map(({ values, parkId }) => {
    const made = contentOfValues(values, { parkId, occupationId: occupationOf(values, names) });
    const parsed = vacancyDraft.safeParse(made.content);
    const unfit = parsed.success ? [] : problemsOf(parsed.error);
    return {
      content: parsed.success ? parsed.data : made.content,
      fits: parsed.success,
      findings: [
        ...made.findings,
        ...unfit.map(
          ({ path, code, params }): IntakeFinding => ({
            severity: "error",
            code,
            field: columnOf(String(path[0])),
            ...(params && { params }),
          }),
        ),
      ],
    };
  });
  const judged = rows.map(({ enterpriseId }, at) => ({
    id: 0,
    enterpriseId,
    content: read[at]?.content as VacancyContent,
  }));
  const facts = await factsOfMany(db(), judged, today);
  return read.map(({ content, fits, findings }, at) => {
    const fact = facts[at];
    if (!fact || !fits) return { content, findings, complete: false };
    const said = new Set(findings.map(({ field }) => field));
    const add = (finding: IntakeFinding) => {
      if (finding.severity === "note" || !said.has(finding.field)) findings.push(finding);
    };
    for (const { code, severity, field, params, citation } of findingsOf(fact)) {
      if (code === "minimumWageUnknown") continue;
      // Without a field it is about the enterprise: its needs wait as drafts until that is settled.
      if (!field) {
        add({ severity: "note", code, field: null });
        continue;
      }
      add({
        severity: severity === "block" ? "error" : "note",
        code,
        field: columnOf(field),
        params: { ...params, ...(citation !== undefined && { citation }) },
      });
    }
    const missing = missingFrom(content).filter(({ path }) => !said.has(columnOf(String(path[0]))));
    if (missing.length > 0)
      findings.push({
        severity: "note",
        code: "staysDraft",
        field: null,
        params: { fields: [...new Set(missing.map(({ path }) => String(path[0])))].join(",") },
      });
    const { enterprise, fields } = obstaclesTo(fact);
    const refused = findings.some(({ severity }) => severity === "error");
    return { content, findings, complete: !refused && enterprise === null && fields.length === 0 };
  });
}
