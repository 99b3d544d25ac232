import { beforeAll, describe, expect, it } from "vitest";
import { GET as getBatches } from "@/app/api/v1/batches/route";
import { GET as getParks } from "@/app/api/v1/parks/route";
import { GET as getVacancies } from "@/app/api/v1/vacancies/route";
import { db } from "@/lib/db/client";
import { apiBatchLinePage, apiBatchPage, apiParkPage, apiVacancy, apiVacancyPage } from "@/lib/vacancies/api";
import { apiBatch, apiBatchLines } from "@/lib/vacancies/api-batch-queries";
import { apiVacancy as oneVacancy } from "@/lib/vacancies/api-queries";
import { batchTotals } from "@/lib/vacancies/batch-queries";
import { loadReferenceData } from "@/prisma/seed/reference";
import { seedSample } from "@/prisma/seed/sample";

const origin = "https://vieclam.hezaworks.example";
const get = (route: (request: Request) => Promise<Response>, query = "", headers: HeadersInit = {}) =>
  route(new Request(`${origin}/api/v1/x${query}`, { headers }));

beforeAll(async () => {
  await loadReferenceData(db());
  await seedSample(new Date());
}, 120_000);

describe("vacancies of the API", () => {
  it("come page by page, every open one once, newest first, as the schema says", async () => {
    const seen: number[] = [];
    let query = "?limit=20";
    for (let pages = 0; pages < 20; pages++) {
      const page = apiVacancyPage.parse(await (await get(getVacancies, query)).json());
      seen.push(...page.items.map((item) => item.id));
      if (page.nextCursor === null) break;
      query = `?limit=20&cursor=${page.nextCursor}`;
    }
    const open = await db().vacancy.findMany({ where: { status: "PUBLISHED" }, select: { id: true } });
    expect(seen).toHaveLength(open.length);
    expect(new Set(seen)).toEqual(new Set(open.map((row) => row.id)));
  });

  it("are searched as on the site", async () => {
    const page = apiVacancyPage.parse(await (await get(getVacancies, "?q=tho%20han&package=meals")).json());
    expect(page.items.length).toBeGreaterThan(0);
    for (const item of page.items) {
      expect(item.package.meals).toBe(true);
      expect(`${item.titleVi} ${item.descriptionVi} ${item.requirementsVi}`.toLowerCase()).toContain("hàn");
    }
  });

  it("name what does not fit in a query and refuse a cursor that is not ours", async () => {
    const wrong = await get(getVacancies, "?limit=0&colour=red");
    expect(wrong.status).toBe(400);
    expect(wrong.headers.get("content-type")).toContain("application/problem+json");
    const { detail } = await wrong.json();
    expect(detail).toContain("limit");
    expect(detail).toContain("colour");
    for (const cursor of ["x", "WyJhIl0", "%00", "eyJhIjoxfQ"]) {
      const answer = await get(getVacancies, `?cursor=${cursor}`);
      expect(answer.status, cursor).toBe(400);
    }
  });

  it("are told apart: open, ended (the page says why) and never published", async () => {
    const row = (status: "PUBLISHED" | "EXPIRED" | "SUBMITTED") => db().vacancy.findFirstOrThrow({ where: { status } });
    const open = await oneVacancy((await row("PUBLISHED")).id, origin);
    expect(apiVacancy.parse(open).status).toBe("PUBLISHED");
    expect((await oneVacancy((await row("EXPIRED")).id, origin))?.status).toBe("EXPIRED");
    expect(await oneVacancy((await row("SUBMITTED")).id, origin)).toBeNull();
  });

  it("answer 304 to whom already has them", async () => {
    const first = await get(getVacancies, "?limit=1");
    const etag = first.headers.get("etag") ?? "";
    expect((await get(getVacancies, "?limit=1", { "if-none-match": etag })).status).toBe(304);
    expect((await get(getVacancies, "?limit=1", { "if-none-match": '"other"' })).status).toBe(200);
    expect(first.headers.get("access-control-allow-origin")).toBe("*");
  });
});

describe("batches of the API", () => {
  it("say the totals of the published table: đợt 2 tháng 7/2024 has 17 enterprises and 2,390 persons", async () => {
    const page = apiBatchPage.parse(await (await get(getBatches)).json());
    const july = page.items.find((batch) => batch.year === 2024 && batch.no === 2);
    expect(july?.totals).toMatchObject({ enterprises: 17, headcount: 2390 });
    const { id } = await db().vacancyBatch.findFirstOrThrow({ where: { year: 2024, no: 2 } });
    const totals = await batchTotals(id);
    expect(july?.totals.byPositionGroup).toEqual(totals.byPositionGroup);
    expect(july?.totals.byQualification).toEqual(totals.byQualification);
  });

  it("have lines that add up to their totals, whatever the size of a page", async () => {
    const all: { headcount: number }[] = [];
    for (let after = 0; ; ) {
      const items = await apiBatchLines(2024, 2, { limit: 7, after });
      if (!items) throw new Error("no batch");
      apiBatchLinePage.parse({ items, nextCursor: null });
      all.push(...items);
      if (items.length < 7) break;
      after = items.at(-1)?.position ?? 0;
    }
    expect(all.reduce((sum, line) => sum + line.headcount, 0)).toBe(2390);
  });

  it("do not exist for the public before publication", async () => {
    const collecting = await db().vacancyBatch.findFirstOrThrow({ where: { status: "COLLECTING" } });
    expect(await apiBatch(collecting.year, collecting.no, origin)).toBeNull();
    expect(await apiBatchLines(collecting.year, collecting.no, { limit: 10 })).toBeNull();
  });
});

describe("parks of the API", () => {
  it("are all there, with what is open in them", async () => {
    const first = apiParkPage.parse(await (await get(getParks, "?limit=10")).json());
    const second = apiParkPage.parse(await (await get(getParks, `?limit=100&cursor=${first.nextCursor}`)).json());
    const parks = [...first.items, ...second.items];
    expect(parks).toHaveLength(await db().industrialPark.count());
    expect(second.nextCursor).toBeNull();
    expect(parks.reduce((sum, park) => sum + park.openVacancies, 0)).toBe(
      await db().vacancy.count({ where: { status: "PUBLISHED" } }),
    );
  });
});
