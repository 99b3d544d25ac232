import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { chosenOf, estimateOf, firstScenarios, type ShownEstimate } from "@/lib/budget/estimate";
import { estimateWord } from "@/lib/budget/estimate-file";
import type { SettledLine, SettlementHead } from "@/lib/budget/settlement";
import { settlementSheet, settlementWord } from "@/lib/budget/settlement-file";
import { schoolAnswerOf } from "@/lib/cohorts/answer";
import { answerLetter } from "@/lib/cohorts/answer-letter";
import { type SchoolLetter, schoolLetterFile } from "@/lib/cohorts/call-letter";
import { lateLetterFile, lateSubject, type SaidOfReport } from "@/lib/deadlines/escalation-letter";
import { streamedWorkbook } from "@/lib/documents/streamed-workbook";
import { dataFolder } from "@/lib/runtime/folders";
import { officeMissing, readPdf, toPdf } from "@/lib/runtime/office";
import type { SupportLine } from "@/lib/subsidies/amounts";
import { decisionWord } from "@/lib/subsidies/decision-file";
import { decisionSubject } from "@/lib/subsidies/decision-letter";
import { sampleSchoolAnswer } from "@/prisma/seed/school-answers";
import { knownPolicy } from "@/prisma/seed/support-policy";

/** The letters that the portal writes of reports and of training support, opened by LibreOffice. */
const folder = join(dataFolder, "reports", "office-letters");
let missing: string | undefined;

const report = (at: number): SaidOfReport => ({
  ...{ organisation: `Công ty TNHH Nắng Hanh Việt Nam ${at}`, taxCode: "0200000011", park: "KCN Nomura - Hải Phòng" },
  ...{ obligation: "báo cáo số lao động tham gia đào tạo", citation: "Kế hoạch số 1/KH-BQL", slot: "2027-H1" },
  ...{ dueOn: "2027-02-15", daysLate: 9, coversFrom: "2026-09-16", coversTo: "2027-02-15", answerBy: "2027-03-15" },
});
const late = {
  ...{ number: "77/BQL-LĐ", issuedOn: "2027-03-01", subject: lateSubject("báo cáo số lao động tham gia đào tạo") },
  ...{ signerTitle: null, signerName: "Phạm Thử Ký", reports: Array.from({ length: 60 }, (_, at) => report(at + 1)) },
};
const school: SchoolLetter = {
  ...{ numbered: { number: "78/BQL-LĐ", issuedOn: "2027-03-01" }, year: 2027, dueOn: "2027-04-15", all: false },
  ...{ subject: "cung cấp thông tin đào tạo năm 2027", oneEach: false, signerTitle: null, signerName: "Phạm Thử Ký" },
  ...{ contactName: "Trần Thử", contactPhone: "0225 000 0001", questions: ["Số xưởng thực hành"] },
  schools: Array.from({ length: 60 }, (_, at) => `Trường Cao đẳng Thử Nghiệm ${at + 1}`),
};
const line: SupportLine = {
  ...{ rate: "hoc-phi", kind: "PERCENT_OF_TUITION", payee: "EITHER", value: 50, tuition: 12_000_000 },
  ...{ months: 12, ofMonths: 12, raw: 6_000_000, cap: null, amount: 6_000_000, shortened: null },
  ...{ clause: { vi: "khoản 1 Điều 4", en: "Article 4.1" }, verified: false },
};
const persons = Array.from({ length: 120 }, (_, at) => ({
  ...{ dossierId: 7, fullName: `Nguyễn Thị Thử Rất Dài Tên ${at + 1}`, birthDate: "1998-03-04" },
  ...{ decision: "ACCEPTED" as const, reasonCode: null, reasonNote: null, lines: [line], amount: 6_000_000 },
}));
const decision = {
  ...{
    of: "dossier" as const,
    number: "12/QĐ-BQL",
    issuedOn: "2026-02-05",
    signerTitle: null,
    signerName: "Phạm Thử Ký",
  },
  subject: decisionSubject.dossier({ code: "2026-000007", organisation: "Công ty Thử", granted: true }),
  ...{ after: null, policies: new Map([[3, knownPolicy]]), releases: [], persons },
  dossiers: [{ id: 7, code: "2026-000007", organisation: "Công ty Thử", groupCode: "a", policyVersionId: 3 }],
};

const shownEstimate: ShownEstimate = {
  ...{ id: 1, version: 1, title: "Dự toán thử", note: null, year: 2027, kind: "YEARLY", state: "SUBMITTED", no: 1 },
  ...{
    policyId: 1,
    policyNameVi: "Chính sách",
    policyNameEn: "Policy",
    citation: knownPolicy.citation.vi,
    policy: knownPolicy,
  },
  ...{ basisAt: new Date("2026-11-20T09:00:00+07:00"), chosen: "expected", versions: [], acts: [], proposal: null },
  ...{ createdBy: null, scenarios: firstScenarios(["Thấp", "Dự kiến", "Cao"]), results: [] },
  basis: {
    lines: Array.from({ length: 60 }, (_, at) => ({
      ...{ source: "COURSES" as const, groupCode: "a", occupationCode: "welding", level: "INTERMEDIATE" as const },
      ...{ programme: `Hàn ${at}`, school: "Trường Thử", organisation: "Công ty Thử", persons: 30, asked: null },
      ...{ tuition: 12_000_000, months: 12, rates: [] },
    })),
    history: { all: { dropped: 8, of: 80 }, groups: {}, attended: { months: 0, ofMonths: 0 } },
    ...{ available: 1_000_000_000, leftOut: 3, unit: 1 },
  },
};
shownEstimate.results = shownEstimate.scenarios.map((one) => estimateOf(knownPolicy, shownEstimate.basis, one));
const settledSums = {
  decided: 720_000_000,
  granted: 720_000_000,
  carriedIn: 0,
  committed: 720_000_000,
  paid: 720_000_000,
};
const settledYear = { ...settledSums, returned: 2_000_000, carriedOut: 0, open: 0 };
const shownSettlement: SettlementHead = {
  ...{ state: "CLOSED", persons: 120, lines: 120, asOf: new Date("2027-01-20T09:00:00+07:00") },
  ...{ closedBy: { fullName: "Phạm Thử Ký" }, sums: settledYear },
  budgetYear: {
    ...{ year: 2026, source: -1_000_000_000n, carriedIn: 0n, carriedOut: 0n, available: 280_000_000n },
    policy: { citation: knownPolicy.citation.vi, nameVi: "Chính sách thử", nameEn: "Policy" },
  },
};
const settledLine = (at: number): SettledLine => ({
  ...{
    claimId: at,
    dossierId: 7,
    fullName: `Nguyễn Thị Thử Rất Dài Tên ${at}`,
    rateCode: "hoc-phi",
    code: "2026-000007",
  },
  ...{ decided: 6_000_000, granted: 6_000_000, carriedIn: 0, committed: 6_000_000, paid: 6_000_000, returned: 0 },
  ...{ carriedOut: 0, open: 0, organisation: "Công ty Thử", decisionRef: "12/QĐ-BQL", paymentRef: "Đợt chi 2026-001" },
  ...{ returnedRef: null, carriedRef: null, changeId: null, completedOn: null, certificateNo: null, droppedOn: null },
  ...{ causes: ["NOT_COMPLETED"], unexplained: false, note: "Có xác nhận của trường" },
});
async function* settledLines() {
  for (let at = 1; at <= 120; at++) yield settledLine(at);
}

beforeAll(async () => {
  missing = await officeMissing();
  if (missing) {
    console.warn(`\n!! NOT TESTED: no LibreOffice to open the letters with. ${missing}\n`);
    return;
  }
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const [lateFile, decisionFile] = [join(folder, "late.docx"), join(folder, "decision.docx")];
  const callFile = join(folder, "call.docx");
  writeFileSync(callFile, await schoolLetterFile(school, null));
  writeFileSync(lateFile, await lateLetterFile(late));
  writeFileSync(decisionFile, await decisionWord(decision));
  const schoolFile = join(folder, "school.docx");
  const answer = schoolAnswerOf(sampleSchoolAnswer(0, "Trường Cao đẳng Thử", 2027));
  writeFileSync(schoolFile, await answerLetter({ school: "Trường Cao đẳng Thử", year: 2027, answer }));
  const [estimateFile, settlementFile, sheetFile] = [
    join(folder, "estimate.docx"),
    join(folder, "settlement.docx"),
    join(folder, "settlement-sheet.xlsx"),
  ];
  writeFileSync(estimateFile, await estimateWord(shownEstimate, chosenOf(shownEstimate)));
  const groups = [{ ...settledYear, groupCode: "a", persons: 120 }];
  writeFileSync(settlementFile, await settlementWord(shownSettlement, groups, settledLines()));
  const sheet = settlementSheet(shownSettlement, settledLines(), "vi");
  const stream = streamedWorkbook(sheet.name, sheet.columns, sheet.rows(), sheet.titles);
  writeFileSync(sheetFile, new Uint8Array(await new Response(stream).arrayBuffer()));
  await toPdf([callFile, lateFile, decisionFile, schoolFile, estimateFile, settlementFile, sheetFile], folder);
}, 900_000);

/** A line that is set to both margins comes out of a PDF with gaps within its words: gaps are not compared. */
function expectInOrder(text: string, parts: string[]) {
  const [whole, ...order] = [text, ...parts].map((one) => one.replace(/\s+/g, ""));
  let from = 0;
  for (const part of order) {
    const at = (whole ?? "").indexOf(part, from);
    expect(at, `${part} after ${from}`).toBeGreaterThanOrEqual(from);
    from = at;
  }
}

test.each([
  [
    "late",
    ["Số: 77/BQL-LĐ", "Kính gửi:", "Các đơn vị có tên trong danh sách", "60 đơn vị", "60 Công ty", "./.", "Nơi nhận:"],
  ],
  [
    "call",
    [
      ...["Số: 78/BQL-LĐ", "V/v cung cấp thông tin", "Kính gửi:", "Các trường có tên trong danh sách", "1. Số lượng"],
      ...[
        "5. Trên cơ sở",
        "- Số xưởng thực hành.",
        "15/04/2027",
        "đồng chí Trần Thử",
        "Thử Nghiệm 60",
        "./.",
        "Nơi nhận:",
      ],
    ],
  ],
  [
    "decision",
    ["Số: 12/QĐ-BQL", "QUYẾT ĐỊNH", "Căn cứ", "720.000.000 đồng", "Nơi nhận:", "PHỤ LỤC", "Tên 120", "Cộng"],
  ],
])("the %s letter stands on A4 with the parts of NĐ 30/2020 in their order", async (name, order) => {
  if (missing) return;
  const pdf = await readPdf(join(folder, `${name}.pdf`));
  const text = pdf.text.replace(/\s+/g, " ");
  expect([pdf.width, pdf.height]).toEqual([210, 297]);
  expect(text).toContain("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
  expect(text).toContain("Phạm Thử Ký");
  expectInOrder(text, order);
});

test("a school's answer stands on A4 as its own letter, the five points in their order, its tables whole", async () => {
  if (missing) return;
  const pdf = await readPdf(join(folder, "school.pdf"));
  const text = pdf.text.replace(/\s+/g, " ");
  expect([pdf.width, pdf.height]).toEqual([210, 297]);
  const order = [
    ...[
      "TRƯỜNG CAO ĐẲNG THỬ",
      "V/v cung cấp thông tin đào tạo năm 2027",
      "Kính gửi: Ban Quản lý Khu kinh tế Hải Phòng",
    ],
    ...["1. Số lượng sinh viên", "Công nghệ thông tin", "Cộng", "2. Sinh viên năm thứ 1, 2, 3, 4", "Năm 1"],
    ...[
      "3. Nội dung đào tạo",
      // Its cell breaks the name over lines.
      "Viện đào tạo kỹ",
      "4. Thực trạng",
      "5. Đầu mối liên hệ",
      "0225 3 000 900",
    ],
    ...["./.", "Nơi nhận:", "HIỆU TRƯỞNG"],
  ];
  expectInOrder(text, order);
});

test.each([
  [
    "estimate",
    // 60 courses × 30 people, 10 % of whom drop out after half of it: (1.800 − 180) × 6 + 180 × 3 million, less 1,000 million.
    [
      "TỜ TRÌNH",
      "Dự toán kinh phí",
      "10.260.000.000 đồng",
      "9.260.000.000 đồng",
      "Phương án",
      "Thấp",
      "Cao",
      "(*)",
      "./.",
      "Nơi nhận:",
    ],
  ],
  [
    "settlement",
    [
      "BÁO CÁO",
      "Quyết toán kinh phí",
      "718.000.000 đồng",
      "Cộng",
      "Tên 120",
      "Giải trình:",
      "./.",
      "Nơi nhận:",
      "Phạm Thử Ký",
    ],
  ],
])("the %s stands on A4 in official form, its parts in order", async (name, order) => {
  if (missing) return;
  const pdf = await readPdf(join(folder, `${name}.pdf`));
  const text = pdf.text.replace(/\s+/g, " ");
  expect([pdf.width, pdf.height]).toEqual([210, 297]);
  expect(text).toContain("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
  expectInOrder(text, order);
});

test("the settlement's sheet opens with its title, a line a person and the sums", async () => {
  if (missing) return;
  const text = (await readPdf(join(folder, "settlement-sheet.pdf"))).text.replace(/\s+/g, " ");
  expect(text).toContain("QUYẾT TOÁN KINH PHÍ HỖ TRỢ ĐÀO TẠO NGHỀ NĂM 2026");
  expect(text).toContain("Tên 120");
  expect(text).toContain("718000000");
});
