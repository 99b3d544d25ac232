import { formatMoment } from "@/lib/core/day";
import { formatCount } from "@/lib/core/money";
import { grid, landscapeWidth, paragraph, wordFile } from "@/lib/documents/word";
import { repeatRow } from "@/lib/documents/word-rows";
import { bodyText, letterfoot, letterhead, paperTitle } from "@/lib/papers/letterhead";
import { cohortWords } from "./figure-words";
import type { CohortFigures, CohortRow } from "./figures";
import type { PlanLine } from "./plan-figures";

/** What the consolidated Word file says. */
export type ConsolidatedFigures = {
  year: number;
  filters: readonly string[];
  totals: CohortFigures & { schools: number };
  before: CohortFigures | null;
  /** Tables in this order, each with all its rows. */
  tables: readonly { dimension: "field" | "level" | "kind" | "province"; rows: readonly CohortRow[] }[];
  months: readonly { month: string; count: number; women: number }[];
  plan: readonly PlanLine[];
  at: Date;
};

const columns = ["programmes", "students", "women", "intake", "graduates", "interns", "parkInterns"] as const;
const count = (value: number) => formatCount(value, "vi");

/** The consolidated figures of a year as a Word report (NĐ 30/2020/NĐ-CP, Phụ lục III, Mẫu 1.4); Vietnamese, as papers are. */
export async function consolidatedFiguresWord(report: ConsolidatedFigures): Promise<Uint8Array<ArrayBuffer>> {
  const words = cohortWords("vi");
  const { say } = words;
  const { totals, before, year } = report;
  const heading = (text: string) => paragraph(text, { ...bodyText, bold: true, keepNext: true, before: 12, after: 4 });
  const line = (text: string) => paragraph(text, { ...bodyText, before: 2 });
  const numeric = (label: string, width = 11) => ({ label, width, align: "right" as const });
  const title = say("figures.wordTitle", { year: String(year) });
  const months = report.months.length > 0;
  const foot = (sums: CohortFigures) => [say("figures.total"), ...columns.map((one) => count(sums[one]))];
  let word = await wordFile({
    title,
    landscape: true,
    children: [
      letterhead({ number: "       /BC-BQL", dated: "ngày       tháng       năm" }),
      ...paperTitle("BÁO CÁO", title),
      paragraph(say("figures.wordBasis", { at: formatMoment(report.at), schools: count(totals.schools) }), {
        ...bodyText,
        before: 12,
      }),
      ...report.filters.map(line),
      ...columns.map((one) =>
        line(
          before
            ? say("figures.wordLineBefore", {
                name: say(`measure.${one}`),
                value: count(totals[one]),
                year: String(year - 1),
                before: count(before[one]),
              })
            : say("figures.wordLine", { name: say(`measure.${one}`), value: count(totals[one]) }),
        ),
      ),
      ...report.tables.flatMap(({ dimension }) => [
        heading(say(`by.${dimension}`)),
        grid({
          width: landscapeWidth,
          columns: [
            { label: say(`by.${dimension}`), width: 36 },
            ...columns.map((one) => numeric(say(`measure.${one}`))),
          ],
          foot: foot(totals),
        }),
      ]),
      ...(months
        ? [
            heading(say("figures.months")),
            grid({
              width: landscapeWidth,
              columns: [
                { label: say("figures.month"), width: 36 },
                numeric(say("measure.graduates"), 20),
                numeric(say("measure.graduateWomen"), 20),
              ],
              foot: [say("figures.total"), count(totals.graduates), count(totals.graduateWomen)],
            }),
          ]
        : []),
      heading(say("figures.plan")),
      ...report.plan.map((one) => line(`- ${planText(one, words.say)}`)),
      letterfoot({ recipients: ["Như trên;", "Lãnh đạo Ban;", "Lưu: P.QLLĐ, VT."], title: "TRƯỞNG BAN" }),
    ],
  });
  // Each call fills the first table that is still to be filled.
  for (const { dimension, rows } of report.tables)
    word = repeatRow(
      word,
      rows.map((row) => [words.key(dimension, row.key, row.name), ...columns.map((one) => count(row[one]))]),
    );
  return months
    ? repeatRow(
        word,
        report.months.map((one) => [
          `${one.month.slice(5, 7)}/${one.month.slice(0, 4)}`,
          count(one.count),
          count(one.women),
        ]),
      )
    : word;
}

/** A target of the plan with what the data say of it, or that they do not. */
export function planText(line: PlanLine, say: ReturnType<typeof cohortWords>["say"]): string {
  const name = say(`plan.${line.key}`, { by2025: line.targets[0], by2030: line.targets[1] });
  if (line.per !== undefined) return `${name} ${say("plan.per", { value: line.per })}`;
  if (line.near !== undefined)
    return `${name} ${say(line.nearPercent ? "plan.nearPercent" : "plan.nearPersons", { value: line.near })}`;
  return `${name} ${say("plan.notKnown")}`;
}
