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

const orders: Record<SchoolQuery["sort"], Prisma.Sql> = {
  name: Prisma.sql`s."nameVi"`,
  confirmed: Prisma.sql`c."confirmedAt"`,
  year: Prisma.sql`y.year`,
};

const like = (q: string) =>
  searchWords(q).map((word) => Prisma.sql`vi_norm(s."nameVi" || ' ' || coalesce(s."nameEn", '')) like ${`%${word}%`}`);

/** The statement behind a page of schools. */
export function schoolPage(query: SchoolQuery, now: Date): Prisma.Sql {
  const all = [Prisma.sql`true`, ...(query.q ? like(query.q) : [])];
  if (query.kind) all.push(Prisma.sql`s.kind = ${query.kind}::"SchoolKind"`);
  if (query.province) all.push(Prisma.sql`s.province = ${query.province}`);
  if (query.contact)
    all.push(Prisma.sql`(c."confirmedAt" is null or c."confirmedAt" < ${now}::timestamptz - interval '1 year')`);
  const way = query.direction === "asc" ? Prisma.sql`asc nulls first` : Prisma.sql`desc nulls last`;
  return Prisma.sql`
    select s.id, s.slug, s."nameVi", s."nameEn", s.kind::text as kind, s.province, s."officePhone", s."officeEmail", c."confirmedAt",
      c.contacts, y.year, (select count(*)::int from "Membership" m where m."organisationId" = s.id) as accounts,
      count(*) over ()::int as total
    from "School" s
      cross join lateral (select max(p."confirmedAt") as "confirmedAt", count(*)::int as contacts
        from "ContactPoint" p where p."organisationId" = s.id) c
      cross join lateral (select max(a.year) as year from "CohortAnswer" a where a."schoolId" = s.id and a."replacedAt" is null) y
    where ${Prisma.join(all, " and ")}
    order by ${orders[query.sort]} ${way}, s.id limit ${schoolsPerPage} offset ${(query.page - 1) * schoolsPerPage}`;
}

/** A page of the schools of the register and how many there are. */
export async function schoolList(query: SchoolQuery, now: Date): Promise<{ rows: SchoolRow[]; total: number }> {
  const rows = await db().$queryRaw<(SchoolRow & { total: number })[]>(schoolPage(query, now));
  return { rows: rows.map(({ total: _, ...row }) => row), total: rows[0]?.total ?? 0 };
}

/** A school's entry; null when there is none. */
export const schoolEntry = (where: { id: number } | { slug: string }) => db().school.findUnique({ where });

/** Schools for what is being typed. */
export const findSchools = (typed: string) =>
  db().$queryRaw<{ id: number; nameVi: string; province: string }[]>`
    select s.id, s."nameVi", s.province from "School" s
    where ${Prisma.join([Prisma.sql`true`, ...like(typed)], " and ")} order by s."nameVi", s.id limit 12`;
