import { formatDay } from "@/lib/core/day";
import { formatDecimal } from "@/lib/core/decimal";
import { formatCount } from "@/lib/core/money";
import { grid, paragraph, sideBySide, textWidth, wordFile } from "@/lib/documents/word";
import { repeatRow } from "@/lib/documents/word-rows";
import { consolidatedWords } from "./consolidated-words";
import { changeWords, figureUnit } from "./figure-words";
import type { Consolidated, OrganisationRow } from "./period";

const left = Math.round(textWidth * 0.42);
const right = textWidth - left;
const centred = { align: "center" } as const;
const body = { size: 13, align: "both", indent: true, before: 6 } as const;
const number = (value: number) => formatDecimal(value, "vi");

/** Head of a report by NĐ 30/2020/NĐ-CP, Phụ lục III, Mẫu 1.4; number and day are left for the office. */
const head = () =>
  sideBySide([
    {
      width: left,
      children: [
        paragraph("UBND THÀNH PHỐ HẢI PHÒNG", { ...centred, size: 12 }),
        paragraph("BAN QUẢN LÝ\nKHU KINH TẾ HẢI PHÒNG", { ...centred, size: 12, bold: true }),
        paragraph("", { ...centred, size: 2, rule: { length: 1400, within: left } }),
        paragraph("Số:        /BC-BQL", { ...centred, before: 6 }),
      ],
    },
    {
      width: right,
      children: [
        paragraph("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", { ...centred, size: 12, bold: true }),
        paragraph("Độc lập - Tự do - Hạnh phúc", { ...centred, bold: true, rule: { length: 3750, within: right } }),
        paragraph("Hải Phòng, ngày       tháng       năm", { ...centred, italic: true, before: 6 }),
      ],
    },
  ]);

const foot = () =>
  sideBySide([
    {
      width: left,
      children: [
        paragraph("Nơi nhận:", { size: 12, bold: true, italic: true, before: 12 }),
        ...["- Như trên;", "- Lãnh đạo Ban;", "- Lưu: VT."].map((text) => paragraph(text, { size: 11 })),
      ],
    },
    {
      width: right,
      children: [paragraph("TRƯỞNG BAN", { ...centred, bold: true, before: 12, after: 70 })],
    },
  ]);

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
  const heading = (text: string) => paragraph(text, { ...body, bold: true, keepNext: true, before: 12, after: 4 });
  const no = { label: "TT", width: 5, align: "center" } as const;
  const numeric = (label: string, width = 11) => ({ label, width, align: "right" as const });
  const written = await wordFile({
    title: words.title,
    children: [
      head(),
      paragraph("BÁO CÁO", { ...centred, size: 14, bold: true, before: 18 }),
      paragraph(words.title, { ...centred, size: 14, bold: true }),
      paragraph("", { ...centred, size: 2, rule: { length: 1800, within: textWidth } }),
      paragraph(say("basis", { citation: report.period.citation }), { ...body, before: 12 }),
      paragraph(`${words.covers}. ${words.cutOff}`, body),
      heading(say("part.progress")),
      ...[...words.counts.map(([label, count]) => [label, formatCount(count, "vi")]), words.rate].map(
        ([label, value]) => paragraph(`- ${label}: ${value}`, { ...body, before: 2 }),
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
        : [paragraph(say("nobody"), body)]),
      foot(),
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
