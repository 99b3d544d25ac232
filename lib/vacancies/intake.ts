import { fold, tidy } from "@/lib/core/text";
import type { Wage } from "@/lib/imports/read-wage";
import type { Contact } from "@/lib/imports/readers";
import { emptyVacancy, type Qualification, qualifications, type VacancyContent } from "./schema";

/** What is said of a row of needs: the sheet's field it is about, and a code of `imports.finding` or of vacancies. */
export type IntakeFinding = {
  severity: "error" | "note";
  code: string;
  field: string | null;
  params?: Record<string, string | number>;
};

/** Column of the sheet that speaks of a field of the content. */
const columns: Partial<Record<keyof VacancyContent, string>> = {
  occupationId: "occupation",
  wageMin: "wage",
  wageMax: "wage",
  wageNegotiable: "wage",
  allowancesVi: "allowances",
  experienceMonths: "experience",
  busRoutes: "bus",
  otherBenefitsVi: "benefits",
  parkId: "park",
  descriptionVi: "description",
  requirementsVi: "requirements",
};

export const columnOf = (field: string): string => columns[field as keyof VacancyContent] ?? field;

type Yes = { yes: boolean; detail: string | null };

const text = (value: unknown): string | null => (typeof value === "string" && value !== "" ? value : null);
const count = (value: unknown): number => (typeof value === "number" ? value : 0);

/** Benefits that a sentence of them names; "không có xe" names none. */
function benefitsIn(sentence: string): { meals: boolean; bus: boolean; dormitory: boolean } {
  const named = (words: RegExp) =>
    fold(sentence)
      .split(/[,;.\n+]/)
      .some((part) => words.test(part) && !/\b(khong|chua)\b/.test(part));
  return {
    meals: named(/an ca|an trua|bua an|bao an|com ca/),
    bus: named(/xe dua don|xe don|xe tuyen|dua don/),
    dormitory: named(/ky tuc xa|\bktx\b|cho o|nha o/),
  };
}

function wagesOf(values: Record<string, unknown>) {
  const said = values.wage as Wage | undefined;
  const min = (values.wageMin as number | undefined) ?? said?.min ?? null;
  const max = (values.wageMax as number | undefined) ?? said?.max ?? null;
  return {
    wageMin: min,
    wageMax: max,
    wageNegotiable: said?.negotiable === true && min === null && max === null,
    wageBase: (values.wageBase as number | undefined) ?? null,
  };
}

/** People by qualification: as split in the table, or all of the one qualification that is asked. */
function peopleOf(values: Record<string, unknown>, say: (finding: IntakeFinding) => void) {
  const split = Object.fromEntries(qualifications.map((level) => [level, count(values[level])])) as Record<
    Qualification,
    number
  >;
  const sum = qualifications.reduce((total, level) => total + split[level], 0);
  const headcount = count(values.headcount);
  const one = values.qualification as Qualification | undefined;
  if (sum === 0 && one) split[one] = headcount;
  else if (sum > 0 && headcount > 0 && sum !== headcount)
    say({ severity: "error", code: "qualificationsDiffer", field: "headcount", params: { sum, headcount } });
  return { headcount, ...split };
}

/**
 * What a row of a table of needs says, as a vacancy's content; what it does not say stays open, nothing is invented.
 *
 * @param values of `needsSheet` or `annexSheet`, as read
 */
export function contentOfValues(
  values: Record<string, unknown>,
  known: { parkId: number; occupationId: number | null },
): { content: VacancyContent; findings: IntakeFinding[] } {
  const findings: IntakeFinding[] = [];
  const say = (finding: IntakeFinding) => {
    findings.push(finding);
  };
  const contact = values.contact as Contact | undefined;
  const benefits = text(values.benefits);
  const named = benefitsIn(benefits ?? "");
  const yes = (key: string) => values[key] as Yes | undefined;
  const age = text(values.age);
  const requirements = [text(values.requirements), age && `Độ tuổi: ${age}`].filter(Boolean).join("\n");
  const line = (value: string | null) => value && tidy(value);
  const content: VacancyContent = {
    ...emptyVacancy(known.parkId),
    titleVi: tidy(text(values.titleVi) ?? ""),
    occupationId: known.occupationId,
    ...(values.positionGroup !== undefined && {
      positionGroup: values.positionGroup as VacancyContent["positionGroup"],
    }),
    ...peopleOf(values, say),
    menQuota: count(values.menQuota) || null,
    womenQuota: count(values.womenQuota) || null,
    ...wagesOf(values),
    allowancesVi: line(text(values.allowances)),
    contractType: (values.contractType as VacancyContent["contractType"]) ?? null,
    shift: (values.shift as VacancyContent["shift"]) ?? null,
    experienceMonths: count(values.experience),
    meals: yes("meals")?.yes ?? named.meals,
    bus: yes("bus")?.yes ?? named.bus,
    busRoutes: line(yes("bus")?.detail ?? null),
    dormitory: yes("dormitory")?.yes ?? named.dormitory,
    insurance: yes("insurance")?.yes ?? true,
    otherBenefitsVi: line(benefits),
    workplace: line(text(values.workplace)),
    descriptionVi: (text(values.description) ?? "").trim(),
    requirementsVi: requirements,
    contactName: line(contact?.name ?? null),
    contactPhone: text(values.contactPhone) ?? contact?.phone ?? null,
    contactEmail: text(values.contactEmail) ?? contact?.email ?? null,
    deadline: text(values.deadline),
  };
  if (content.headcount === 0) say({ severity: "error", code: "noPeople", field: "headcount" });
  return { content, findings };
}
