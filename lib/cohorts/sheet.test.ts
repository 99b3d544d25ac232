import { describe, expect, it } from "vitest";
import type { Cell } from "@/lib/documents/table";
import type { Reader } from "@/lib/imports/readers";
import { toXlsx, type Value } from "@/tests/tables/encode";
import { readTable } from "@/tests/tables/read";
import { fieldOfName, levelOfCode } from "./guess";
import { withProgrammes } from "./merge";
import { cohortsSheet } from "./sheet";
import { readAccreditation, readGrades, readGraduationMonth, readLevel, readStudents } from "./sheet-readers";

const cell = (value: string | number, kind: Cell["kind"] = typeof value === "number" ? "number" : "text"): Cell => ({
  column: 0,
  kind,
  value,
});
/** The value, or the code with which it is asked back. */
const read = (reader: Reader, value: string | number, header = "", kind?: Cell["kind"]) => {
  const said = reader(cell(value, kind), { today: "2026-11-23", header });
  return said.ok ? said.value : said.code;
};
const table = async (rows: Value[][], more: Partial<Parameters<typeof toXlsx>[0][number]> = {}) =>
  readTable(await toXlsx([{ name: "DS", rows, ...more }]), cohortsSheet);
const fieldsOf = ({ layout }: Awaited<ReturnType<typeof table>>) => layout.columns.map(({ field }) => field);

describe("students in a cell", () => {
  it.each([
    [45, 45],
    ["45 em", 45],
    ["1.200", 1_200],
    ["45 sinh viên".normalize("NFD"), 45],
    ["khoảng 40 HS", 40],
    ["-", 0],
    [-3, "negative"],
    ["-3", "negative"],
    ["−3 em", "negative"],
    [12.5, "wholeNumber"],
    ["12,5", "wholeNumber"],
    [2026, "yearForCount"],
    ["2026", "yearForCount"],
    ["năm 2025-2026", "yearForCount"],
    ["2.026", 2_026],
    ["2026 em", 2_026],
    ["40-45", "countRange"],
  ])("%s is %s", (value, expected) => expect(read(readStudents, value)).toBe(expected));

  it("asks back a day that Excel made of a number", () =>
    expect(read(readStudents, "2026-05-12", "", "day")).toBe("dayForCount"));
});

describe("months, grades, levels", () => {
  it.each([
    ["6/2027", { month: 6, year: 2027 }],
    ["tháng 6 năm 2027", { month: 6, year: 2027 }],
    ["T6", { month: 6, year: null }],
    ["6/27", { month: 6, year: 2027 }],
    ["15/06/2027", { month: 6, year: 2027 }],
    [7, { month: 7, year: null }],
    [45, "graduationMonth"],
    ["13/2027", "graduationMonth"],
    ["sau Tết", "graduationMonth"],
  ])("month %s", (value, expected) => expect(read(readGraduationMonth, value)).toEqual(expected));

  it.each([
    ["Bậc 1, 2, 3", ["BAC1", "BAC2", "BAC3"]],
    ["bậc 2-4", ["BAC2", "BAC3", "BAC4"]],
    ["3/7", ["BAC3"]],
    ["Bậc thợ 3; KNN quốc gia bậc 2", ["BAC3", "KNN2"]],
    ["Không", []],
    ["bậc 9", "gradeUnread"],
    ["KNN bậc 6", "gradeUnread"],
  ])("grades %s", (value, expected) => expect(read(readGrades, value)).toEqual(expected));

  it("reads levels and accreditation by what schools write", () => {
    expect(read(readLevel, "CĐ")).toBe("COLLEGE");
    expect(read(readLevel, "Hệ trung cấp")).toBe("INTERMEDIATE");
    expect(read(readLevel, "dài hạn")).toBe("choice");
    expect(read(readAccreditation, "Đạt kiểm định quốc tế (AUN-QA)")).toBe("INTERNATIONAL");
    expect(read(readAccreditation, "Chưa đạt")).toBe("NONE");
  });

  it("guesses by the code's first digit and the name's words, the special before the general", () => {
    expect(["5520227", "6520227", "7510301", "1234", "DCN-01"].map(levelOfCode)).toEqual([
      "INTERMEDIATE",
      "COLLEGE",
      "UNIVERSITY",
      null,
      null,
    ]);
    const names = [
      "Điện công nghiệp",
      "Điện tử công nghiệp",
      "Cơ điện tử",
      "Hàn",
      "Ngôn ngữ Hàn Quốc",
      "May thời trang",
    ];
    const more = ["Kỹ thuật máy lạnh", "Quản trị khách sạn", "Kế toán", "Thương mại điện tử", "Phép thuật"];
    expect([...names, ...more.map((name) => name.normalize("NFD"))].map(fieldOfName)).toEqual([
      ...["ELECTRICAL", "ELECTRONICS", "MECHATRONICS", "MECHANICAL", "LANGUAGES", "TEXTILE"],
      ...["REFRIGERATION", "HOSPITALITY", "BUSINESS", "BUSINESS", null],
    ]);
  });
});

describe("headers as schools have them", () => {
  it("understands a merged header: years with all and women below", async () => {
    const found = await table(
      [
        ["TRƯỜNG CAO ĐẲNG MẪU"],
        ["TT", "Mã ngành", "Tên ngành, nghề", "Số sinh viên đang đào tạo", null, null, null, "Chỉ tiêu"],
        [null, null, null, "Năm thứ nhất", null, "Năm thứ hai", null, null],
        [null, null, null, "Tổng", "Nữ", "Tổng", "Nữ", null],
        [1, 6520227, "Điện công nghiệp", 45, 5, 40, 4, 50],
        [2, "6520123", "Hàn".normalize("NFD"), "30 em", 1, "28", 0, "1.200"],
        [null, "Tổng cộng", null, 75, 6, 68, 4, 1250],
      ],
      {
        merges: ["D2:G2", "D3:E3", "F3:G3"],
      },
    );
    expect(fieldsOf(found)).toEqual(["no", "code", "name", "y1", "w1", "y2", "w2", "intake"]);
    expect(found.records.map(({ values }) => values)).toEqual([
      expect.objectContaining({ code: "6520227", y1: 45, w1: 5, y2: 40, w2: 4, intake: 50 }),
      expect.objectContaining({ code: "6520123", name: "Hàn", y1: 30, w1: 1, y2: 28, w2: 0, intake: 1_200 }),
    ]);
    expect(found.passed.at(-1)).toMatchObject({ kind: "total", amounts: { y1: 75, w1: 6, intake: 1_250 } });
  });

  it("takes a fifth year for none of the four", async () => {
    const found = await table([
      ["Mã ngành", "Ngành", "Năm 1", "Năm 2", "Năm 3", "Năm 5", "Nữ năm 1"],
      ["7510301", "Kỹ thuật điện", 40, 38, 36, 20, 4],
      ["7510302", "Kỹ thuật hóa học", 40, 38, 36, 20, 4],
      ["7510303", "Kỹ thuật cơ khí", 40, 38, 36, 20, 4],
    ]);
    expect(fieldsOf(found)).toEqual(["code", "name", "y1", "y2", "y3", null, "w1"]);
  });

  it("reads levels from sections and from the sheet's name, and finds the sheet that is not hidden", async () => {
    const head = ["Mã nghề", "Tên nghề", "K1", "Dự kiến tốt nghiệp tháng 6/2027"];
    const bytes = await toXlsx([
      { name: "Cũ", rows: [head, ["5520123", "Hàn cũ", 1, 1], ["5520124", "Hàn cũ", 1, 1]], hidden: true },
      {
        name: "Trung cấp",
        rows: [
          head,
          ["5520123", "Hàn", 20, 18],
          ["Hệ cao đẳng"],
          ["6520123", "Hàn", 30, 28],
          ["II. Trung cấp"],
          ["5540205", "May thời trang", 9, 8],
        ],
      },
    ]);
    const found = await readTable(bytes, cohortsSheet);
    expect(found.sheet).toBe(1);
    expect(found.records.map(({ values }) => [values.code, values.level, values.graduates])).toEqual([
      ["5520123", "INTERMEDIATE", 18],
      ["6520123", "COLLEGE", 28],
      ["5540205", "INTERMEDIATE", 8],
    ]);
  });

  it("finds every column of its own template again", async () => {
    const fields = cohortsSheet.fields.filter(({ example }) => example !== undefined);
    const found = await table([fields.map(({ names }) => names.vi), fields.map(({ example }) => example ?? null)]);
    expect(fieldsOf(found)).toEqual(fields.map(({ key }) => key));
    expect(found.records[0]?.findings).toEqual([]);
  });
});

describe("a draft with a table's programmes", () => {
  const draft = {
    school: "Trường Mẫu",
    programmes: [
      { code: "6520227", name: "Điện", field: "ELECTRICAL", level: "COLLEGE", y1: 1, partner: "Đối tác" },
      { code: "6520999", name: "Khác", y1: 7 },
      { code: null, name: null, y1: null },
    ],
    graduates: [
      { programme: "652 0227", month: 5, year: 2026, count: 3 },
      { programme: "6520999", month: 6, year: 2026, count: 4 },
    ],
  };
  const taken = (programme: Record<string, string | number | null>, month: number | null) => ({
    programme,
    guessed: { field: "IT", level: "UNIVERSITY" },
    graduates: month === null ? null : { month, year: 2027, count: 9, women: 1 },
  });

  it("replaces what has the code as far as the table has columns, keeps the rest, adds what is new", () => {
    const made = withProgrammes(draft, [
      taken({ code: "6520227", name: "Điện công nghiệp", y1: null }, 6),
      taken({ code: "7", name: "Mới" }, null),
    ]);
    expect(made).toEqual({
      school: "Trường Mẫu",
      programmes: [
        {
          code: "6520227",
          name: "Điện công nghiệp",
          field: "ELECTRICAL",
          level: "COLLEGE",
          y1: null,
          partner: "Đối tác",
        },
        draft.programmes[1],
        { code: "7", name: "Mới", field: "IT", level: "UNIVERSITY" },
      ],
      graduates: [draft.graduates[1], { programme: "6520227", month: 6, year: 2027, count: 9, women: 1 }],
    });
  });
});
