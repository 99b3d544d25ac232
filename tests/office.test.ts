import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { formatCount } from "@/lib/core/money";
import { paperKinds } from "@/lib/papers/kinds";
import { makePaper } from "@/lib/papers/outputs";
import type { BatchPaper } from "@/lib/papers/paper";
import { samplePaper } from "@/lib/papers/sample";
import { dataFolder } from "@/lib/runtime/folders";
import { officeMissing, picture, readPdf, toPdf } from "@/lib/runtime/office";

/**
 * The papers opened by LibreOffice. The pictures stay in `.data/reports/office`, to be looked at. LibreOffice is installed
 * where that is possible; where not, this says so as loudly as a test can without failing for the machine's sake.
 */
const folder = join(dataFolder, "reports", "office");
let missing: string | undefined;

const sample = samplePaper("https://vieclam.hezaworks.example");
/** Forty lines with names as long as real ones. */
const long: BatchPaper = {
  ...sample,
  lines: Array.from({ length: 40 }, (_, index) => {
    const line = sample.lines[index % sample.lines.length];
    if (!line) throw new Error("the sample has no lines");
    const enterprise = {
      ...line.content.enterprise,
      nameVi: "Công ty TNHH Công nghiệp Chế tạo Nắng Hanh International Việt Nam – Chi nhánh Hải Phòng",
    };
    const titleVi = "Kỹ sư điều khiển tự động hóa dây chuyền lắp ráp linh kiện điện tử công nghệ cao";
    return { position: index + 1, content: { ...line.content, titleVi, enterprise } };
  }),
};
const cases = [
  { name: "ban-thao", paper: { ...sample, draft: true } },
  { name: "ban-chinh", paper: { ...sample, draft: false } },
  { name: "ten-dai", paper: { ...long, draft: false } },
] as const;

const file = (name: string, kind: string) => join(folder, `${name}-${kind}.pdf`);

beforeAll(async () => {
  missing = await officeMissing();
  if (missing) {
    console.warn(
      `\n${"!".repeat(100)}\n!! NOT TESTED: no LibreOffice to open the papers with. ${missing}\n${"!".repeat(100)}\n`,
    );
    return;
  }
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const office: string[] = [];
  for (const { name, paper } of cases)
    for (const kind of paperKinds) {
      const made = await makePaper(kind, paper, "vi");
      const path = join(folder, `${name}-${kind}${made.name.slice(made.name.lastIndexOf("."))}`);
      writeFileSync(path, made.content);
      if (/\.(docx|xlsx)$/.test(path)) office.push(path);
    }
  await toPdf(office, folder);
  for (const pdf of readdirSync(folder).filter((entry) => entry.endsWith(".pdf")))
    await picture(join(folder, pdf), join(folder, pdf.slice(0, -4)));
}, 900_000);

/** The darkest pixel in a stretch of millimetres of a picture's columns; 255 is white paper. */
function darkest(path: string, from: number, to: number): number {
  const bytes = readFileSync(path);
  const header = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(bytes.subarray(0, 40).toString("latin1"));
  const [width, start] = [Number(header?.[1]), header?.[0].length ?? 0];
  let least = 255;
  for (let at = start; at < bytes.length; at += 1) {
    const column = (at - start) % width;
    if (column >= from && column < to) least = Math.min(least, bytes[at] ?? 255);
  }
  return least;
}

const first = (name: string, kind: string) =>
  join(folder, readdirSync(folder).find((entry) => new RegExp(`^${name}-${kind}-0*1\\.pgm$`).test(entry)) ?? "none");

describe.each(cases)("$name", ({ name, paper }) => {
  const { headcount, enterprises } = paper.totals;
  const workers = formatCount(headcount, "vi");

  test("the letter has the parts of NĐ 30/2020 in their order, on A4, with its margins free", async () => {
    if (missing) return;
    const pdf = await readPdf(file(name, "letter"));
    const text = pdf.text.replace(/\s+/g, " ");
    expect([pdf.width, pdf.height]).toEqual([210, 297]);
    expect(pdf.pages).toBeLessThanOrEqual(2);
    for (const part of [
      "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
      "Độc lập - Tự do - Hạnh phúc",
      "UBND THÀNH PHỐ HẢI PHÒNG",
    ])
      expect(text).toContain(part);
    const order = [
      "Số: 99/BQL-LĐ",
      "Kính gửi:",
      `có ${enterprises} doanh nghiệp`,
      `${workers} lao động`,
      "./.",
      "Nơi nhận:",
    ];
    const places = order.map((part) => text.indexOf(part));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(Math.min(...places)).toBeGreaterThan(0);
    expect(text).toContain("Hải Phòng, ngày 25 tháng 7 năm 2030");
    expect(text).toContain("PHÓ TRƯỞNG BAN");
    expect(text.includes("BẢN THẢO")).toBe(paper.draft);
    expect(darkest(first(name, "letter"), 0, 29)).toBe(255);
    expect(darkest(first(name, "letter"), 197, 210)).toBe(255);
    expect(darkest(first(name, "letter"), 40, 190)).toBeLessThan(120);
  });

  test("the annex lies on A4, in Word and in Excel, and ends with the sums", async () => {
    if (missing) return;
    for (const kind of ["annex-word", "annex-excel"]) {
      const pdf = await readPdf(file(name, kind));
      expect([pdf.width, pdf.height], kind).toEqual([297, 210]);
      const text = pdf.text.replace(/\s+/g, " ");
      expect(text, kind).toContain("Tổng cộng");
      expect(text.match(/[.,]/) && text.replace(/,/g, "."), kind).toContain(workers);
      expect(text.includes("BẢN THẢO"), kind).toBe(paper.draft);
      expect(darkest(first(name, kind), 0, 12), kind).toBe(255);
    }
  });

  test("leaflet and poster are one page each, with every Vietnamese letter", async () => {
    if (missing) return;
    for (const [kind, width, height] of [
      ["leaflet", 148, 210],
      ["poster", 297, 420],
    ] as const) {
      const pdf = await readPdf(file(name, kind));
      expect([pdf.pages, pdf.width, pdf.height], kind).toEqual([1, width, height]);
      const text = pdf.text.replace(/\s+/g, " ");
      for (const part of [
        `${workers} lao động`,
        `${enterprises} doanh nghiệp`,
        "Quét mã để xem đủ danh sách và nộp hồ sơ",
      ])
        expect(text, kind).toContain(part);
      expect(text, kind).toContain("Xin việc không mất phí");
    }
  });
});
