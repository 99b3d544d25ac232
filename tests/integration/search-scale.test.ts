import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { emptySearch, mostCandidates, pageSize, type SearchQuery } from "@/lib/vacancies/search";
import { searchVacancies } from "@/lib/vacancies/search-queries";
import { makeBatch, makeEnterprise, makePark } from "../factories/listings";

const now = new Date("2026-11-22T03:00:00Z");
const search = (query: Partial<SearchQuery>) => searchVacancies({ ...emptySearch, ...query }, now);
/** Three eras: enough for the search to have to choose how far back it looks. */
const many = 3_000;

beforeAll(async () => {
  const park = await makePark("Nam Cầu Kiền");
  const enterprise = await makeEnterprise("Công ty TNHH Sông Cấm", park.id);
  const batch = await makeBatch(11);
  await db().$executeRaw`
    insert into "Vacancy" ("enterpriseId", "batchId", status, "titleVi", slug, "verifyCode", headcount, unskilled, "wageMin", "wageMax",
      meals, "parkId", "descriptionVi", "requirementsVi", deadline, "publishedAt", "updatedAt")
    select ${enterprise.id}, ${batch.id}, 'PUBLISHED', case when n % 10 = 0 then 'Thợ hàn' else 'Công nhân đóng gói' end || case when n = 5 then ' khuôn hiếm' else '' end,
      'tin', 'S' || n, 1, 1, 7000000, 8000000 + n, n % 2 = 0, ${park.id}, 'Mô tả', 'Yêu cầu', date '2026-12-31',
      timestamptz '2026-11-01' + n * interval '1 second', now()
    from generate_series(1, ${many}::int) n`;
  await db().$executeRaw`analyze "VacancySearch"`;
}, 120_000);

describe("among very many open vacancies", () => {
  it("counts no further than a thousand and shows the newest", async () => {
    const result = await search({ sort: "newest" });
    expect([result.total, result.more]).toEqual([1_000, true]);
    expect(result.items[0]?.id).toBeGreaterThan(result.items[1]?.id ?? 0);
    expect(result.facets.package.meals).toBeGreaterThan(400);
  });

  it("finds all of a part and the single one far back", async () => {
    expect(await search({ q: "thợ hàn" })).toMatchObject({ total: many / 10, more: false });
    expect((await search({ q: "khuôn hiếm" })).total).toBe(1);
  });

  it("pages without gap or repetition", async () => {
    const seen: number[] = [];
    for (let page = 1; page <= many / 10 / pageSize; page++)
      seen.push(...(await search({ q: "thợ hàn", page })).items.map((item) => item.id));
    expect(new Set(seen).size).toBe(many / 10);
  });

  it("never reads the table or the index of numbers from end to end", async () => {
    const scans = async () => {
      await db().$queryRaw`select pg_stat_force_next_flush()::text`;
      const [row] = await db().$queryRaw<{ whole: number; index: number; numbers: number }[]>`
        select t.seq_scan::int as whole, t.idx_scan::int as index, i.idx_tup_read::int as numbers
        from pg_stat_user_tables t join pg_stat_user_indexes i on i.indexrelname = 'VacancySearch_no_key'
        where t.relname = 'VacancySearch'`;
      if (!row) throw new Error("no counters");
      return row;
    };
    // Counters are told when a connection ends: the pool is closed before each reading.
    await db().$disconnect();
    const before = await scans();
    const asked: Partial<SearchQuery>[] = [
      {},
      { q: "công nhân" },
      { q: "thợ hàn", package: ["meals"] },
      { q: "hiếm" },
      { park: ["nam-cau-kien"] },
      { wage: 50 },
      { deadline: 7 },
      { q: "cong nhan", sort: "wage" },
    ];
    for (const query of asked) await search(query);
    await db().$disconnect();
    const after = await scans();
    expect(after.index).toBeGreaterThan(before.index);
    expect(after.whole).toBe(before.whole);
    // Only the search for everything walks the newest: once by itself, and for the counts of three of the others' filters.
    expect(after.numbers - before.numbers).toBeLessThan(4 * (mostCandidates + 1) + 100);
  });
});

describe("spread over many eras", () => {
  it("finds what a search from end to end would find, however rare or frequent, also from a place on", async () => {
    const [one] = await db().$queryRaw<{ enterpriseId: number; batchId: number; parkId: number }[]>`
      select "enterpriseId", "batchId", "parkId" from "Vacancy" limit 1`;
    // Eras thinly filled, so that fifty of them are few rows: the number of publication leaps after each lot.
    for (let lot = 0; lot < 50; lot++) {
      await db().$queryRaw`select setval('"VacancySearch_no_seq"', nextval('"VacancySearch_no_seq"') + 1000)::text`;
      await db().$executeRaw`
        insert into "Vacancy" ("enterpriseId", "batchId", status, "titleVi", slug, "verifyCode", headcount, unskilled, "wageMin",
          meals, bus, "parkId", "descriptionVi", "requirementsVi", deadline, "publishedAt", "updatedAt")
        select ${one?.enterpriseId}, ${one?.batchId}, 'PUBLISHED', case when n = 1 then 'Lái cẩu' when n < 5 then 'Thợ tiện' else 'Thợ may' end,
          'tin', 'E' || ${lot}::int || '-' || n, 1, 1, 7000000, n % 3 = 0, n % 5 = 0, ${one?.parkId}, 'Mô tả', 'Yêu cầu',
          date '2026-11-20' + (n % 7), now(), now()
        from generate_series(1, 40) n`;
    }
    const wanted = [
      "'lai' & 'cau'",
      "'tien'",
      "'may'",
      "'tho'",
      "'b.bus' & 'b.meals'",
      "'tien' & 'b.bus'",
      "'khuon'",
      "'vang'",
    ];
    const [last] = await db().$queryRaw<{ no: bigint }[]>`select max("no") as no from "VacancySearch"`;
    for (const words of wanted)
      for (const most of [7, 40, 300, 1_001])
        for (const below of [null, Number(last?.no) - 20_000]) {
          const found = await db().$queryRaw`select "no" from
            vacancy_candidates(${words}, null, null, date '2026-11-22', ${below}::bigint, ${most}::int) order by "no" desc`;
          const all = await db().$queryRaw`select "no" from "VacancySearch" where "document" @@ ${words}::tsquery
            and "deadline" >= date '2026-11-22' and (${below}::bigint is null or "no" < ${below}) order by "no" desc limit ${most}::int`;
          expect(found, `${words}, ${most} below ${below}`).toEqual(all);
        }
  });
});
