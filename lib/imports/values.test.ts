import { describe, expect, it } from "vitest";
import type { Cell } from "@/lib/documents/table";
import { parseTaxCode } from "@/lib/organisations/taxCode";
import { readDay } from "./read-day";
import { readMoney, readWage } from "./read-wage";
import { type Reader, readCode, readContact, readCount, readPhone, readYesNo } from "./readers";

const cell = (value: string | number): Cell => ({
  column: 0,
  kind: typeof value === "number" ? "number" : "text",
  value,
});

function read(reader: Reader, value: string | number, header = "") {
  const result = reader(cell(value), { today: "2024-07-10", header });
  return result.ok ? result.value : result.code;
}

describe("wages", () => {
  it.each<[string | number, number | null | string, number | null, string?]>([
    ["7-10 triệu", 7e6, 10e6],
    ["7 – 10tr", 7e6, 10e6],
    ["từ 8tr", 8e6, null],
    ["Từ 8 đến 12 triệu đồng/tháng", 8e6, 12e6],
    ["9.500.000 - 12.000.000đ", 9.5e6, 12e6],
    ["9,500,000 VNĐ", 9.5e6, 9.5e6],
    ["trên 10 triệu", 10e6, null],
    ["đến 12 triệu", null, 12e6],
    ["tối đa 15tr", null, 15e6],
    ["8tr5", 8.5e6, 8.5e6],
    ["8tr5-10tr", 8.5e6, 10e6],
    ["7,5 triệu", 7.5e6, 7.5e6],
    ["7.500 triệu", 7.5e6, 7.5e6],
    ["8.000k", 8e6, 8e6],
    ["8500 nghìn", 8.5e6, 8.5e6],
    [9_000_000, 9e6, 9e6],
    [9.5, 9.5e6, 9.5e6],
    ["10 triệu + phụ cấp", 10e6, null],
    ["7.000.000 - 10 triệu", 7e6, 10e6],
    ["≥ 8 triệu".replace("≥", ">"), 8e6, null],
    ["15000", "wageUnit", null],
    ["800 USD", "wageCurrency", null],
    ["$1,000", "wageCurrency", null],
    ["2.000 đô la", "wageCurrency", null],
    ["45.000đ/giờ", "wagePeriod", null],
    ["300k/ngày", "wagePeriod", null],
    ["5-7-9 triệu", "wage", null],
    ["cao", "wage", null],
    ["8500", 8.5e6, 8.5e6, "Lương (nghìn đồng)"],
    ["1.200", "wageCurrency", null, "Lương (USD)"],
  ])("%s", (text, min, max, header = "") => {
    const found = read(readWage, text, header);
    expect(found).toEqual(typeof min === "string" ? min : { min, max, negotiable: false });
  });

  it("is agreed upon where nobody names an amount", () => {
    for (const text of ["Thỏa thuận", "thoả thuận", "Thương lượng", "Negotiable", "TT"])
      expect(read(readWage, text)).toEqual({ min: null, max: null, negotiable: true });
  });

  it("one amount is one amount", () => {
    expect(read(readMoney, "5.310.000")).toBe(5_310_000);
    expect(read(readMoney, "5-6 triệu")).toBe("oneAmount");
  });
});

describe("days", () => {
  it.each<[string | number, string]>([
    ["30/7/2024", "2024-07-30"],
    ["31-07-24", "2024-07-31"],
    ["31.07.2024", "2024-07-31"],
    ["30 / 7 / 2024", "2024-07-30"],
    ["2024-07-31", "2024-07-31"],
    ["2024-07-31T00:00:00", "2024-07-31"],
    [45_503, "2024-07-30"],
    ["hết tháng 8", "2024-08-31"],
    ["hết tháng 2", "2025-02-28"],
    ["cuối tháng 12/2024", "2024-12-31"],
    ["T9/2024", "2024-09-30"],
    ["8/2024", "2024-08-31"],
    ["30/7", "2024-07-30"],
    ["5/1", "2025-01-05"],
    ["trước ngày 15/8/2024", "2024-08-15"],
    ["từ 1/7/2024 đến 30/7/2024", "2024-07-30"],
    ["ngày 30 tháng 7 năm 2024", "2024-07-30"],
    ["hết năm 2024", "2024-12-31"],
    ["29/2/2023", "date"],
    ["13/13/2024", "date"],
    ["sớm", "date"],
    ["khi đủ người", "noEnd"],
    [15, "date"],
  ])("%s", (text, day) => {
    expect(read(readDay, text)).toBe(day);
  });
});

describe("counts, codes, contacts", () => {
  it("reads persons and guesses nothing", () => {
    const said: [string | number, unknown][] = [
      ["1.200", 1_200],
      ["1,200", 1_200],
      ["1 200", 1_200],
      ["15 người", 15],
      ["02", 2],
      ["-", 0],
      ["không", 0],
      ["15 lao động", 15],
      ["1.200,0", 1_200],
      [7, 7],
      [7.5, "wholeNumber"],
      ["10-15", "countRange"],
      ["5/10", "countRange"],
      ["vài", "wholeNumber"],
      ["12abc", "wholeNumber"],
      [-3, "wholeNumber"],
    ];
    for (const [text, value] of said) expect(read(readCount, text), String(text)).toBe(value);
  });

  it("gives a tax code its zero back, and only a right one", () => {
    const taxCode = readCode("taxCode", [10, 13], parseTaxCode);
    expect(read(taxCode, 200_000_007)).toBe("0200000007");
    expect(read(taxCode, "0200000007-001")).toBe("0200000007-001");
    expect(read(taxCode, 200_000_008)).toBe("taxCode");
    expect(read(taxCode, "chưa có")).toBe("taxCode");
  });

  it("takes contacts apart", () => {
    expect(read(readContact, "Chị Mẫu (Phòng NS): 0912.345.678 – mau@congty.example")).toEqual({
      name: "Chị Mẫu Phòng NS",
      phone: "0912.345.678",
      email: "mau@congty.example",
    });
    expect(read(readPhone, "SĐT: +84 912 345 678")).toBe("+84 912 345 678");
    expect(read(readPhone, "gọi sau")).toBe("phone");
    expect(read(readYesNo, "Có, tuyến Kiến An")).toEqual({ yes: true, detail: "tuyến Kiến An" });
    expect(read(readYesNo, "Không hỗ trợ")).toEqual({ yes: false, detail: null });
  });
});
