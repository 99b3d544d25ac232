import { readXlsx } from "hucre";
import { beforeAll, describe, expect, test } from "vitest";
import { formatCount } from "@/lib/core/money";
import { db } from "@/lib/db/client";
import type { PositionGroup } from "@/lib/db/generated/enums";
import { wordText } from "@/lib/documents/word-template";
import type { Person } from "@/lib/identity/actor";
import { radioScript, socialText } from "@/lib/papers/announcements";
import { batchFeed } from "@/lib/papers/feed";
import { paperKinds } from "@/lib/papers/kinds";
import { sheetOf } from "@/lib/papers/leaflet";
import { makePaper } from "@/lib/papers/outputs";
import type { BatchPaper } from "@/lib/papers/paper";
import { paperOfId } from "@/lib/papers/paper-queries";
import { publicBatches } from "@/lib/vacancies/batch-public-queries";
import { batchTotals, provisionalTotals } from "@/lib/vacancies/batch-queries";
import { publishBatch, withdrawBatch } from "@/lib/vacancies/publication-commands";
import { createBatchRow, createEnterprise, createPark, createVacancy, staffActor } from "../factories/vacancies";

const portal = "https://vieclam.hezaworks.example";
const before = new Date("2024-07-24T03:00:00Z");
const published = new Date("2024-07-25T03:00:00Z");
let head: Person;
let batchId: number;

const paperAt = async (now: Date): Promise<BatchPaper> => {
  const found = await paperOfId(batchId, now, portal);
  if (!found) throw new Error("no papers");
  return found.paper;
};

/** All texts of a description of a printed sheet. */
function textsIn(node: unknown): string {
  if (typeof node === "string") return node;
  if (Array.isArray(node)) return node.map(textsIn).join(" ");
  if (typeof node !== "object" || node === null) return "";
  return Object.entries(node)
    .filter(([key]) => ["text", "stack", "content", "columns", "table", "body"].includes(key))
    .map(([, inner]) => textsIn(inner))
    .join(" ");
}

async function bytesOf(kind: (typeof paperKinds)[number], paper: BatchPaper): Promise<Uint8Array> {
  const { content } = await makePaper(kind, paper, "vi");
  if (typeof content === "string") throw new Error(`${kind} is text`);
  return content;
}

beforeAll(async () => {
  head = await staffActor("LABOUR_HEAD");
  const batch = await createBatchRow({
    collectFrom: "2024-07-01",
    collectTo: "2024-07-22",
    no: 2,
    status: "REVIEWING",
  });
  batchId = batch.id;
  const parks = [await createPark("Khu công nghiệp Thử Một"), await createPark("Khu công nghiệp Thử Hai")];
  // The numbers of July 2024: 17 enterprises, 21 positions, 2,390 workers.
  const heads = [611, 400, 220, 191, 150, 123, 110, 95, 88, 70, 62, 50, 44, 36, 30, 26, 20, 24, 18, 12, 10];
  const groups: PositionGroup[] = ["OTHER", "MID_TECHNICAL", "HIGH_TECHNICAL", "MANAGER"];
  const enterprises = [];
  for (let i = 0; i < 17; i++)
    enterprises.push({ ...(await createEnterprise(parks[i % 2]?.id ?? 0)), parkId: parks[i % 2]?.id ?? 0 });
  for (const [i, headcount] of heads.entries()) {
    const enterprise = enterprises[i % 17];
    if (!enterprise) throw new Error("no enterprise");
    await createVacancy(
      { enterpriseId: enterprise.id, parkId: enterprise.parkId, batchId, status: "APPROVED" },
      {
        headcount,
        unskilled: i % 3 === 0 ? headcount : 0,
        college: i % 3 === 0 ? 0 : headcount,
        titleVi: i === 5 ? '=HYPERLINK("http://xau.example")' : "Công nhân lắp ráp",
        deadline: "2024-08-31",
        positionGroup: groups[i % 4] ?? "OTHER",
      },
    );
  }
  // Not approved: in no paper.
  const [other] = enterprises;
  await createVacancy({ enterpriseId: other?.id ?? 0, parkId: other?.parkId ?? 0, batchId, status: "SUBMITTED" });
});

/** Every paper says these totals and no others. */
async function expectTotals(paper: BatchPaper, totals: Awaited<ReturnType<typeof batchTotals>>) {
  expect(paper.totals).toEqual(totals);
  expect(paper.lines).toHaveLength(21);
  expect(paper.lines.map(({ position }) => position)).toEqual(Array.from({ length: 21 }, (_, i) => i + 1));
  expect(paper.lines.reduce((sum, { content }) => sum + content.headcount, 0)).toBe(totals.headcount);

  const letter = wordText(await bytesOf("letter", paper));
  expect(letter).toContain("có 17 doanh nghiệp tại 2 khu");
  expect(letter).toContain("2.390 lao động (hai nghìn ba trăm chín mươi người) cho 21 vị trí");
  for (const value of Object.values(totals.byPositionGroup))
    expect(letter).toContain(`: ${formatCount(value, "vi")} người;`);
  const levels = Object.values(totals.byQualification).filter(Boolean);
  expect(levels).toHaveLength(2);
  for (const value of levels) expect(letter).toContain(`: ${formatCount(value, "vi")} người;`);

  const annex = wordText(await bytesOf("annex-word", paper)).split("\n");
  const foot = annex.indexOf("Tổng cộng: 17 doanh nghiệp");
  expect(annex.slice(foot, foot + 4)).toEqual(["Tổng cộng: 17 doanh nghiệp", "2 khu", "21 vị trí", "2.390"]);

  const workbook = await readXlsx(await bytesOf("annex-excel", paper));
  const rows = workbook.sheets[0]?.rows ?? [];
  const sums = rows.find((row) => row[1] === "Tổng cộng: 17 doanh nghiệp") ?? [];
  expect(sums.slice(2, 11)).toEqual(["2 khu", "21 vị trí", 2390, ...Object.values(totals.byQualification)]);
  const lines = rows.filter((row) => typeof row[0] === "number");
  expect(lines).toHaveLength(21);
  expect(lines.reduce((sum, row) => sum + Number(row[4]), 0)).toBe(2390);
  expect(lines.map((row) => row[3])).toContain('=HYPERLINK("http://xau.example")');

  for (const sheet of ["leaflet", "poster"] as const)
    for (const [locale, said] of [
      ["vi", ["2.390", "lao động", "17 doanh nghiệp", "21 vị trí"]],
      ["en", ["2,390", "workers", "17 enterprises", "21 positions"]],
    ] as const) {
      const text = textsIn(sheetOf(paper, locale, sheet).content);
      for (const part of said) expect(text).toContain(part);
    }
  const social = socialText(paper, "vi");
  expect(social).toContain(
    "17 doanh nghiệp trong các khu công nghiệp, khu kinh tế Hải Phòng cần tuyển 2.390 lao động cho 21 vị trí",
  );
  expect(social.length).toBeLessThan(2_000);
  expect(socialText(paper, "en")).toContain("17 enterprises in the industrial parks");
  expect(radioScript(paper, "vi")).toContain("2.390 (hai nghìn ba trăm chín mươi) lao động");
  expect(radioScript(paper, "en")).toContain("looking for 2,390 workers for 21 positions");
  expect((await makePaper("rss", paper, "vi")).content).toContain("17 doanh nghiệp, 21 vị trí, 2.390 lao động");
}

describe("the papers of a batch", () => {
  test("before publication: drafts, marked as such, with what a publication would say", async () => {
    const paper = await paperAt(before);
    expect(paper.draft).toBe(true);
    await expectTotals(paper, await provisionalTotals(batchId, "2024-07-24"));
    for (const kind of ["letter", "annex-word"] as const)
      expect(wordText(await bytesOf(kind, paper))).toContain("BẢN THẢO – CHƯA BAN HÀNH");
    for (const kind of ["social", "radio", "rss"] as const)
      expect((await makePaper(kind, paper, "en")).content).toContain("[DRAFT]");
    expect((await makePaper("poster", paper, "en")).name).toBe("ban-thao-ap-phich-a3-dot-2-2024-en.pdf");
  });

  test("after publication: the same rows and totals, no mark; what happens later changes nothing", async () => {
    const draft = await paperAt(before);
    const batch = await db().vacancyBatch.findUniqueOrThrow({ where: { id: batchId } });
    expect(await publishBatch(head, { id: batchId, version: batch.version }, { now: published })).toMatchObject({
      value: { enterprises: 17, vacancies: 21, headcount: 2390 },
    });
    const paper = await paperAt(published);
    expect(paper.draft).toBe(false);
    expect(paper.lines.map(({ position, content }) => ({ position, content }))).toEqual(draft.lines);
    await expectTotals(paper, await batchTotals(batchId));
    for (const kind of ["letter", "annex-word"] as const)
      expect(wordText(await bytesOf(kind, paper))).not.toContain("BẢN THẢO");

    await db().vacancy.updateMany({
      where: { batchId, titleVi: "Công nhân lắp ráp" },
      data: { titleVi: "Đã đổi tên" },
    });
    await db().organisation.updateMany({ data: { nameVi: "Đã đổi tên" } });
    expect((await paperAt(new Date("2024-12-01T00:00:00Z"))).lines.map((line) => line.content)).toEqual(
      draft.lines.map((line) => line.content),
    );
  });

  test("the feed of batches says the same sums", async () => {
    const { items } = await publicBatches({ page: 1, size: 20 });
    const feed = batchFeed({ locale: "vi", portal, batches: items });
    expect(feed).toContain("Đợt 2 tháng 7/2024: 17 doanh nghiệp cần tuyển 2.390 lao động");
    expect(feed).toContain(`<link>${portal}/dot-tuyen-dung/2024/2</link>`);
  });

  test("a batch withdrawn before it came out has none, and neither has one that never was", async () => {
    const batch = await createBatchRow({ collectFrom: "2031-01-01" });
    const note = "Đợt được gộp vào đợt sau.";
    expect(await withdrawBatch(head, { id: batch.id, version: batch.version, note })).toMatchObject({ ok: true });
    expect(await paperOfId(batch.id, before, portal)).toBeNull();
    expect(await paperOfId(2_000_000_000, before, portal)).toBeNull();
  });

  test("a batch of one line and one of none can be printed", async () => {
    const paper = await paperAt(published);
    for (const count of [0, 1])
      for (const kind of paperKinds)
        for (const locale of ["vi", "en"] as const)
          expect(
            (await makePaper(kind, { ...paper, lines: paper.lines.slice(0, count) }, locale)).content.length,
          ).toBeGreaterThan(100);
  });
});
