import { deflateRawSync } from "node:zlib";
import { writeXlsx } from "hucre/xlsx";
import { describe, expect, it } from "vitest";
import { guardTable } from "./table-guard";
import { openTable } from "./table-reader";
import { Unreadable } from "./unreadable";

/** A zip archive by hand, so that it can lie. */
function zip(files: { name: string; content: Buffer; says?: number; flags?: number }[]): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content, says, flags = 0 } of files) {
    const packed = deflateRawSync(content);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(8, 8);
    local.writeUInt16LE(name.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(flags, 8);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(packed.length, 20);
    entry.writeUInt32LE(says ?? content.length, 24);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt32LE(offset, 42);
    locals.push(local, Buffer.from(name), packed);
    directory.push(entry, Buffer.from(name));
    offset += 30 + name.length + packed.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(Buffer.concat(directory).length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, ...directory, end]);
}

const workbook = { name: "xl/workbook.xml", content: Buffer.from("<workbook/>") };
const zeros = Buffer.alloc(60_000_000);
const office = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);

const refused: [string, () => Buffer, string][] = [
  ["nothing", () => Buffer.alloc(0), "empty"],
  ["200 MB", () => Buffer.alloc(200_000_000), "too_large"],
  ["a zip bomb", () => zip([workbook, { name: "xl/worksheets/sheet1.xml", content: zeros }]), "bomb"],
  [
    "a bomb that lies about its size",
    () => zip([workbook, { name: "xl/worksheets/sheet1.xml", content: zeros, says: 400_000 }]),
    "bomb",
  ],
  [
    "many bombs",
    () => zip([workbook, ...Array.from({ length: 600 }, (_, at) => ({ ...workbook, name: `x${at}` }))]),
    "bomb",
  ],
  ["macros", () => zip([workbook, { name: "xl/vbaProject.bin", content: Buffer.from("x") }]), "macros"],
  [
    "macros by content type",
    () =>
      zip([
        workbook,
        { name: "[Content_Types].xml", content: Buffer.from("application/vnd.ms-excel.sheet.macroEnabled.main+xml") },
      ]),
    "macros",
  ],
  ["a binary workbook", () => zip([{ name: "xl/workbook.bin", content: Buffer.from("x") }]), "binary_workbook"],
  ["a Word file", () => zip([{ name: "word/document.xml", content: Buffer.from("<x/>") }]), "not_a_table"],
  ["a zip under a password", () => zip([{ ...workbook, flags: 1 }]), "encrypted"],
  ["an old .xls", () => Buffer.concat([office, Buffer.alloc(4_096)]), "legacy_xls"],
  [
    "a workbook under a password",
    () => Buffer.concat([office, Buffer.alloc(512), Buffer.from("EncryptedPackage", "utf16le")]),
    "encrypted",
  ],
  ["HTML that calls itself .xlsx", () => Buffer.from("\uFEFF\n <html><table><tr><td>1"), "html"],
  ["an XML spreadsheet of 2003", () => Buffer.from('<?xml version="1.0"?><Workbook/>'), "html"],
  [
    "a picture",
    () => Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 73, 72, 68, 82]),
    "not_a_table",
  ],
  [
    "a PDF",
    () => Buffer.concat([Buffer.from("%PDF-1.7\n"), Buffer.from([0xe2, 0xe3, 0xcf, 0xd3, 0, 1, 2, 3, 0, 0])]),
    "not_a_table",
  ],
  ["half an archive", () => zip([workbook]).subarray(0, 60), "damaged"],
];

describe("what is no table", () => {
  it.each(refused)("%s is refused at once", async (_, make, code) => {
    const bytes = make();
    const since = performance.now();
    await expect(guardTable(bytes)).rejects.toThrow(Unreadable);
    await expect(guardTable(bytes)).rejects.toMatchObject({ code });
    expect(performance.now() - since).toBeLessThan(200);
  });

  it("a DTD, from which texts could grow without end, is refused", async () => {
    const evil = Buffer.from('<!DOCTYPE x [<!ENTITY a "aaaa">]><workbook/>');
    await expect(openTable(zip([{ name: "xl/workbook.xml", content: evil }]))).rejects.toMatchObject({
      code: "damaged",
    });
  });

  it("more rows than any table has are refused while they come, not kept", async () => {
    const text = Buffer.from(`Vị trí,Số lượng\n${"x,1\n".repeat(100_001)}`);
    const read = async () => {
      for await (const _ of (await openTable(text)).rows(0));
    };
    await expect(read()).rejects.toMatchObject({ code: "too_many_rows" });
  });

  it("a real workbook is none of these", async () => {
    const bytes = Buffer.from(await writeXlsx({ sheets: [{ name: "S", rows: [["a", 1]] }] }));
    expect(await guardTable(bytes)).toBe("xlsx");
    expect(await guardTable(Buffer.from("Vị trí;Số lượng\n"))).toBe("text");
  });
});
