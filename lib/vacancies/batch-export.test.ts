import { expect, test } from "vitest";
import { messages } from "@/lib/i18n/messages";
import { cell, exportFoot, exportHead, exportLine } from "./batch-export";
import { emptyVacancy } from "./schema";
import { noTotals } from "./totals";

test.each([
  ["=1+1", "'=1+1"],
  ["  =HYPERLINK(1)", "'  =HYPERLINK(1)"],
  ["+84 225", "'+84 225"],
  ["-5", "'-5"],
  ["@cmd", "'@cmd"],
  ['Công ty "A", B', '"Công ty ""A"", B"'],
  ["hai\ndòng", '"hai\ndòng"'],
  [-5, "-5"],
  [null, ""],
])("cell %j", (value, expected) => {
  expect(cell(value)).toBe(expected);
});

test("head, line and foot have the same columns, and the foot says the totals", () => {
  const words = messages.vi;
  const line = exportLine(
    {
      position: 1,
      content: {
        ...emptyVacancy(1),
        titleVi: "Công nhân may",
        headcount: 2390,
        unskilled: 2390,
        wageMin: 7_000_000,
        deadline: "2024-08-30",
        contactPhone: "+84 225 3 123 456",
        id: 1,
        slug: "cong-nhan-may",
        verifyCode: "x",
        versionNo: 1,
        enterprise: { id: 1, slug: "a", nameVi: "Công ty A", nameEn: null, investorCountry: "VN" },
        park: { id: 1, code: "T", slug: "t", nameVi: "KCN Thử", nameEn: "T", shortNameVi: "Thử", shortNameEn: "T" },
        occupation: null,
      },
      now: { status: "PUBLISHED", filledCount: 0, deadline: "2024-08-30", withdrawalNote: null },
    },
    "vi",
    words,
  );
  const foot = exportFoot({ ...noTotals(), enterprises: 17, vacancies: 21, headcount: 2390 }, words);
  const head = exportHead(words);
  expect(head.charCodeAt(0)).toBe(0xfeff);
  expect(line.split(",")).toHaveLength(head.split(",").length);
  expect(line).toContain(",2390,2390,0,");
  expect(line).toContain("30/08/2024");
  expect(line).toContain("'+84 225 3 123 456");
  expect(foot).toMatch(/^Tổng cộng,17,,21,,2390,/);
});
