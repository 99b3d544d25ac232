import { EducationLevel, QualificationLevel } from "@/lib/db/generated/enums";
import { rateApplies, type SupportLine, supportLines, totalOf } from "./amounts";
import type { DossierFacts, PaperFact, PersonFacts } from "./facts";
import type { Finding, FindingCode, Severity } from "./findings";
import { groupOf, type Policy, type PolicyGroup, type PolicyPaper, ratesOf, type Words } from "./policy";

const educationRank = Object.values(EducationLevel);
const qualificationRank = Object.values(QualificationLevel);
/** Is `held` at least `wanted`? Both scales are written from the lowest to the highest. */
const reaches = <T>(scale: readonly T[], held: T, wanted: T) => scale.indexOf(held) >= scale.indexOf(wanted);

const finding = (
  code: FindingCode,
  severity: Severity,
  clause: Words | null,
  more: Omit<Finding, "code" | "severity" | "clause"> = {},
): Finding => ({ code, severity, clause, ...more });

/** Does the qualification that is held match the job? Level and field; a job that requires none lacks nothing. */
function qualificationOf(person: PersonFacts, { clause }: PolicyGroup): Finding[] {
  const { qualificationHeld: held, qualificationRequired: required } = person;
  if (held === null || required === null)
    return [
      finding("qualification_unknown", "ASKS", clause, {
        field: held === null ? "qualificationHeld" : "qualificationRequired",
      }),
    ];
  const field = required === "UNSKILLED" || (person.fieldHeld !== null && person.fieldHeld === person.occupationCode);
  return reaches(qualificationRank, held, required) && field
    ? [finding("qualification_matches", "STOPS", clause, { field: "qualificationHeld" })]
    : [];
}

function employmentOf(person: PersonFacts, dossier: DossierFacts, { clause }: PolicyGroup): Finding[] {
  const { startsOn } = dossier.course;
  if (person.leftOn !== null && person.leftOn <= startsOn)
    return [finding("not_employed", "STOPS", clause, { field: "leftOn" })];
  if (person.contractFrom === null) return [finding("contract_unknown", "ASKS", clause, { field: "contractFrom" })];
  if (person.contractFrom > startsOn) return [finding("not_employed", "STOPS", clause, { field: "contractFrom" })];
  if (person.contractTo !== null && person.contractTo < startsOn)
    return [finding("contract_ended", "STOPS", clause, { field: "contractTo" })];
  return [];
}

/** What the group asks of the person. */
function personFindings(person: PersonFacts, dossier: DossierFacts, group: PolicyGroup): Finding[] {
  const { conditions, clause } = group;
  const found: Finding[] = [];
  if (group.person !== person.kind) found.push(finding("group_other_person", "STOPS", clause));
  if (conditions.educationFloor !== null) {
    if (person.education === null) found.push(finding("education_unknown", "ASKS", clause, { field: "education" }));
    else if (!reaches(educationRank, person.education, conditions.educationFloor))
      found.push(finding("education_below_floor", "STOPS", clause, { field: "education" }));
  }
  if (conditions.lacksMatchingQualification) found.push(...qualificationOf(person, group));
  if (conditions.employed) found.push(...employmentOf(person, dossier, group));
  return found;
}

/** What the policy asks of the course and of who hands the dossier in: the same for all its persons. */
function courseFindings(policy: Policy, { course, applicant }: DossierFacts, group: PolicyGroup): Finding[] {
  const { conditions, clause } = group;
  const found: Finding[] = [];
  if (!group.applicants.includes(applicant.kind)) found.push(finding("group_other_applicant", "STOPS", clause));
  if (!applicant.operating) found.push(finding("enterprise_not_operating", "STOPS", clause));
  if (course.cancelled) found.push(finding("course_cancelled", "STOPS", null));
  if (conditions.listedOccupation && !policy.occupations.some(({ code }) => code === course.occupationCode))
    found.push(finding("occupation_not_listed", "STOPS", policy.occupations[0]?.clause ?? null, { field: "course" }));
  if (conditions.levels.length > 0 && !conditions.levels.includes(course.level))
    found.push(finding("level_not_supported", "STOPS", clause, { field: "course" }));
  if (conditions.localSchool && !course.localSchool)
    found.push(finding("school_not_local", "STOPS", clause, { field: "course" }));
  const { from, to, clause: window } = policy.validity;
  if (course.startsOn < from || course.endsOn > to)
    found.push(finding("study_outside_window", "STOPS", window, { field: "course", params: { from, to } }));
  return found;
}

/** Required papers that are not there, or cannot be read; what is there beyond them is never held against anybody. */
function paperFindings(wanted: readonly PolicyPaper[], brought: readonly PaperFact[]): Finding[] {
  return wanted.flatMap((paper) => {
    const there = brought.filter(({ code }) => code === paper.code);
    if (there.some(({ illegible }) => !illegible)) return [];
    if (there.length > 0) return [finding("paper_illegible", "ASKS", paper.clause, { paper: paper.code })];
    return paper.required ? [finding("paper_missing", "ASKS", paper.clause, { paper: paper.code })] : [];
  });
}

function rateFindings(policy: Policy, groupCode: string, person: PersonFacts, lines: SupportLine[]): Finding[] {
  const found: Finding[] = [];
  const unsaid = ratesOf(policy, groupCode).find((rate) => rateApplies(rate, person) === null);
  if (unsaid) found.push(finding("staff_status_unknown", "ASKS", unsaid.clause, { field: "permanentStaff" }));
  else if (lines.length === 0) found.push(finding("no_rate", "STOPS", null));
  const allGone = (why: SupportLine["shortened"]) =>
    lines.length > 0 && lines.every((line) => line.shortened === why && line.amount === 0);
  for (const line of lines) {
    const about = { rate: line.rate };
    if (line.shortened === "already_supported")
      found.push(finding("already_supported", allGone("already_supported") ? "STOPS" : "TELLS", line.clause, about));
    if (line.shortened === "rate_unknown") found.push(finding("rate_unknown", "ASKS", line.clause, about));
    else if (!line.verified) found.push(finding("rate_unverified", "TELLS", line.clause, about));
    if (line.shortened === "dropped_out")
      found.push(
        finding("dropped_out", allGone("dropped_out") ? "STOPS" : "TELLS", line.clause, {
          ...about,
          params: { months: line.months, of: line.ofMonths },
        }),
      );
    if (line.shortened === "capped")
      found.push(
        finding("cap_reached", "TELLS", line.clause, { ...about, params: { raw: line.raw, amount: line.amount } }),
      );
  }
  return found;
}

/** What is found about one person, and what the policy grants them: a pure function of the facts and the policy. */
export type Judgement = { findings: Finding[]; lines: SupportLine[]; amount: number };

/** Judges one person of a dossier. Findings come in the order: group and course, person, papers, rates. */
export function judge(policy: Policy, dossier: DossierFacts, person: PersonFacts): Judgement {
  const group = groupOf(policy, dossier.groupCode);
  if (!group) return { findings: [finding("group_unknown", "STOPS", null)], lines: [], amount: 0 };
  const lines = supportLines(policy, group.code, dossier.course, person);
  const findings = [
    ...courseFindings(policy, dossier, group),
    ...personFindings(person, dossier, group),
    ...paperFindings(
      group.papers.filter(({ per }) => per === "PERSON"),
      person.papers,
    ),
    ...rateFindings(policy, group.code, person, lines),
  ];
  return { findings, lines, amount: totalOf(lines) };
}

/** Papers of the dossier as a whole that are missing or cannot be read. */
export function judgeDossier(policy: Policy, dossier: DossierFacts): Finding[] {
  const group = groupOf(policy, dossier.groupCode);
  if (!group) return [finding("group_unknown", "STOPS", null)];
  return paperFindings(
    group.papers.filter(({ per }) => per === "DOSSIER"),
    dossier.papers,
  );
}
