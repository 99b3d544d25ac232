import { formatMoment } from "@/lib/core/day";
import { formatCount } from "@/lib/core/money";
import { inVietnameseWords } from "@/lib/core/number-words";
import type { StreamedColumn, StreamedValue } from "@/lib/documents/streamed-workbook";
import { type GridColumn, grid, paragraph, textWidth, wordFile } from "@/lib/documents/word";
import { repeatRow } from "@/lib/documents/word-rows";
import { messages } from "@/lib/i18n/messages";
import type { Locale } from "@/lib/i18n/paths";
import { wordsIn } from "@/lib/i18n/words";
import { bodyText, centred, letterfoot, letterhead, paperTitle } from "@/lib/papers/letterhead";
import { groupOf } from "@/lib/subsidies/policy";
import { type Attrition, type Estimate, type EstimateLine, type ShownEstimate, sumsOf } from "./estimate";

const blank = "      ";
const dong = (value: number) => formatCount(value, "vi");
const percent = (perMille: number, locale: Locale) =>
  `${formatCount(Math.floor(perMille / 10), locale)}${perMille % 10 ? `${locale === "vi" ? "," : "."}${perMille % 10}` : ""} %`;

/** What an estimate's files and its page call things, in one language. */
export function estimateWords(shown: Pick<ShownEstimate, "policy">, locale: Locale) {
  const say = wordsIn(locale, messages[locale].estimates);
  const levels = messages[locale].roster.level;
  const { policy } = shown;
  const occupation = (code: string | null) =>
    policy.occupations.find((one) => one.code === code)?.name[locale] ?? say("otherOccupation");
  return {
    say,
    group: (code: string) => groupOf(policy, code)?.name[locale] ?? code,
    occupation,
    /** What a line or sum is about: source, group, occupation, level. */
    what: (one: Pick<EstimateLine, "source" | "occupationCode" | "level">) =>
      `${say(`source.${one.source}`)}: ${occupation(one.occupationCode)}, ${levels[one.level]}`,
    level: (level: keyof typeof levels) => levels[level],
    percent: (perMille: number) => percent(perMille, locale),
    attrition: ({ perMille, from, sample }: Attrition) =>
      say(`attrition.${from}`, { percent: percent(perMille, locale), sample: formatCount(sample, locale) }),
    rates: (codes: readonly string[]) =>
      policy.rates.filter(({ code }) => codes.includes(code)).map(({ code, name, clause }) => ({ code, name, clause })),
  };
}

/** "mười hai triệu" → "Mười hai triệu đồng". */
const inWords = (amount: number): string => {
  const text = inVietnameseWords(amount);
  return `${text.charAt(0).toUpperCase()}${text.slice(1)} đồng`;
};
/** More than this cannot be said in words. */
const mostSaid = 1e12;

const number = (label: string, width: number): GridColumn => ({ label, width, align: "right" });

/**
 * The estimate as a Word file: a report to the office and the leaders (tờ trình, NĐ 30/2020/NĐ-CP, Phụ lục III, Mẫu 1.4), its
 * chosen scenario line by line, all scenarios side by side. Official papers are Vietnamese.
 */
export async function estimateWord(shown: ShownEstimate, chosen: Estimate): Promise<Uint8Array<ArrayBuffer>> {
  const words = estimateWords(shown, "vi");
  const { say } = words;
  const mark = (unverified: boolean) => (unverified ? " (*)" : "");
  const sums = sumsOf(chosen.lines);
  const part = (text: string) => paragraph(text, { ...bodyText, bold: true, keepNext: true, before: 12, after: 4 });
  const learned = [
    ...new Map(
      chosen.lines.flatMap(({ groupCode, attrition }) => (attrition ? [[groupCode, attrition] as const] : [])),
    ).entries(),
  ];
  const said = chosen.asked < mostSaid ? ` (bằng chữ: ${inWords(chosen.asked)})` : "";
  const kind = shown.kind === "YEARLY" ? "định kỳ hằng năm" : "đột xuất";
  const title = `Dự toán kinh phí hỗ trợ đào tạo nghề năm ${shown.year} (${kind})`;
  const written = await wordFile({
    title,
    children: [
      letterhead({ number: `${blank}/TTr-QLLĐ`, dated: `ngày ${blank} tháng ${blank} năm ${blank}` }),
      ...paperTitle("TỜ TRÌNH", title),
      paragraph("Kính gửi: Văn phòng Ban; Lãnh đạo Ban Quản lý Khu kinh tế Hải Phòng", { ...centred, before: 12 }),
      paragraph(`Căn cứ ${shown.citation};`, { ...bodyText, italic: true, before: 12 }),
      paragraph(
        `Trên cơ sở số liệu đăng ký, khóa đào tạo và hồ sơ đề nghị hỗ trợ trên hệ thống, chốt lúc ${formatMoment(shown.basisAt)}, Phòng Quản lý Lao động lập dự toán kinh phí như sau:`,
        bodyText,
      ),
      part(`1. Kinh phí đề nghị (phương án “${chosen.scenario.name}”)`),
      paragraph(`- Nhu cầu kinh phí: ${dong(chosen.total)} đồng cho ${dong(chosen.persons)} người.`, bodyText),
      paragraph(`- Dự toán đã giao năm ${shown.year} chưa sử dụng: ${dong(chosen.available)} đồng.`, bodyText),
      paragraph(`- Đề nghị giao dự toán: ${dong(chosen.asked)} đồng${said}.`, { ...bodyText, bold: true }),
      part("2. Chi tiết nhu cầu"),
      grid({
        columns: [
          { label: "TT", width: 5, align: "center" },
          { label: "Nội dung", width: 44 },
          { label: "Nhóm", width: 8, align: "center" },
          number("Số người", 10),
          number("Dự kiến thôi học", 10),
          number("Số tiền (đồng)", 20),
        ],
        foot: ["", "Cộng", "", dong(chosen.persons), dong(chosen.dropOuts), dong(chosen.total)],
        width: textWidth,
      }),
      part("3. So sánh các phương án"),
      grid({
        columns: [
          { label: "Phương án", width: 22 },
          number("Tuyển sinh", 11),
          { label: "Thôi học", width: 14, align: "center" },
          number("Học phí", 10),
          number("Số người", 11),
          number("Có thể nhận thêm", 12),
          number("Đề nghị giao (đồng)", 20),
        ],
        width: textWidth,
      }),
      part("4. Cách tính"),
      paragraph(
        "Số tiền mỗi người tính theo mức hỗ trợ của chính sách đang áp dụng; số tiền của hồ sơ đã nộp là số tiền đề nghị trong hồ sơ, trừ phần đã được giữ chỗ.",
        bodyText,
      ),
      ...learned.map(([code, attrition]) =>
        paragraph(`- Nhóm ${code}: tỷ lệ thôi học ${words.attrition(attrition)}.`, bodyText),
      ),
      ...(shown.basis.leftOut > 0
        ? [
            paragraph(
              `- ${dong(shown.basis.leftOut)} người không thuộc nhóm đối tượng nào của chính sách, không tính.`,
              bodyText,
            ),
          ]
        : []),
      ...(chosen.withoutTuition > 0
        ? [
            paragraph(
              `- ${dong(chosen.withoutTuition)} người đăng ký chưa có học phí tham chiếu, chưa tính tiền.`,
              bodyText,
            ),
          ]
        : []),
      ...words
        .rates(chosen.unverified)
        .map(({ name, clause }) =>
          paragraph(`(*) Mức “${name.vi}” (${clause.vi}) chưa được xác nhận.`, { ...bodyText, bold: true }),
        ),
      paragraph("Phòng Quản lý Lao động kính trình Văn phòng, Lãnh đạo Ban xem xét, phê duyệt./.", bodyText),
      letterfoot({
        recipients: ["Như trên;", "Văn phòng Ban;", "Lưu: VT, P.QLLĐ."],
        title: "TRƯỞNG PHÒNG QUẢN LÝ LAO ĐỘNG",
      }),
    ],
  });
  const detail = sums.map((sum, at) => [
    ...[String(at + 1), `${words.what(sum)}${mark(sum.unverified)}`, sum.groupCode, dong(sum.begin)],
    ...[dong(sum.dropOut), dong(sum.amount)],
  ]);
  const sideBySide = shown.results.map((one) => [
    `${one.scenario.name}${one.scenario.code === chosen.scenario.code ? " (đề nghị)" : ""}`,
    ...[`${one.scenario.intake} %`, one.scenario.attrition === null ? say("asLearned") : `${one.scenario.attrition} %`],
    ...[
      `${one.scenario.tuition} %`,
      dong(one.persons),
      dong(one.overIntake),
      `${dong(one.asked)}${mark(one.unverified.length > 0)}`,
    ],
  ]);
  // Each call fills the first table that is still to be filled.
  return repeatRow(repeatRow(written, detail), sideBySide);
}

/** The estimate's lines as a sheet: heading lines, each line of the chosen scenario, sums, and all scenarios below. */
export function estimateSheet(
  shown: ShownEstimate,
  chosen: Estimate,
  locale: Locale,
): { name: string; columns: StreamedColumn[]; titles: string[]; rows: () => AsyncGenerator<StreamedValue[]> } {
  const words = estimateWords(shown, locale);
  const { say } = words;
  async function* rows(): AsyncGenerator<StreamedValue[]> {
    let at = 0;
    for (const line of chosen.lines)
      yield [
        ...[++at, say(`source.${line.source}`), line.groupCode, words.occupation(line.occupationCode)],
        ...[words.level(line.level), line.programme, line.school, line.organisation, line.tuition, line.months],
        ...[line.persons, line.begin, line.dropOut, line.attrition ? words.attrition(line.attrition) : null],
        ...[line.asked === null ? line.each : null, line.asked === null ? line.eachDropOut : null],
        ...[line.overIntake, line.amount, line.unverified ? say("unverified") : null],
      ];
    const sum: StreamedValue[] = [null, say("total"), ...Array.from({ length: 9 }, () => null)];
    yield [...sum, chosen.persons, chosen.dropOuts, null, null, null, chosen.overIntake, chosen.total, null];
    yield [];
    yield [
      ...[null, say("scenario"), say("intake"), say("attritionLabel"), say("tuitionScale"), say("persons")],
      ...[say("dropOuts"), say("overIntake"), say("needed"), say("available"), say("asked")],
    ];
    for (const one of shown.results)
      yield [
        ...[one.scenario.code === chosen.scenario.code ? "→" : null, one.scenario.name, one.scenario.intake / 100],
        ...[one.scenario.attrition === null ? say("asLearned") : one.scenario.attrition / 100],
        ...[one.scenario.tuition / 100, one.persons, one.dropOuts, one.overIntake, one.total, one.available, one.asked],
      ];
  }
  const column = (label: string, width: number): StreamedColumn => ({ label, width });
  return {
    name: say("sheet"),
    titles: [
      say("fileTitle", { kind: say(`kind.${shown.kind}`), year: String(shown.year) }),
      say("fileScenario", { scenario: chosen.scenario.name, asked: formatCount(chosen.asked, locale) }),
      say("cutOff", { at: formatMoment(shown.basisAt) }),
    ],
    columns: [
      ...[column("TT", 6), column(say("sourceLabel"), 26), column(say("group"), 8), column(say("occupation"), 26)],
      ...[
        column(say("level"), 16),
        column(say("programme"), 28),
        column(say("school"), 30),
        column(say("organisation"), 34),
      ],
      ...[column(say("tuition"), 16), column(say("months"), 10), column(say("places"), 10), column(say("begin"), 10)],
      ...[column(say("dropOuts"), 12), column(say("attritionLabel"), 36), column(say("each"), 16)],
      ...[
        column(say("eachDropOut"), 16),
        column(say("overIntake"), 14),
        column(say("amount"), 18),
        column(say("remark"), 24),
      ],
    ],
    rows,
  };
}
