import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { lateLetterFile, lateSubject, type SaidOfReport } from "@/lib/deadlines/escalation-letter";
import { dataFolder } from "@/lib/runtime/folders";
import { officeMissing, readPdf, toPdf } from "@/lib/runtime/office";
import type { SupportLine } from "@/lib/subsidies/amounts";
import { decisionWord } from "@/lib/subsidies/decision-file";
import { decisionSubject } from "@/lib/subsidies/decision-letter";
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

beforeAll(async () => {
  missing = await officeMissing();
  if (missing) {
    console.warn(`\n!! NOT TESTED: no LibreOffice to open the letters with. ${missing}\n`);
    return;
  }
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const [lateFile, decisionFile] = [join(folder, "late.docx"), join(folder, "decision.docx")];
  writeFileSync(lateFile, await lateLetterFile(late));
  writeFileSync(decisionFile, await decisionWord(decision));
  await toPdf([lateFile, decisionFile], folder);
}, 900_000);

test.each([
  [
    "late",
    ["Số: 77/BQL-LĐ", "Kính gửi:", "Các đơn vị có tên trong danh sách", "60 đơn vị", "60 Công ty", "./.", "Nơi nhận:"],
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
  let from = 0;
  for (const part of order) {
    const at = text.indexOf(part, from);
    expect(at, `${part} after ${from}`).toBeGreaterThanOrEqual(from);
    from = at;
  }
});
