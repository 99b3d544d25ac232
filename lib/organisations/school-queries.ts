import { db } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import type { SchoolKind } from "@/lib/db/generated/enums";
import { searchWords } from "./list";
import { type SchoolQuery, schoolsPerPage } from "./school-schema";

export type SchoolRow = {
  id: number;
  slug: string;
  nameVi: string;
  nameEn: string | null;
  kind: SchoolKind;
  province: string;
  officePhone: string | null;
  officeEmail: string | null;
  /** When a contact was confirmed last. */
  confirmedAt: Date | null;
  contacts: number;
  /** Of the latest accepted data. */
  year: number | null;
  accounts: number;
};

/** Of a school `s`: when a contact of it was confirmed last, and how many it has. */
const contacts = Prisma.sql`cross join lateral (select max(p."confirmedAt") as "confirmedAt", count(*)::int as contacts
  from "ContactPoint" p where p."organisationId" = s.id) c`;
/** Of a school `s`: the latest year of which an answer counts. */
const latestYear = Prisma.sql`cross join lateral (select max(a.year) as year
  from "CohortAnswer" a where a."schoolId" = s.id and a."replacedAt" is null) y`;

/** Names are never null: said of them, it would hide their index from PostgreSQL. */
function ordered({ sort, direction }: SchoolQuery): Prisma.Sql {
  const up = direction === "asc";
  if (sort === "name") return Prisma.sql`s."nameVi" ${up ? Prisma.sql`asc` : Prisma.sql`desc`}, s.id`;
  const by = sort === "year" ? Prisma.sql`y.year` : Prisma.sql`c."confirmedAt"`;
  return Prisma.sql`${by} ${up ? Prisma.sql`asc nulls first` : Prisma.sql`desc nulls last`}, s.id`;
}

const like = (q: string) =>
  searchWords(q).map((word) => Prisma.sql`vi_norm(s."nameVi" || ' ' || coalesce(s."nameEn", '')) like ${`%${word}%`}`);

function conditions(query: SchoolQuery, now: Date): Prisma.Sql {
  const all = [Prisma.sql`true`, ...(query.q ? like(query.q) : [])];
  if (query.kind) all.push(Prisma.sql`s.kind = ${query.kind}::"SchoolKind"`);
  if (query.province) all.push(Prisma.sql`s.province = ${query.province}`);
  if (query.contact)
    all.push(Prisma.sql`(c."confirmedAt" is null or c."confirmedAt" < ${now}::timestamptz - interval '1 year')`);
  return Prisma.join(all, " and ");
}

/**
 * The statements behind a page of schools and their number; apart, so that a test can ask PostgreSQL how it would run them.
 * The page comes first: how a school stands is looked up for those on it alone, unless that is what is asked for.
 */
export function schoolStatements(query: SchoolQuery, now: Date): { page: Prisma.Sql; count: Prisma.Sql } {
  const narrowing = query.contact ? contacts : Prisma.empty;
  const where = conditions(query, now);
  const sorting = {
    name: narrowing,
    confirmed: contacts,
    year: Prisma.sql`${narrowing} ${latestYear}`,
  }[query.sort];
  return {
    page: Prisma.sql`
      with page as materialized (
        select s.id from "School" s ${sorting} where ${where}
        order by ${ordered(query)} limit ${schoolsPerPage} offset ${(query.page - 1) * schoolsPerPage})
      select s.id, s.slug, s."nameVi", s."nameEn", s.kind::text as kind, s.province, s."officePhone", s."officeEmail", c."confirmedAt",
        c.contacts, y.year, (select count(*)::int from "Membership" m where m."organisationId" = s.id) as accounts
      from page join "School" s on s.id = page.id ${contacts} ${latestYear} order by ${ordered(query)}`,
    count: Prisma.sql`select count(*)::int as total from "School" s ${narrowing} where ${where}`,
  };
}

/** A page of the schools of the register and how many there are. */
export async function schoolList(query: SchoolQuery, now: Date): Promise<{ rows: SchoolRow[]; total: number }> {
  const { page, count } = schoolStatements(query, now);
  const [rows, counted] = await Promise.all([
    db().$queryRaw<SchoolRow[]>(page),
    db().$queryRaw<{ total: number }[]>(count),
  ]);
  return { rows, total: counted[0]?.total ?? 0 };
}

/** A school's entry; null when there is none. */
export const schoolEntry = (where: { id: number } | { slug: string }) => db().school.findUnique({ where });

/** Schools for what is being typed. */
export const findSchools = (typed: string) =>
  db().$queryRaw<{ id: number; nameVi: string; province: string }[]>`
    select s.id, s."nameVi", s.province from "School" s
    where ${Prisma.join([Prisma.sql`true`, ...like(typed)], " and ")} order by s."nameVi", s.id limit 12`;
