import { beforeAll, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { parseTaxCode } from "@/lib/organisations/taxCode";
import { loadReferenceData } from "@/prisma/seed/reference";
import { seedScale } from "@/prisma/seed/scale";

const now = new Date("2026-11-22T03:00:00Z");
const said: string[] = [];
const scale = () =>
  seedScale(process.env.DATABASE_URL ?? "", { vacancies: 3_000, open: 0.05, now, say: (line) => said.push(line) });

beforeAll(async () => {
  await loadReferenceData(db());
  await scale();
});

it("writes as many vacancies as asked, with the wanted part open and found by the search", async () => {
  expect(await db().vacancy.count()).toBe(3_000);
  const open = await db().vacancy.count({ where: { status: "PUBLISHED", deadline: { gte: now } } });
  expect(open / 3_000).toBeGreaterThan(0.04);
  expect(open / 3_000).toBeLessThan(0.06);
  expect(await db().vacancySearch.count()).toBe(open);
  expect(await db().vacancy.count({ where: { status: "SUBMITTED", versions: { some: {} } } })).toBe(6);
});

it("writes each published vacancy down as a line of its batch, over ten years", async () => {
  const published = await db().vacancy.count({ where: { publishedAt: { not: null } } });
  expect(await db().batchEntry.count()).toBe(published);
  expect(await db().vacancyBatch.count()).toBe(120);
});

it("looks like a market: few titles are frequent, tax codes are right", async () => {
  const titles = await db().vacancy.groupBy({
    by: ["titleVi"],
    _count: true,
    orderBy: { _count: { titleVi: "desc" } },
  });
  expect(titles.length).toBeGreaterThan(500);
  expect(titles[0]?._count).toBeGreaterThan(30);
  const enterprises = await db().enterprise.findMany({ select: { taxCode: true } });
  expect(enterprises).toHaveLength(30);
  expect(enterprises.filter(({ taxCode }) => parseTaxCode(taxCode) !== taxCode)).toEqual([]);
});

it("is written once", async () => {
  await scale();
  expect(said.at(-1)).toContain("already");
  expect(await db().vacancy.count()).toBe(3_000);
});
