import { dateToDay, formatDay, formatMoment } from "@/lib/core/day";
import { formatCount } from "@/lib/core/money";
import { inVietnameseWords } from "@/lib/core/number-words";
import type { StreamedColumn, StreamedValue } from "@/lib/documents/streamed-workbook";
import { type GridColumn, grid, paragraph, textWidth, wordFile } from "@/lib/documents/word";
import { repeatRow } from "@/lib/documents/word-rows";
import { stampDraft } from "@/lib/documents/word-template";
import { messages } from "@/lib/i18n/messages";
import type { Locale } from "@/lib/i18n/paths";
import { wordsIn } from "@/lib/i18n/words";
import { bodyText, centred, letterfoot, letterhead, paperTitle } from "@/lib/papers/letterhead";
import { wordsOf } from "@/lib/papers/words";
import { type GroupSum, type SettledLine, type SettlementHead, type SettlementSums, settledOf } from "./settlement";

const blank = "      ";
const dong = (value: number) => formatCount(value, "vi");
/** The Word annex names so many differing lines; beyond, they stand in the Excel file alone. */
export const mostAnnexed = 2_000;

const sumKeys = [
  "decided",
  "granted",
  "committed",
  "paid",
  "returned",
  "carriedOut",
] as const satisfies (keyof SettlementSums)[];

/** What files and pages say of a settlement's lines, in one language. */
export function settlementWords(locale: Locale) {
  const say = wordsIn(locale, messages[locale].settlements);
  return {
    say,
    /** Why a line is not simply decided and paid, in words: papers that say so, then what only an explanation does. */
    differences: (line: SettledLine): string[] => [
      ...(line.changeId !== null && line.granted < line.decided
        ? [say("paper.change", { id: String(line.changeId), amount: formatCount(line.decided - line.granted, locale) })]
        : []),
      ...(line.returned > 0
        ? [say("paper.returned", { document: line.returnedRef ?? "–", amount: formatCount(line.returned, locale) })]
        : []),
      ...(line.carriedOut > 0
        ? [say("paper.carriedOut", { document: line.carriedRef ?? "–", amount: formatCount(line.carriedOut, locale) })]
        : []),
      ...(line.carriedIn > 0
        ? [say("paper.carriedIn", { document: line.carriedRef ?? "–", amount: formatCount(line.carriedIn, locale) })]
        : []),
      ...(line.open > 0 ? [say("paper.open", { amount: formatCount(line.open, locale) })] : []),
      ...line.causes.map((cause) => say(`cause.${cause}`)),
    ],
    completion: (line: Pick<SettledLine, "completedOn" | "certificateNo" | "droppedOn">): string => {
      if (line.completedOn)
        return say("completed", { day: formatDay(dateToDay(line.completedOn)), no: line.certificateNo ?? "none" });
      return line.droppedOn ? say("dropped", { day: formatDay(dateToDay(line.droppedOn)) }) : say("notSaid");
    },
  };
}

/** "mười hai triệu" → "Mười hai triệu đồng"; more than a thousand billion cannot be said. */
const inWords = (amount: number): string => {
  if (amount >= 1e12) return "";
  const text = inVietnameseWords(amount);
  return ` (bằng chữ: ${text.charAt(0).toUpperCase()}${text.slice(1)} đồng)`;
};

const number = (label: string, width: number): GridColumn => ({ label, width, align: "right" });

/**
 * The settlement as a Word file in the form of a report (NĐ 30/2020/NĐ-CP, Phụ lục III, Mẫu 1.4): the year's money, by
 * group, and every line with a difference and its explanation. Each person stands in the Excel file of the same cut-off.
 *
 * @param differing the lines with a difference; no more of them are read than the annex holds
 */
export async function settlementWord(
  shown: SettlementHead,
  groups: readonly GroupSum[],
  differing: AsyncIterable<SettledLine>,
): Promise<Uint8Array<ArrayBuffer>> {
  const words = settlementWords("vi");
  const { sums, budgetYear: year } = shown;
  const rows: string[][] = [];
  let beyond = false;
  for await (const line of differing) {
    beyond = rows.length === mostAnnexed;
    if (beyond) break;
    rows.push([
      ...[String(rows.length + 1), `${line.fullName}\n${line.code ?? ""}`, dong(line.decided), dong(settledOf(line))],
      `${words.differences(line).join("; ")}${line.note ? `\nGiải trình: ${line.note}` : ""}`,
    ]);
  }
  const title = `Quyết toán kinh phí hỗ trợ đào tạo nghề năm ${year.year}`;
  const part = (text: string) => paragraph(text, { ...bodyText, bold: true, keepNext: true, before: 12, after: 4 });
  const line = (text: string) => paragraph(text, bodyText);
  const allocated = Number(-year.source - year.carriedIn);
  const written = await wordFile({
    title,
    children: [
      letterhead({ number: `${blank}/BC-BQL`, dated: `ngày ${blank} tháng ${blank} năm ${blank}` }),
      ...paperTitle("BÁO CÁO", title),
      paragraph(`Căn cứ ${year.policy.citation};`, { ...bodyText, italic: true, before: 12 }),
      line(
        `Trên cơ sở sổ kinh phí, quyết định hỗ trợ và chứng từ chi trả, số liệu chốt lúc ${formatMoment(shown.asOf)}, Văn phòng báo cáo quyết toán như sau:`,
      ),
      part("1. Nguồn kinh phí"),
      line(`- Dự toán được giao (đã trừ phần giảm, nộp trả): ${dong(Number(-year.source))} đồng.`),
      line(`- Năm trước chuyển sang: ${dong(Number(-year.carriedIn))} đồng.`),
      line(`- Tổng nguồn: ${dong(allocated)} đồng.`),
      part("2. Sử dụng kinh phí"),
      line(`- Số người: ${dong(shown.persons)}; số khoản hỗ trợ: ${dong(shown.lines)}.`),
      line(`- Đã cam kết chi theo quyết định: ${dong(sums.committed)} đồng.`),
      line(`- Đã chi: ${dong(sums.paid)} đồng; đã thu hồi: ${dong(sums.returned)} đồng.`),
      paragraph(
        `- Số đề nghị quyết toán: ${dong(sums.paid - sums.returned)} đồng${inWords(sums.paid - sums.returned)}.`,
        {
          ...bodyText,
          bold: true,
        },
      ),
      line(
        `- Chuyển sang năm sau: ${dong(Number(year.carriedOut))} đồng; còn lại chưa sử dụng: ${dong(Number(year.available))} đồng.`,
      ),
      part("3. Theo nhóm đối tượng (đồng)"),
      grid({
        columns: [
          { label: "Nhóm", width: 8, align: "center" },
          number("Số người", 9),
          ...["Quyết định", "Được hưởng", "Cam kết", "Đã chi", "Thu hồi", "Chuyển năm sau"].map((label) =>
            number(label, 15),
          ),
        ],
        foot: ["Cộng", dong(shown.persons), ...sumKeys.map((key) => dong(sums[key]))],
        width: textWidth,
        size: 9,
      }),
      part("4. Chênh lệch và giải trình"),
      ...(rows.length === 0
        ? [line("Không có chênh lệch phải giải trình.")]
        : [
            grid({
              columns: [
                { label: "TT", width: 5, align: "center" },
                { label: "Người hưởng, hồ sơ", width: 24 },
                number("Quyết định", 14),
                number("Quyết toán", 14),
                { label: "Chênh lệch và giải trình", width: 43 },
              ],
              width: textWidth,
            }),
          ]),
      ...(beyond
        ? [line(`Các dòng chênh lệch tiếp theo nêu tại tệp Excel kèm theo, cùng thời điểm chốt số liệu.`)]
        : []),
      line(
        `Danh sách ${dong(shown.lines)} khoản hỗ trợ theo từng người nêu tại tệp Excel kèm theo, cùng thời điểm chốt số liệu./.`,
      ),
      letterfoot({
        recipients: ["Lãnh đạo Ban;", "Phòng QLLĐ;", "Lưu: VT, VP."],
        title: "TRƯỞNG BAN",
        name: shown.state === "CLOSED" ? (shown.closedBy?.fullName ?? null) : null,
      }),
      paragraph("", centred),
    ],
  });
  // Each call fills the first table that is still to be filled.
  const byGroup = repeatRow(
    written,
    groups.map((one) => [one.groupCode, dong(one.persons), ...sumKeys.map((key) => dong(one[key]))]),
  );
  const filled = rows.length > 0 ? repeatRow(byGroup, rows) : byGroup;
  return shown.state === "CLOSED" ? filled : stampDraft(filled, wordsOf("vi").say("draftStamp"));
}

/** All lines of a settlement as a sheet that is written while they are read, the sums last. */
export function settlementSheet(shown: SettlementHead, lines: AsyncIterable<SettledLine>, locale: Locale) {
  const words = settlementWords(locale);
  const { say } = words;
  const day = (date: Date | null) => date && formatDay(dateToDay(date));
  async function* rows(): AsyncGenerator<StreamedValue[]> {
    let at = 0;
    for await (const line of lines)
      yield [
        ...[
          ++at,
          line.fullName,
          line.organisation,
          line.code,
          line.rateCode,
          line.decisionRef,
          line.decided,
          line.granted,
        ],
        ...[line.carriedIn, line.committed, line.paid, line.returned, line.carriedOut, line.open, settledOf(line)],
        ...[line.paymentRef, line.certificateNo, day(line.completedOn), day(line.droppedOn)],
        ...[words.differences(line).join("; ") || null, line.note],
      ];
    const { sums } = shown;
    yield [
      ...[null, say("total"), null, null, null, null, sums.decided, sums.granted, sums.carriedIn, sums.committed],
      ...[sums.paid, sums.returned, sums.carriedOut, sums.open, settledOf(sums), null, null, null, null, null, null],
    ];
  }
  const column = (label: string, width: number): StreamedColumn => ({ label, width });
  const money = (label: string) => column(label, 16);
  return {
    name: say("sheet"),
    titles: [
      say("fileTitle", { year: String(shown.budgetYear.year) }),
      locale === "vi" ? shown.budgetYear.policy.nameVi : shown.budgetYear.policy.nameEn,
      say("fileState", { at: formatMoment(shown.asOf), state: say(`state.${shown.state}`) }),
    ],
    columns: [
      ...[column("TT", 8), column(say("person"), 28), column(say("organisation"), 36), column(say("dossier"), 14)],
      ...[column(say("rate"), 16), column(say("decisionNo"), 18), money(say("sum.decided")), money(say("sum.granted"))],
      ...[money(say("sum.carriedIn")), money(say("sum.committed")), money(say("sum.paid")), money(say("sum.returned"))],
      ...[money(say("sum.carriedOut")), money(say("sum.open")), money(say("settled")), column(say("paymentRef"), 30)],
      ...[column(say("certificate"), 16), column(say("completedOn"), 14), column(say("droppedOn"), 14)],
      ...[column(say("difference"), 50), column(say("explanation"), 50)],
    ],
    rows,
  };
}
