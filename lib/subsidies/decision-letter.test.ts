import { describe, expect, it } from "vitest";
import { wordText } from "@/lib/documents/word-template";
import { knownPolicy } from "@/prisma/seed/support-policy";
import type { SupportLine } from "./amounts";
import { decisionSheet, decisionWord } from "./decision-file";
import { type DecisionLetter, decisionSubject, decisionWords, type LetterPerson } from "./decision-letter";

const tuition = knownPolicy.rates.find(({ code }) => code === "hoc-phi");
if (!tuition) throw new Error("the policy has no rate of tuition");

const line: SupportLine = {
  ...{ rate: "hoc-phi", kind: "PERCENT_OF_TUITION", payee: "EITHER", value: 50, tuition: 12_000_000 },
  ...{ months: 12, ofMonths: 12, raw: 6_000_000, cap: null, amount: 6_000_000, shortened: null },
  ...{ clause: tuition.clause, verified: false },
};
const person = (fullName: string, more: Partial<LetterPerson> = {}): LetterPerson => ({
  ...{ dossierId: 7, fullName, birthDate: "1998-03-04", decision: "ACCEPTED", reasonCode: null, reasonNote: null },
  ...{ lines: [line], amount: 6_000_000, ...more },
});
const refused = person("Trần Thử Hai", {
  ...{ decision: "REFUSED", lines: [], amount: 0, reasonCode: "papers_wrong", reasonNote: "bằng không đọc được" },
});
const letter: DecisionLetter = {
  ...{ of: "dossier", number: "12/QĐ-BQL", issuedOn: "2026-02-05", signerTitle: null, signerName: "Phạm Thử Ký" },
  subject: decisionSubject.dossier({ code: "2026-000007", organisation: "Công ty Thử", granted: true }),
  after: { number: "11/QĐ-BQL", issuedOn: "2026-02-04" },
  policies: new Map([[3, knownPolicy]]),
  dossiers: [{ id: 7, code: "2026-000007", organisation: "Công ty Thử", groupCode: "a", policyVersionId: 3 }],
  persons: [person("Nguyễn Thử Một"), refused, person("Lê Thử <Ba>")],
  releases: [{ policyVersionId: 3, rateCode: "hoc-phi", releasedOn: "2026-02-03" }],
};

describe("a decision on training support", () => {
  const words = decisionWords(letter);

  it("names number, day, what it rests on, and the sum of the persons in figures and in words", () => {
    expect(words).toMatchObject({ number: "12/QĐ-BQL", dated: "ngày 05 tháng 02 năm 2026", total: 12_000_000 });
    expect(words.subject).toBe("Về việc hỗ trợ đào tạo nghề theo hồ sơ 2026-000007 của Công ty Thử");
    expect(words.bases).toContain(`Căn cứ ${knownPolicy.citation.vi};`);
    expect(words.bases.some((text) => text.includes("11/QĐ-BQL"))).toBe(true);
    expect(words.articles[0]).toBe(
      "Điều 1. Hỗ trợ đào tạo nghề cho 02 người với tổng số tiền là 12.000.000 đồng (bằng chữ: Mười hai triệu đồng), theo danh sách tại Phụ lục kèm theo Quyết định này.",
    );
    expect(words.articles[1]).toContain("Không hỗ trợ đào tạo nghề đối với 01 người");
    expect(words.articles.map((text) => text.slice(0, 7))).toEqual(["Điều 1.", "Điều 2.", "Điều 3.", "Điều 4."]);
  });

  it("says how each amount comes about, marks what is unverified, and why somebody is refused, by which clause", () => {
    expect(words.accepted).toHaveLength(2);
    expect(words.accepted[0]).toEqual([
      ...["1", "Nguyễn Thử Một", "04/03/1998", "Công ty Thử\n2026-000007"],
      ...[`${tuition.name.vi}: 50% × học phí 12.000.000 đồng = 6.000.000 đồng (*)`, "6.000.000"],
    ]);
    expect(words.refused).toEqual([
      ...[["1", "Trần Thử Hai", "04/03/1998", "Công ty Thử\n2026-000007"]].map((who) => [
        ...who,
        "Giấy tờ không đúng: bằng không đọc được",
        knownPolicy.groups[0]?.papers[0]?.clause.vi,
      ]),
    ]);
    expect(words.remarks).toEqual([
      `(*) Mức “${tuition.name.vi}” (${tuition.clause.vi}) chưa được xác nhận; lãnh đạo Ban cho phép áp dụng ngày 03/02/2026.`,
    ]);
  });

  it("has no remark where the rate is confirmed, and grants nothing where all are refused", () => {
    const rates = knownPolicy.rates.map((rate) => ({ ...rate, verified: true, value: rate.value ?? 1 }));
    const sure = decisionWords({ ...letter, policies: new Map([[3, { ...knownPolicy, rates }]]) });
    expect(sure.remarks).toEqual([]);
    expect(sure.accepted.flat().join()).not.toContain("(*)");
    const none = decisionWords({ ...letter, persons: [refused] });
    expect(none.total).toBe(0);
    expect(none.articles[0]).toContain("Điều 1. Không hỗ trợ");
    expect(decisionSubject.dossier({ code: "1", organisation: "Trường Thử", granted: false })).toMatch(/^không hỗ trợ/);
  });

  it("stands in the Word file as it is, and is stamped while it has no number", async () => {
    const text = wordText(await decisionWord(letter));
    for (const part of [
      "Số: 12/QĐ-BQL",
      "QUYẾT ĐỊNH",
      "Lê Thử <Ba>",
      "bằng không đọc được",
      "TRƯỞNG BAN",
      "Phạm Thử Ký",
    ])
      expect(text).toContain(part);
    expect(text.match(/12\.000\.000\n?/g)?.length).toBeGreaterThan(1);
    expect(text).not.toContain("BẢN THẢO");
    const draft = wordText(await decisionWord({ ...letter, number: null, issuedOn: null, persons: [refused] }));
    expect(draft).toContain("BẢN THẢO");
    expect(draft).not.toContain("⟦");
  });

  it("has a sheet whose amounts are numbers and whose last row is their sum", () => {
    const { columns, rows } = decisionSheet(letter, "en");
    expect(rows.map((row) => row.length)).toEqual([columns.length, columns.length, columns.length, columns.length]);
    expect(rows.map((row) => row.at(-1))).toEqual([6_000_000, 0, 6_000_000, 12_000_000]);
    expect(rows[0]).toContain("Rate not confirmed");
  });
});
