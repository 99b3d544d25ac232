import { type Day, dayOf, dayToDate } from "@/lib/core/day";
import { db, type Tx } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import type { Layout } from "@/lib/imports/layout";
import type { Params } from "@/lib/imports/readers";
import { readValue } from "@/lib/reports/answers";
import type { FormDefinition } from "@/lib/reports/definition";
import type { Field } from "@/lib/reports/field";
import { openedReport } from "@/lib/reports/opened-queries";
import { reportOwedBy } from "@/lib/reports/owed-queries";
import { partsOf } from "@/lib/reports/rules";
import { openStates } from "@/lib/reports/workflow";
import { codeKey } from "./answer";
import { fieldOfName, levelOfCode } from "./guess";
import { changesOf, graduationMonths, programmeCount, programmesByCode, type TakenProgramme } from "./merge";
import { type GraduationMonth, monthIn } from "./sheet-readers";
import { trainingFields, trainingLevels } from "./vocabulary";

/** A school's report of an open data call that may be typed into on a day. */
const openCalls = (organisationId: number, today: Day): Prisma.ReportAssignmentWhereInput => ({
  organisationId,
  state: { in: [...openStates] },
  period: { opensOn: { lte: dayToDate(today) }, obligation: { dataCall: { state: "OPEN" } } },
});

export type CallReport = { id: number; year: number; nameVi: string; nameEn: string };

/** The reports into which a school's table can be taken now, the one due first before the others. */
export async function callReports(organisationId: number, now: Date, tx: Tx = db()): Promise<CallReport[]> {
  const rows = await tx.reportAssignment.findMany({
    where: openCalls(organisationId, dayOf(now)),
    orderBy: [{ dueOn: "asc" }, { id: "asc" }],
    take: 20,
    select: {
      id: true,
      period: {
        select: { obligation: { select: { nameVi: true, nameEn: true, dataCall: { select: { year: true } } } } },
      },
    },
  });
  return rows.map(({ id, period: { obligation } }) => ({
    id,
    year: obligation.dataCall?.year ?? 0,
    nameVi: obligation.nameVi,
    nameEn: obligation.nameEn,
  }));
}

/** The report of a school's table with what its screen would show now; null where it is gone. */
export async function reportOfTable(organisationId: number, reportId: number) {
  const report = await reportOwedBy(organisationId, reportId);
  if (!report?.form) return null;
  const { content } = await openedReport(report);
  return { report, definition: report.form.definition, content };
}

/** What landing a table's accepted codes would do to the report: for the page before anybody agrees. */
export async function landingOf(organisationId: number, reportId: number, codes: readonly string[], now: Date) {
  const [found, open] = await Promise.all([
    reportOfTable(organisationId, reportId),
    db().reportAssignment.count({ where: { AND: [{ id: reportId }, openCalls(organisationId, dayOf(now))] } }),
  ]);
  if (!found) return null;
  const { id, nameVi, nameEn } = found.report;
  return { reportId: id, nameVi, nameEn, open: open === 1, ...changesOf(found.content, codes) };
}

export type CohortFinding = { severity: "error" | "note"; code: string; field: string | null; params?: Params };
export type JudgedProgramme = { content: TakenProgramme | null; findings: CohortFinding[]; complete: boolean };

/** Columns of the form's table of programmes, and how many rows it has at most. */
function programmeTable(definition: FormDefinition): { columns: readonly Field[]; most: number } {
  const table = partsOf(definition).find((part) => part.kind === "table" && part.key === "programmes");
  if (table?.kind !== "table") throw new Error("the form has no table of programmes");
  return { columns: table.columns, most: table.rows.kind === "free" ? table.rows.most : 0 };
}

type Values = Record<string, unknown>;
const numberOf = (value: unknown) => (typeof value === "number" ? value : null);
const words = (terms: typeof trainingFields | typeof trainingLevels, value: string): Params => {
  const { vi, en } = terms.find((one) => one.value === value)?.label ?? { vi: value, en: value };
  return { vi, en };
};

/** More women than students, and columns of sums that are not the sum of the years. */
function sums(values: Values): CohortFinding[] {
  const findings: CohortFinding[] = [];
  const more = (less: string, than: string) => {
    const [women, all] = [numberOf(values[less]), numberOf(values[than])];
    if (women !== null && all !== null && women > all)
      findings.push({ severity: "error", code: "womenMore", field: less, params: { women, all } });
  };
  for (const year of [1, 2, 3, 4]) more(`w${year}`, `y${year}`);
  more("graduatesWomen", "graduates");
  const same = (said: string, parts: readonly string[]) => {
    const [all, counts] = [numberOf(values[said]), parts.flatMap((key) => numberOf(values[key]) ?? [])];
    const read = counts.reduce((sum, one) => sum + one, 0);
    if (all !== null && counts.length > 0 && all !== read)
      findings.push({ severity: "note", code: "rowSumDiffers", field: said, params: { said: all, read } });
  };
  same("total", ["y1", "y2", "y3", "y4"]);
  same("totalWomen", ["w1", "w2", "w3", "w4"]);
  return findings;
}

/** When a programme's students leave: the month's column, else one in the heading of their number; the year else the call's. */
function leaving(values: Values, heading: string, year: number) {
  const count = numberOf(values.graduates);
  if (count === null || count === 0) return { graduates: null, findings: [] };
  const said = (values.graduatesOn as GraduationMonth | undefined) ?? monthIn(heading);
  if (!said) {
    const finding: CohortFinding = { severity: "note", code: "graduatesNoMonth", field: "graduates" };
    return { graduates: null, findings: [finding] };
  }
  const graduates = { month: said.month, year: said.year ?? year, count, women: numberOf(values.graduatesWomen) };
  const value = `${graduates.month}/${graduates.year}`;
  const assumed: CohortFinding = {
    severity: "note",
    code: "yearAssumed",
    field: values.graduatesOn ? "graduatesOn" : "graduates",
    params: { value },
  };
  return { graduates, findings: said.year === null ? [assumed] : [] };
}

/**
 * Judges rows of a school's table by the rules of the report's own form. A code that is twice keeps the later row out; what
 * the table does not say of field and level is guessed by name and code, and told.
 *
 * @param seen codes of the rows before, by their key, with their row; added to
 */
export async function programmeJudge(organisationId: number, reportId: number, layout: Layout, now: Date) {
  const found = await reportOfTable(organisationId, reportId);
  const { columns, most } = found ? programmeTable(found.definition) : { columns: [], most: 0 };
  const content = found?.content ?? {};
  const known = programmesByCode(content);
  const year = Number((found?.report.coversTo ?? dayOf(now)).slice(0, 4));
  const mapped = new Set(layout.columns.flatMap(({ field }) => field ?? []));
  const heading = layout.columns.find(({ field }) => field === "graduates")?.header ?? "";
  const seen = new Map<string, number>();
  let rows = programmeCount(content);

  function judge({ row, values }: { row: number; values: Values }): JudgedProgramme {
    const findings: CohortFinding[] = sums(values);
    const programme: TakenProgramme["programme"] = {};
    for (const column of columns) {
      if (!mapped.has(column.key) && values[column.key] === undefined) continue;
      const { value, problem } = readValue(column, values[column.key]);
      programme[column.key] = value;
      if (problem) findings.push({ severity: "error", field: column.key, ...problem });
    }
    const { code, name } = programme;
    if (typeof code !== "string" || typeof name !== "string") return { content: null, findings, complete: false };
    const key = codeKey(code);
    const before = seen.get(key);
    if (before !== undefined)
      findings.push({ severity: "error", code: "programmeTwice", field: "code", params: { row: before } });
    else seen.set(key, row);
    const present = known.get(key);
    if (present === undefined && before === undefined && ++rows > most)
      findings.push({ severity: "error", code: "tooManyProgrammes", field: null, params: { maximum: most } });
    if (present !== undefined)
      findings.push({
        severity: "note",
        code: "programmeReplaced",
        field: "code",
        params: { name: String(present.name ?? code) },
      });
    const left = leaving(values, heading, year);
    findings.push(...left.findings);
    const months = left.graduates ? graduationMonths(content, code) : [];
    if (months.length > 1)
      findings.push({
        severity: "note",
        code: "graduatesReplaced",
        field: "graduates",
        params: { months: months.join(", ") },
      });

    const guessed: TakenProgramme["guessed"] = {};
    const byCode = levelOfCode(code);
    const said = programme.level ?? present?.level ?? null;
    if (said === null && byCode !== null) {
      guessed.level = byCode;
      findings.push({ severity: "note", code: "levelGuessed", field: "level", params: words(trainingLevels, byCode) });
    } else if (typeof programme.level === "string" && byCode !== null && byCode !== programme.level)
      findings.push({ severity: "note", code: "levelOther", field: "level", params: words(trainingLevels, byCode) });
    const byName = fieldOfName(name);
    if ((programme.field ?? present?.field ?? null) === null && byName !== null) {
      guessed.field = byName;
      findings.push({ severity: "note", code: "fieldGuessed", field: "field", params: words(trainingFields, byName) });
    }
    const open = (["level", "field"] as const).filter(
      (one) => (programme[one] ?? present?.[one] ?? guessed[one] ?? null) === null,
    );
    for (const one of open) findings.push({ severity: "note", code: "choiceOpen", field: one });
    return { content: { programme, guessed, graduates: left.graduates }, findings, complete: open.length === 0 };
  }
  return { judge, version: found?.report.version ?? 0 };
}
