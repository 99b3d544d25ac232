import { beforeAll, describe, expect, it } from "vitest";
import { dayToDate } from "@/lib/core/day";
import { fold } from "@/lib/core/text";
import { db } from "@/lib/db/client";
import { openListingsOf } from "@/lib/vacancies/listing-queries";
import { dimensions, emptySearch, parseSearch, type SearchQuery, searchString, toggled } from "@/lib/vacancies/search";
import { newestMatches, searchVacancies, suggestTitles } from "@/lib/vacancies/search-queries";
import { makeBatch, makeEnterprise, makeListing, makePark } from "../factories/listings";

const now = new Date("2026-11-22T03:00:00Z");
const search = (query: Partial<SearchQuery>) => searchVacancies({ ...emptySearch, ...query }, now);
const titles = async (query: Partial<SearchQuery>) => (await search(query)).items.map((item) => item.titleVi);

const electronics = "Công nhân lắp ráp linh kiện điện tử";
const welder = "Thợ hàn 3G";
const technician = "Kỹ thuật viên bảo trì điện";
const engineer = "Kỹ sư cơ khí";

beforeAll(async () => {
  const [trangDue, vsip, batch] = await Promise.all([makePark("Tràng Duệ"), makePark("VSIP"), makeBatch(10)]);
  const occupation = (code: string, nameVi: string, nameEn: string, synonyms: string[] = []) =>
    db().occupation.create({ data: { code, scheme: "VSCO-2020", nameVi, nameEn, synonyms } });
  const [assembler, metal, electrician] = await Promise.all([
    occupation("8212", "Thợ lắp ráp thiết bị điện, điện tử", "Electronic equipment assemblers", ["đứng chuyền"]),
    occupation("7212", "Thợ hàn và cắt kim loại", "Welders"),
    occupation("7411", "Thợ điện", "Electricians"),
  ]);
  const saoMai = await makeEnterprise("Công ty TNHH Điện tử Sao Mai", trangDue.id);
  const bienDong = await makeEnterprise("Công ty CP Cơ khí Biển Đông", vsip.id, { investorCountry: "JP" });
  const atSaoMai = { enterpriseId: saoMai.id, parkId: trangDue.id, batchId: batch.id };
  const atBienDong = { enterpriseId: bienDong.id, parkId: vsip.id, batchId: batch.id };
  await makeListing(electronics, atSaoMai, {
    titleEn: "Electronics assembler",
    occupationId: assembler.id,
    meals: true,
    bus: true,
    busRoutes: "Kiến An – Tràng Duệ",
    openToDisabled: true,
    wageMin: 8_000_000,
    wageMax: 10_000_000,
    publishedAt: new Date("2026-11-20T02:00:00Z"),
  });
  await makeListing(welder, atBienDong, {
    occupationId: metal.id,
    shift: "DAY",
    dormitory: true,
    openToDemobilised: true,
    unskilled: 0,
    intermediate: 10,
    wageMin: 12_000_000,
    wageMax: 15_000_000,
    deadline: dayToDate("2026-11-25"),
    publishedAt: new Date("2026-11-10T02:00:00Z"),
  });
  await makeListing(technician, atBienDong, {
    occupationId: electrician.id,
    descriptionVi: "Bảo trì máy hàn, máy ép và dây chuyền lắp ráp.",
    unskilled: 5,
    college: 5,
    wageMin: null,
    wageMax: null,
    wageNegotiable: true,
    deadline: dayToDate("2026-12-05"),
    publishedAt: new Date("2026-11-15T02:00:00Z"),
  });
  await makeListing(engineer, atSaoMai, {
    unskilled: 0,
    university: 10,
    insurance: true,
    meals: true,
    shift: "DAY",
    wageMin: 18_000_000,
    wageMax: 20_000_000,
    publishedAt: new Date("2026-11-05T02:00:00Z"),
  });
  await makeListing("Công nhân may (bản nháp)", atSaoMai, { status: "DRAFT", batchId: null, publishedAt: null });
  await makeListing("Công nhân may (đã hết hạn)", atSaoMai, { status: "EXPIRED" });
  await makeListing("Công nhân may (chưa đánh dấu hết hạn)", atSaoMai, { deadline: dayToDate("2026-11-21") });
});

describe("words", () => {
  it.each([
    ["with diacritics", "Điện tử"],
    ["without", "dien tu"],
    ["decomposed", "Điện tử".normalize("NFD")],
    ["in capitals", "ĐIỆN TỬ"],
    ["the last one begun", "linh kien die"],
    ["a synonym of the occupation", "đứng chuyền"],
    ["the English title", "electronics assembler"],
    ["the bus route", "Kiến An"],
  ])("finds by words %s", async (_, q) => {
    expect(await titles({ q })).toContain(electronics);
  });

  it("asks for every word", async () => {
    expect(await titles({ q: "hàn điện tử" })).toEqual([]);
  });

  it("ranks the title above the enterprise and the description", async () => {
    expect(await titles({ q: "hàn" })).toEqual([welder, technician]);
    expect((await titles({ q: "lắp ráp" }))[0]).toBe(electronics);
  });

  it("corrects what is in no listing and says so with diacritics", async () => {
    const result = await search({ q: "lap rpa lnih kien" });
    expect(result.items.map((item) => item.titleVi)).toEqual([electronics]);
    expect(result.corrected).toBe("lắp ráp linh kiện");
    expect((await search({ q: "lắp ráp" })).corrected).toBeNull();
  });

  it("shows the cards that the pages of parks show, whichever statement read them", async () => {
    const found = (await search({})).items;
    expect(found.length).toBeGreaterThan(2);
    const parks = await db().industrialPark.findMany({ select: { id: true } });
    const lists = await Promise.all(parks.map(({ id }) => openListingsOf({ parkId: id }, "2026-11-22", 50)));
    const byId = new Map(lists.flatMap(({ items }) => items).map((card) => [card.id, card]));
    expect(found).toEqual(found.map(({ id }) => byId.get(id)));
  });

  it("suggests titles", async () => {
    expect(await suggestTitles("dien t")).toEqual([electronics]);
    expect(await suggestTitles("ky")).toEqual(expect.arrayContaining([technician, engineer]));
    expect(await suggestTitles("%")).toEqual([]);
  });

  it("folds as the database does", async () => {
    const samples = ["Điện tử – cơ khí", "ĐỖ ƯỚC Ở ẾCH", "Quỳnh Lưu".normalize("NFD"), "CNC/3G (ca đêm)", "Ươm mầm"];
    for (const sample of samples) {
      const [row] = await db().$queryRaw<{ words: string; folded: string }[]>`
        select search_words(${sample}) as words, vi_norm(${sample}) as folded`;
      expect(row?.words).toBe((fold(sample).match(/[a-z0-9]+/g) ?? []).join(" "));
    }
  });
});

describe("filters", () => {
  it.each<[string, Partial<SearchQuery>, string[]]>([
    ["a park", { park: ["trang-due"] }, [electronics, engineer]],
    ["one of two parks", { park: ["trang-due", "vsip"] }, [electronics, technician, welder, engineer]],
    ["a park that does not exist", { park: ["khong-co"] }, []],
    ["a major group", { occupation: ["7"] }, [technician, welder]],
    ["an occupation", { occupation: ["7212"] }, [welder]],
    ["two occupations", { occupation: ["7212", "8212"] }, [electronics, welder]],
    ["a qualification", { qualification: ["college"] }, [technician]],
    ["a wage", { wage: 15 }, [welder, engineer]],
    ["a wage between two steps", { wage: 16 }, [engineer]],
    ["a wage beyond all", { wage: 900 }, []],
    ["a shift", { shift: ["DAY"] }, [welder, engineer]],
    ["a package, all of it", { package: ["bus", "meals"] }, [electronics]],
    ["a country", { country: ["JP"] }, [technician, welder]],
    ["a deadline", { deadline: 7 }, [welder]],
    ["open to disabled people", { open: ["disabled"] }, [electronics]],
    ["open to demobilised soldiers", { open: ["demobilised"] }, [welder]],
    ["two at once", { park: ["vsip"], shift: ["DAY"] }, [welder]],
  ])("by %s", async (_, query, expected) => {
    expect(await titles({ ...query, sort: "newest" })).toEqual(expected);
  });

  it("shows nothing that is not open", async () => {
    expect(await titles({ q: "công nhân may" })).toEqual([]);
    expect((await search({})).total).toBe(4);
  });

  it("counts occupations beside their groups", async () => {
    const { facets } = await search({});
    expect(facets.occupation).toMatchObject({ "7": 2, "7212": 1, "7411": 1, "8": 1, "8212": 1 });
  });

  it.each<Partial<SearchQuery>>([
    {},
    { q: "hàn" },
    { park: ["vsip"] },
    { shift: ["DAY"], wage: 8 },
    { package: ["meals"], country: ["KR"] },
    { deadline: 30, open: ["disabled"] },
    { occupation: ["7"] },
  ])("counts per option what choosing it yields: %o", async (given) => {
    const query = { ...emptySearch, ...given };
    const { facets } = await searchVacancies(query, now);
    for (const name of dimensions)
      for (const [value, count] of Object.entries(facets[name])) {
        // Choosing in a list of alternatives: only this one; where all must hold: this one too.
        const chosen =
          name === "package" || name === "open"
            ? query[name].includes(value)
              ? query
              : toggled(query, name, value)
            : toggled({ ...query, [name]: emptySearch[name] }, name, value);
        expect([name, value, (await searchVacancies(chosen, now)).total]).toEqual([name, value, count]);
      }
  });

  it("proposes the filter without which most is found", async () => {
    const result = await search({ park: ["vsip"], wage: 20 });
    expect(result.total).toBe(0);
    expect(result.wider).toEqual({ drop: "wage", total: 2, more: false });
    expect((await search({ q: "hàn", park: ["khong-co"] })).wider).toEqual({ drop: "park", total: 2, more: false });
  });
});

describe("order and pages", () => {
  it("sorts", async () => {
    expect(await titles({ sort: "wage" })).toEqual([engineer, welder, electronics, technician]);
    expect(await titles({ sort: "deadline" })).toEqual([welder, technician, engineer, electronics]);
  });

  it("walks all in order of publication by cursor", async () => {
    const seen: string[] = [];
    let before: number | undefined;
    do {
      const page = await newestMatches(emptySearch, now, { limit: 1, before });
      seen.push(...page.items.map((item) => item.titleVi));
      before = page.cursor ?? undefined;
    } while (before !== undefined);
    expect(seen.sort()).toEqual([electronics, welder, technician, engineer].sort());
  });
});

describe("hostile input", () => {
  it.each([
    "' & ) | ! <-> :*",
    "%_%\\",
    '"; DROP TABLE "Vacancy"; --',
    "a\u0000b",
    "🙂🏳️‍🌈",
    "\ud800",
    "x".repeat(10_000),
    "'::tsquery",
    "e.0 | p.vsip",
  ])("%j is harmless", async (q) => {
    const query = parseSearch({ q, park: q, shift: [q, q], wage: q, page: q, occupation: q, country: q });
    expect(query.q.length).toBeLessThanOrEqual(100);
    const result = await searchVacancies(query, now);
    expect(result.total).toBeGreaterThanOrEqual(0);
    expect(await suggestTitles(q)).toEqual(expect.any(Array));
    expect(parseSearch(Object.fromEntries(new URLSearchParams(searchString(query))))).toEqual(query);
  });
});

describe("the search rows follow the listings", () => {
  it("when they change, close and open again, and when a name changes", async () => {
    const row = await db().vacancy.findFirstOrThrow({ where: { titleVi: welder } });
    const words = async () => (await db().searchTerm.findFirst({ where: { kind: "TITLE", folded: "tho tien" } }))?.uses;
    await db().vacancy.update({ where: { id: row.id }, data: { titleVi: "Thợ tiện" } });
    expect(await titles({ q: "thợ tiện" })).toEqual(["Thợ tiện"]);
    expect(await words()).toBe(1);
    await db().vacancy.update({ where: { id: row.id }, data: { status: "FILLED" } });
    expect(await titles({ q: "thợ tiện" })).not.toContain("Thợ tiện");
    expect(await words()).toBe(0);
    await db().vacancy.update({ where: { id: row.id }, data: { status: "PUBLISHED", titleVi: welder } });
    await db().enterprise.update({ where: { id: row.enterpriseId }, data: { nameVi: "Công ty CP Hải Âu" } });
    expect(await titles({ q: "hải âu" })).toContain(welder);
    await db().enterprise.update({ where: { id: row.enterpriseId }, data: { nameVi: "Công ty CP Cơ khí Biển Đông" } });
  });
});
