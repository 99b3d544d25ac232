import { readXlsx, streamXlsxRows, writeXlsx } from "hucre/xlsx";
import { describe, expect, it } from "vitest";
import { annotatedWorkbook } from "./annotated-workbook";
import { harmless, streamedWorkbook } from "./streamed-workbook";

describe("somebody's own file with what is said of it", () => {
  it("keeps sheets, merged cells, formulas, styles and widths; adds colours, comments and a column", async () => {
    const before = await writeXlsx({
      sheets: [
        { name: "Khác", rows: [["giữ", 1]] },
        {
          name: "Bảng",
          columns: [{ width: 31 }, { width: 12 }],
          rows: [
            ["TIÊU ĐỀ", null],
            ["Vị trí", "Số lượng"],
            ["Thợ", "mười"],
            ["Tổng", 10],
          ],
          merges: [{ startRow: 0, startCol: 0, endRow: 0, endCol: 1 }],
          cells: new Map([
            ["1,0", { value: "Vị trí", style: { font: { bold: true, color: { rgb: "FF0000" } } } }],
            ["3,1", { value: 10, formula: "SUM(B3:B3)", formulaResult: 10 }],
          ]),
        },
      ],
    });
    const after = await annotatedWorkbook(
      before,
      { sheet: 1, headerRow: 2, column: 2, title: "Nhận xét" },
      [
        { row: 3, column: 1, text: "Phải là một số", grave: true },
        { row: 3, column: null, text: "Còn là bản nháp", grave: false },
      ],
      "HezaWorks",
    );
    const { sheets } = await readXlsx(after, { readStyles: true });
    expect(sheets.map(({ name }) => name)).toEqual(["Khác", "Bảng"]);
    const sheet = sheets[1];
    expect(sheet?.rows[2]).toEqual(["Thợ", "mười", "Phải là một số\nCòn là bản nháp"]);
    expect(sheet?.rows[1]?.[2]).toBe("Nhận xét");
    expect(sheet?.merges).toEqual([{ startRow: 0, startCol: 0, endRow: 0, endCol: 1 }]);
    expect(sheet?.cells?.get("3,1")).toMatchObject({ formula: "SUM(B3:B3)" });
    expect(sheet?.cells?.get("1,0")?.style?.font).toMatchObject({ bold: true, color: { rgb: "FF0000" } });
    expect(sheet?.cells?.get("2,1")).toMatchObject({
      comment: { text: expect.stringContaining("Phải là một số") },
      style: { fill: { fgColor: { rgb: expect.stringContaining("F8D7DA") } } },
    });
    expect(sheet?.columns?.[0]?.width).toBeCloseTo(31, 0);
  });
});

describe("an exported list", () => {
  it("holds nothing that a spreadsheet would run", () => {
    for (const text of ["=1+1", "@SUM(A1)", "+cmd|' /C calc'!A0", "-2+3+cmd", "\t=1", "\r=1"])
      expect(harmless(text), text).toMatch(/^'/);
    for (const text of ["-", "+84 912 345 678", "-5", "Công nhân", "a=b", ""]) expect(harmless(text)).toBe(text);
  });

  it("is read back as it was written, and asks for rows only as it is read", async () => {
    let asked = 0;
    async function* rows() {
      for (let at = 0; at < 20_000; at++) {
        asked++;
        yield ["=HYPERLINK()", at, null, "Nguyễn\u0001 Thử"] as const;
      }
    }
    const stream = streamedWorkbook("Bảng/1", [{ label: "A" }, { label: "B" }, { label: "C" }, { label: "D" }], rows());
    const reader = stream.getReader();
    const chunks = [(await reader.read()).value];
    expect(asked).toBeLessThan(10_000);
    for (let next = await reader.read(); !next.done; next = await reader.read()) chunks.push(next.value);
    const bytes = Buffer.concat(chunks.filter((chunk) => chunk !== undefined));
    let count = 0;
    for await (const { values } of streamXlsxRows(bytes)) {
      if (count === 5) expect(values).toEqual(["'=HYPERLINK()", 4, null, "Nguyễn Thử"]);
      count++;
    }
    expect(count).toBe(20_001);
  });
});
