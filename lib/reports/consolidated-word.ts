import { formatDay } from "@/lib/core/day";
import { formatDecimal } from "@/lib/core/decimal";
import { formatCount } from "@/lib/core/money";
import { grid, paragraph, textWidth, wordFile } from "@/lib/documents/word";
import { repeatRow } from "@/lib/documents/word-rows";
import { bodyText, letterfoot, letterhead, paperTitle } from "@/lib/papers/letterhead";
import { consolidatedWords } from "./consolidated-words";
import { changeWords, figureUnit } from "./figure-words";
import type { Consolidated, OrganisationRow } from "./period";

const number = (value: number) => formatDecimal(value, "vi");

/** The consolidated report as a Word file in the form of a report (NĐ 30/2020/NĐ-CP). Official papers are Vietnamese. */
export async function consolidatedWord(
  report: Consolidated,
  rows: AsyncIterable<OrganisationRow>,
): Promise<Uint8Array<ArrayBuffer>> {
  const words = consolidatedWords(report, "vi");
  const { say } = words;
  const { figures, totals, before, parks } = report;
  const missing: string[][] = [];
  for await (const row of rows)
    if (row.state === "OWED" || row.state === "DRAFT")
      missing.push([
        String(missing.length + 1),
        row.who ?? (row.unit && words.unit[row.unit]) ?? "",
        row.parkVi ?? "",
        formatDay(row.dueOn),
      ]);
  const heading = (text: string) => paragraph(text, { ...bodyText, bold: true, keepNext: true, before: 12, after: 4 });
  const no = { label: "TT", width: 5, align: "center" } as const;
  const numeric = (label: string, width = 11) => ({ label, width, align: "right" as const });
  const written = await wordFile({
    title: words.title,
    children: [
      // Number and day are left for the office (Mẫu 1.4).
      letterhead({ number: "       /BC-BQL", dated: "ngày       tháng       năm" }),
      ...paperTitle("BÁO CÁO", words.title),
      paragraph(say("basis", { citation: report.period.citation }), { ...bodyText, before: 12 }),
      paragraph(`${words.covers}. ${words.cutOff}`, bodyText),
      heading(say("part.progress")),
      ...[...words.counts.map(([label, count]) => [label, formatCount(count, "vi")]), words.rate].map(
        ([label, value]) => paragraph(`- ${label}: ${value}`, { ...bodyText, before: 2 }),
      ),
      heading(say("part.totals")),
      grid({
        columns: [
          no,
          { label: say("figure"), width: 40 },
          { label: say("unit"), width: 12 },
          numeric(say("total"), 16),
          numeric(before ? say("before", { slot: before.period.slot }) : say("noBefore"), 16),
          numeric(say("change")),
        ],
        width: textWidth,
      }),
      heading(say("part.parks")),
      grid({
        columns: [
          no,
          { label: say("park"), width: 35 },
          ...["owed", "handedIn", "acceptedCount", "missing", "late"].map((key) => numeric(say(key as "owed"))),
        ],
        width: textWidth,
      }),
      heading(say("part.missing", { count: missing.length })),
      ...(missing.length > 0
        ? [
            grid({
              columns: [
                no,
                { label: say("who"), width: 50 },
                { label: say("park"), width: 25 },
                { label: say("due"), width: 15, align: "center" },
              ],
              width: textWidth,
            }),
          ]
        : [paragraph(say("nobody"), bodyText)]),
      letterfoot({ recipients: ["Như trên;", "Lãnh đạo Ban;", "Lưu: VT."], title: "TRƯỞNG BAN" }),
    ],
    rows: figures.map((figure, at) => [
      String(at + 1),
      figure.label.vi,
      figureUnit(figure, "vi"),
      number(totals.sums[figure.key] ?? 0),
      before?.totals.sums[figure.key] === undefined ? "" : number(before.totals.sums[figure.key] ?? 0),
      changeWords(totals.sums[figure.key] ?? 0, before?.totals.sums[figure.key], "vi"),
    ]),
  });
  // Each call fills the first table that is still to be filled.
  const withParks = repeatRow(
    written,
    parks.map(({ nameVi, progress: one }, at) => [
      ...[String(at + 1), nameVi],
      ...[one.total - one.EXCUSED, one.SUBMITTED + one.RETURNED + one.ACCEPTED, one.ACCEPTED, one.OWED + one.DRAFT].map(
        String,
      ),
      String(one.late),
    ]),
  );
  return missing.length > 0 ? repeatRow(withParks, missing) : withParks;
}
