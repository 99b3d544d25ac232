import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { annexSheet } from "@/lib/vacancies/sheet";
import { type LayoutChoice, type Need, writeTable } from "../../tests/tables/layouts";
import { readTable } from "../../tests/tables/read";

const enterprises = [
  "Công ty TNHH Điện tử Hoa Phượng",
  "Công ty Cổ phần Cơ khí Sông Cấm (mẫu)",
  "Chi nhánh Công ty TNHH May Đồ Sơn",
  "Công ty TNHH Công nghiệp Mẫu International Việt Nam",
];
const titles = [
  "Công nhân lắp ráp linh kiện điện tử",
  "Kỹ sư bảo trì thiết bị",
  "Nhân viên QC",
  "Thợ hàn 3G/6G",
  "Trưởng ca sản xuất",
  "Nhân viên kho, lái xe nâng",
];

const need = fc.record({
  enterprise: fc.constantFrom(...enterprises),
  title: fc.constantFrom(...titles),
  unskilled: fc.integer({ min: 1, max: 1_999 }),
  college: fc.nat(60),
  university: fc.nat(40),
  wage: fc.option(
    fc.tuple(fc.integer({ min: 50, max: 200 }), fc.integer({ min: 1, max: 100 })).map(([min, more]) => ({
      min: min * 100_000,
      max: (min + more) * 100_000,
    })),
  ),
  deadline: fc
    .date({ min: new Date("2024-07-11"), max: new Date("2026-12-31"), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10)),
  meals: fc.boolean(),
});

const choice: fc.Arbitrary<LayoutChoice> = fc.record({
  file: fc.oneof(
    fc.constant({ kind: "xlsx" as const }),
    fc.record({
      kind: fc.constant("text" as const),
      encoding: fc.constantFrom("utf-8", "utf-8-bom", "utf-16le", "utf-16be", "windows-1258"),
      delimiter: fc.constantFrom(",", ";", "\t"),
    }),
  ),
  titles: fc.constantFrom(0, 1, 3),
  header: fc.constantFrom("one", "two", "three"),
  letters: fc.constantFrom("full", "plain", "upper", "nfd"),
  numbering: fc.boolean(),
  serial: fc.boolean(),
  enterprises: fc.constantFrom("merged", "blank", "repeated", "section"),
  totals: fc.boolean(),
  notes: fc.boolean(),
  blanks: fc.boolean(),
  count: fc.constantFrom("number", "grouped", "comma", "people"),
  wage: fc.constantFrom("range", "dong", "short", "two columns"),
  day: fc.constantFrom("date", "serial", "slashes", "dashes", "iso", "words"),
  order: fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 6, 7, 8], { minLength: 9, maxLength: 9 }),
  coverSheet: fc.boolean(),
});

/** What a reading says of a need, in the terms of the one who wrote it. */
function needOf(values: Record<string, unknown>): Need {
  const wage = values.wage as { min: number; max: number; negotiable: boolean } | undefined;
  const two = values.wageMin === undefined ? null : { min: Number(values.wageMin), max: Number(values.wageMax) };
  return {
    enterprise: String(values.enterprise),
    title: String(values.titleVi),
    unskilled: Number(values.unskilled),
    college: Number(values.college),
    university: Number(values.university),
    wage: wage ? (wage.negotiable ? null : { min: wage.min, max: wage.max }) : two,
    deadline: String(values.deadline),
    meals: (values.meals as { yes: boolean } | undefined)?.yes ?? false,
  };
}

describe("a table written in any layout", () => {
  it("reads back the same", { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(need, { minLength: 2, maxLength: 12 }), choice, async (needs, layout) => {
        // One enterprise's needs stand together, as in every table of them.
        const sorted = [...needs].sort((a, b) => a.enterprise.localeCompare(b.enterprise));
        const { records } = await readTable(await writeTable(sorted, layout), annexSheet);
        expect(records.flatMap(({ findings }) => findings.filter(({ severity }) => severity === "error"))).toEqual([]);
        expect(records.map(({ values }) => needOf(values))).toEqual(sorted);
      }),
      { numRuns: 60 },
    );
  });
});
