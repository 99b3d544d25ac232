import { fold } from "@/lib/core/text";
import { db } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { cardsByIds } from "@/lib/vacancies/card-queries";
import type { ListingCard } from "@/lib/vacancies/listing";
import { occupationsFor } from "./occupation-fit";
import {
  aboutSo,
  type PublicSchool,
  type PublicSchoolPage,
  type PublicSchoolRow,
  type SchoolQuery,
  schoolsPerPage,
} from "./public-school-list";

/** The accepted answer of the latest year of a school `s`: the one that counts. */
const latest = Prisma.sql`left join lateral (
  select a.id from "CohortAnswer" a where a."schoolId" = s.id and a."replacedAt" is null order by a.year desc limit 1
) answer on true`;

function conditions({ q, kind, province, field, level }: Omit<SchoolQuery, "page">): Prisma.Sql {
  const all = [Prisma.sql`true`];
  const words = fold(q).match(/[a-z0-9]+/g) ?? [];
  for (const word of words.slice(0, 8))
    all.push(Prisma.sql`vi_norm(s."nameVi" || ' ' || coalesce(s."nameEn", '')) like ${`%${word}%`}`);
  if (kind) all.push(Prisma.sql`s.kind = ${kind}::"SchoolKind"`);
  if (province) all.push(Prisma.sql`s.province = ${province}`);
  if (field || level)
    all.push(Prisma.sql`exists (select 1 from "CohortProgramme" p where p."answerId" = answer.id
      ${field ? Prisma.sql`and p.field = ${field}` : Prisma.empty}
      ${level ? Prisma.sql`and p.level = ${level}::"QualificationLevel"` : Prisma.empty})`);
  return Prisma.join(all, " and ");
}

const shown = Prisma.sql`s.id, s.slug, s."nameVi", s."nameEn", s.kind, s.province`;

/** Schools by name, with how many programmes of which fields they teach. `total` counts all pages. */
export async function publicSchools(query: SchoolQuery): Promise<{ items: PublicSchoolRow[]; total: number }> {
  const where = conditions(query);
  const [items, counted] = await Promise.all([
    db().$queryRaw<PublicSchoolRow[]>`
      with page as (select ${shown}, answer.id as "answerId" from "School" s ${latest} where ${where}
        order by s."nameVi", s.id limit ${schoolsPerPage} offset ${(query.page - 1) * schoolsPerPage})
      select s.id, s.slug, s."nameVi", s."nameEn", s.kind, s.province, taught.programmes, taught.fields
      from page s cross join lateral (
        select count(*)::int as programmes, coalesce(array_agg(distinct p.field), '{}') as fields
        from "CohortProgramme" p where p."answerId" = s."answerId") taught
      order by s."nameVi", s.id`,
    db().$queryRaw<{ total: number }[]>`select count(*)::int as total from "School" s ${latest} where ${where}`,
  ]);
  return { items, total: counted[0]?.total ?? 0 };
}

const office = {
  id: true,
  slug: true,
  nameVi: true,
  nameEn: true,
  kind: true,
  province: true,
  address: true,
  officeName: true,
  officePhone: true,
  officeEmail: true,
  website: true,
} satisfies Prisma.SchoolSelect;

const answered = {
  where: { replacedAt: null },
  orderBy: { year: "desc" },
  take: 1,
  select: {
    year: true,
    programmes: {
      select: { code: true, name: true, field: true, level: true, y1: true, y2: true, y3: true, y4: true },
      orderBy: { no: "asc" },
    },
  },
} satisfies Prisma.School$answersArgs;

type Row = Prisma.SchoolGetPayload<{ select: typeof office & { answers: typeof answered } }>;

function publicPage({ answers: [answer], ...school }: Row): PublicSchoolPage {
  const programmes = answer?.programmes ?? [];
  const students = programmes.reduce((sum, { y1, y2, y3, y4 }) => sum + y1 + y2 + y3 + y4, 0);
  return {
    ...school,
    year: answer?.year ?? null,
    students: aboutSo(students),
    programmes: programmes.map(({ code, name, field, level }) => ({ code, name, field, level })),
  };
}

/** A school with the programmes of its latest accepted answer; null when there is none of that name. */
export async function publicSchool(slug: string): Promise<PublicSchoolPage | null> {
  const row = await db().school.findUnique({ where: { slug }, select: { ...office, answers: answered } });
  return row && publicPage(row);
}

/** Schools by their id, after one, for the open data. */
export async function schoolsAfter(after: number, limit: number): Promise<PublicSchoolPage[]> {
  const rows = await db().school.findMany({
    where: { id: { gt: after } },
    orderBy: { id: "asc" },
    take: limit,
    select: { ...office, answers: answered },
  });
  return rows.map(publicPage);
}

/** Addresses of all schools, for the site map. */
export const schoolSlugs = async (): Promise<string[]> =>
  (await db().school.findMany({ select: { slug: true }, orderBy: { id: "asc" } })).map(({ slug }) => slug);

/** Vacancies open on a day that fit a field and level: the newest, and how many there are in all. */
export type Fit = { field: string; level: string; codes: string[]; total: number; listings: ListingCard[] };

/** For each field and level that is taught, what is open for it, in one query. */
export async function fittingVacancies(
  programmes: PublicSchoolPage["programmes"],
  today: string,
  most: number,
): Promise<Fit[]> {
  const pairs = new Map(
    programmes.map(({ field, level }) => [`${field} ${level}`, { field, level, codes: occupationsFor(field, level) }]),
  );
  const asked = [...pairs].filter(([, { codes }]) => codes.length > 0);
  if (asked.length === 0) return [];
  const rows = await db().$queryRaw<{ key: string; id: number; total: number }[]>`
    select asked.key, fit.id, fit.total
    from unnest(${asked.map(([key]) => key)}::text[], ${asked.map(([, { codes }]) => `^(${codes.join("|")})`)}::text[])
      as asked(key, codes)
    cross join lateral (
      select v.id, count(*) over ()::int as total
      from "Occupation" o join "Vacancy" v on v."occupationId" = o.id
      where o.scheme = 'VSCO-2020' and o.code ~ asked.codes and v.status = 'PUBLISHED' and v.deadline >= ${today}::date
      order by v."publishedAt" desc, v.id desc limit ${most}) fit`;
  const cards = new Map((await cardsByIds([...new Set(rows.map(({ id }) => id))])).map((card) => [card.id, card]));
  return asked.map(([key, pair]) => {
    const own = rows.filter((row) => row.key === key);
    return { ...pair, total: own[0]?.total ?? 0, listings: own.flatMap(({ id }) => cards.get(id) ?? []) };
  });
}

/** The school as schema.org's, for search engines. */
export const educationalOrganisation = (
  school: PublicSchool & Pick<PublicSchoolPage, "address" | "officePhone" | "officeEmail">,
  page: { name: string; url: string; region: string; website: string | null },
): Record<string, unknown> => ({
  "@context": "https://schema.org",
  "@type":
    school.kind === "UNIVERSITY" || school.kind === "COLLEGE" ? "CollegeOrUniversity" : "EducationalOrganization",
  name: page.name,
  url: page.url,
  ...(page.website && { sameAs: page.website }),
  ...(school.officePhone && { telephone: school.officePhone }),
  ...(school.officeEmail && { email: school.officeEmail }),
  address: {
    "@type": "PostalAddress",
    ...(school.address && { streetAddress: school.address }),
    addressRegion: page.region,
    addressCountry: "VN",
  },
});
