import { beforeAll, describe, expect, it } from "vitest";
import { GET as getOutcomes } from "@/app/api/v1/graduate-outcomes/route";
import { GET as getFigures } from "@/app/api/v1/school-figures/route";
import { GET as getSchools } from "@/app/api/v1/schools/route";
import { occupationsFor } from "@/lib/cohorts/occupation-fit";
import { apiOutcomeFigurePage, apiSchoolFigurePage, apiSchoolPage } from "@/lib/cohorts/public-api";
import { schoolOutcome } from "@/lib/cohorts/public-figures-queries";
import { schoolQuery } from "@/lib/cohorts/public-school-list";
import { fittingVacancies, publicSchool, publicSchools, schoolSlugs } from "@/lib/cohorts/public-school-queries";
import { trainingFields, trainingLevels } from "@/lib/cohorts/vocabulary";
import { dayOf } from "@/lib/core/day";
import { db } from "@/lib/db/client";
import { openBudget, openLimits } from "@/lib/identity/limits";
import { openDataTerms } from "@/lib/vacancies/open-terms";
import { openApiDocument } from "@/lib/vacancies/openapi";
import { clientAddressHeader } from "@/lib/web/request-facts";
import { loadReferenceData } from "@/prisma/seed/reference";
import { seedSample } from "@/prisma/seed/sample";

const origin = "https://vieclam.hezaworks.example";
const get = (route: (request: Request) => Promise<Response>, query = "") =>
  route(new Request(`${origin}/api/v1/x${query}`));
const today = dayOf(new Date());

beforeAll(async () => {
  await loadReferenceData(db());
  await seedSample(new Date());
}, 120_000);

describe("schools as the public sees them", () => {
  const found = async (query: object) =>
    (await publicSchools(schoolQuery.parse(query))).items.map(({ nameVi }) => nameVi);

  it("are found by name without diacritics, kind, province, field and level; a query that is broken asks for nothing", async () => {
    expect(await found({})).toHaveLength(3);
    expect(await found({ q: "ben thuyen" })).toEqual(["Trường Cao đẳng nghề Bến Thuyền Giấy"]);
    expect(await found({ kind: "INTERMEDIATE" })).toEqual(["Trường Trung cấp kỹ thuật Cánh Diều"]);
    expect(await found({ field: "TEXTILE" })).toEqual(["Trường Trung cấp kỹ thuật Cánh Diều"]);
    expect(await found({ field: "IT", level: "COLLEGE" })).toEqual(["Trường Cao đẳng nghề Bến Thuyền Giấy"]);
    expect(await found({ field: "IT", level: "INTERMEDIATE" })).toEqual([]);
    expect(await found({ province: "22" })).toEqual([]);
    expect(await found({ province: "99", kind: "x", field: "'", page: "-1", q: "%" })).toHaveLength(3);
  });

  it("say what the latest accepted answer says, an office, and no person", async () => {
    const [slug = ""] = await schoolSlugs();
    const school = await publicSchool(slug);
    const answer = await db().cohortAnswer.findFirstOrThrow({
      where: { school: { slug }, replacedAt: null },
      orderBy: { year: "desc" },
      include: { programmes: { orderBy: { no: "asc" } } },
    });
    expect(school?.programmes.map(({ code }) => code)).toEqual(answer.programmes.map(({ code }) => code));
    const students = answer.programmes.reduce((sum, { y1, y2, y3, y4 }) => sum + y1 + y2 + y3 + y4, 0);
    expect(Math.abs((school?.students ?? 0) - students)).toBeLessThanOrEqual(5);
    expect(school).toMatchObject({ year: answer.year, officeName: "Phòng Đào tạo" });
    expect(Object.keys(school ?? {})).not.toContain("contactName");
    expect(await publicSchool("khong-co")).toBeNull();
  });

  it("show what is open for what they teach: every listing is of an occupation that fits, counted as the search finds it", async () => {
    const [slug = ""] = await schoolSlugs();
    const school = await publicSchool(slug);
    const fits = await fittingVacancies(school?.programmes ?? [], today, 3);
    expect(fits.some(({ total }) => total > 0)).toBe(true);
    for (const { codes, total, listings } of fits) {
      const open = await db().vacancy.findMany({
        where: {
          status: "PUBLISHED",
          deadline: { gte: new Date(today) },
          OR: codes.map((code) => ({ occupation: { scheme: "VSCO-2020", code: { startsWith: code } } })),
        },
        select: { id: true },
      });
      expect(total).toBe(open.length);
      expect(listings.length).toBe(Math.min(3, total));
      for (const { id } of listings) expect(open.map((row) => row.id)).toContain(id);
    }
    for (const { value: field } of trainingFields)
      for (const { value: level } of trainingLevels)
        if (field !== "OTHER") expect(occupationsFor(field, level).length, `${field} ${level}`).toBeGreaterThan(0);
  });
});

describe("open data of schools", () => {
  it("name every school once, page by page, without a person", async () => {
    const first = apiSchoolPage.parse(await (await get(getSchools, "?limit=1")).json());
    const second = apiSchoolPage.parse(await (await get(getSchools, `?limit=2&cursor=${first.nextCursor}`)).json());
    expect([...first.items, ...second.items].map(({ slug }) => slug)).toEqual(await schoolSlugs());
    expect((await get(getSchools, "?cursor=x")).status).toBe(400);
  });

  it("add up to what was accepted, have no figure below five, and are the same as CSV", async () => {
    const rows: ReturnType<typeof apiSchoolFigurePage.parse>["items"] = [];
    for (let query: string | null = "?limit=7"; query; ) {
      const page = apiSchoolFigurePage.parse(await (await get(getFigures, query)).json());
      rows.push(...page.items);
      query = page.nextCursor && `?limit=7&cursor=${page.nextCursor}`;
    }
    const [all] = rows;
    const programmes = await db().cohortProgramme.findMany({
      where: { answer: { replacedAt: null, year: all?.year ?? 0 } },
      select: { y1: true, y2: true, y3: true, y4: true, intake: true },
    });
    expect(all).toMatchObject({
      scope: "all",
      students: programmes.reduce((sum, { y1, y2, y3, y4 }) => sum + y1 + y2 + y3 + y4, 0),
      intake: programmes.reduce((sum, { intake }) => sum + intake, 0),
    });
    const csv = await (await get(getFigures, "?format=csv")).text();
    const lines = csv.trim().split("\r\n");
    expect(lines[0]).toContain("year,scope,field,level,province,month,students,women,intake,graduates");
    expect(lines.slice(1).filter((line) => !/,month,/.test(line)).length).toBe(rows.length);
    for (const line of lines.slice(1))
      for (const figure of line.split(",").slice(6)) if (figure) expect(Number(figure)).toBeGreaterThanOrEqual(5);
    expect((await get(getFigures, "?field=x")).status).toBe(400);
    expect((await (await get(getFigures, "?year=2001")).json()).items).toEqual([]);
    const it = apiSchoolFigurePage.parse(await (await get(getFigures, "?field=IT")).json());
    expect(it.items.map(({ scope }) => scope)).toEqual(["field", "level", "province"]);
  });
});

describe("open data", () => {
  it("say what became of graduates to the nearest ten, as filed, and on the school's own page", async () => {
    const page = apiOutcomeFigurePage.parse(await (await get(getOutcomes)).json());
    const [slug = ""] = await schoolSlugs();
    const filed = await db().graduateOutcome.aggregate({
      where: { school: { school: { slug } }, year: 2025, months: 6 },
      _sum: { graduates: true, inParks: true },
    });
    const own = page.items.find(({ scope, school, months }) => scope === "school" && school === slug && months === 6);
    expect(own?.graduates).toBe(Math.round((filed._sum.graduates ?? 0) / 10) * 10);
    expect(own?.inParks).toBe(Math.round((filed._sum.inParks ?? 0) / 10) * 10);
    expect(await schoolOutcome(slug)).toMatchObject({ year: own?.year, inParks: own?.inParks });
    const lines = (await (await get(getOutcomes, "?format=csv&months=6")).text()).trim().split("\r\n");
    expect(lines).toHaveLength(1 + page.items.filter(({ months }) => months === 6).length);
    expect((await get(getOutcomes, "?months=7")).status).toBe(400);
  });

  it("name their terms and their limit in every answer, and refuse what is beyond it with when to come again", async () => {
    const from = (address: string) =>
      getSchools(new Request(`${origin}/api/v1/schools`, { headers: { [clientAddressHeader]: address } }));
    const first = await from("203.0.113.7");
    expect(first.headers.get("link")).toContain('rel="terms-of-service"');
    expect(first.headers.get("ratelimit-policy")).toContain(`q=${openBudget.times}`);
    const [limit] = openLimits("203.0.113.7");
    await db().rateLimit.update({ where: { key: limit?.key ?? "" }, data: { count: openBudget.times } });
    const beyond = await from("203.0.113.7");
    expect([beyond.status, beyond.headers.get("retry-after")]).toEqual([429, String(openBudget.minutes * 60)]);
    expect((await from("203.0.113.8")).status).toBe(200);
    const { info } = openApiDocument(origin);
    expect(info.description).toContain(openDataTerms);
  });
});
