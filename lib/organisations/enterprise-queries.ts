import { type Day, dateToDay } from "@/lib/core/day";
import { db } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import type { EnterpriseLifecycle } from "@/lib/db/generated/enums";
import type { Actor } from "@/lib/identity/actor";
import { type ListQuery, pageSize, searchWords } from "./list";
import { seesContacts } from "./rules";

export type EnterpriseRow = {
  id: number;
  taxCode: string;
  nameVi: string;
  nameEn: string | null;
  parkVi: string;
  parkEn: string;
  investorCountry: string;
  headcount: number;
  hasUnion: boolean;
  hasAgreement: boolean;
  lifecycle: EnterpriseLifecycle;
  verified: boolean;
  /** Listings open today. */
  open: number;
};

const yes = (value: "yes" | "no") => value === "yes";

/** The conditions of a list query; every word of a search must stand in a name or the tax code (trigram index). */
function conditions(query: ListQuery): Prisma.Sql {
  const all: Prisma.Sql[] = [Prisma.sql`true`];
  for (const word of query.q ? searchWords(query.q) : []) all.push(Prisma.sql`e."searchText" like ${`%${word}%`}`);
  if (query.park) all.push(Prisma.sql`e."parkId" = ${query.park}`);
  if (query.lifecycle) all.push(Prisma.sql`e.lifecycle = ${query.lifecycle}::"EnterpriseLifecycle"`);
  if (query.verified) all.push(Prisma.sql`(e."verifiedAt" is not null) = ${yes(query.verified)}`);
  if (query.country) all.push(Prisma.sql`e."investorCountry" = ${query.country}`);
  if (query.union) all.push(Prisma.sql`e."hasUnion" = ${yes(query.union)}`);
  if (query.agreement) all.push(Prisma.sql`e."hasAgreement" = ${yes(query.agreement)}`);
  return Prisma.join(all, " and ");
}

const orders: Record<ListQuery["sort"], Prisma.Sql> = {
  name: Prisma.sql`e."nameVi"`,
  park: Prisma.sql`p."shortNameVi"`,
  headcount: Prisma.sql`e.headcount`,
  open: Prisma.sql`open`,
  changed: Prisma.sql`(select max(l.id) from "EnterpriseLifecycleEvent" l where l."enterpriseId" = e.id)`,
};

/** The statement behind a page of the register; apart, so that a test can ask PostgreSQL how it would run it. */
export function registerPage(query: ListQuery, today: Day): Prisma.Sql {
  const direction = query.dir === "asc" ? Prisma.sql`asc` : Prisma.sql`desc nulls last`;
  return Prisma.sql`
    select e.id, e."taxCode", e."nameVi", e."nameEn", p."shortNameVi" as "parkVi", p."shortNameEn" as "parkEn",
      e."investorCountry", e.headcount, e."hasUnion", e."hasAgreement", e.lifecycle, e."verifiedAt" is not null as verified,
      (select count(*)::int from "Vacancy" v
        where v."enterpriseId" = e.id and v.status = 'PUBLISHED' and v.deadline >= ${today}::date) as open
    from "Enterprise" e join "IndustrialPark" p on p.id = e."parkId"
    where ${conditions(query)}
    order by ${orders[query.sort]} ${direction}, e.id
    limit ${pageSize} offset ${(query.page - 1) * pageSize}`;
}

/** A page of the register and how many there are in all. */
export async function enterpriseList(query: ListQuery, today: Day): Promise<{ rows: EnterpriseRow[]; total: number }> {
  const [rows, counted] = await Promise.all([
    db().$queryRaw<EnterpriseRow[]>(registerPage(query, today)),
    db().$queryRaw<{ total: number }[]>`select count(*)::int as total from "Enterprise" e where ${conditions(query)}`,
  ]);
  return { rows, total: counted[0]?.total ?? 0 };
}

/** What the filters of the register offer: parks and the countries that occur. */
export async function listChoices() {
  const [parks, countries] = await Promise.all([
    db().industrialPark.findMany({
      select: { id: true, shortNameVi: true, shortNameEn: true },
      orderBy: { shortNameVi: "asc" },
    }),
    db().enterprise.findMany({ distinct: ["investorCountry"], select: { investorCountry: true } }),
  ]);
  return { parks, countries: countries.map((row) => row.investorCountry) };
}

/** Parks and present administrative units, for the form. */
export async function placeChoices() {
  const [parks, units] = await Promise.all([
    db().industrialPark.findMany({ select: { id: true, nameVi: true, nameEn: true }, orderBy: { nameVi: "asc" } }),
    db().administrativeUnit.findMany({
      where: { validTo: null },
      select: { id: true, nameVi: true, nameEn: true, formerProvince: true },
      orderBy: { nameVi: "asc" },
    }),
  ]);
  return { parks, units };
}

export type EnterpriseEntry = NonNullable<Awaited<ReturnType<typeof enterpriseEntry>>>;

/** An enterprise's entry in the register, with its lifecycle; without contacts. */
export async function enterpriseEntry(id: number) {
  const row = await db().enterprise.findUnique({
    where: { id },
    include: {
      park: { select: { id: true, nameVi: true, nameEn: true, shortNameVi: true, shortNameEn: true } },
      administrativeUnit: { select: { id: true, nameVi: true, nameEn: true } },
      lifecycleEvents: { orderBy: { id: "desc" } },
    },
  });
  if (!row) return null;
  const { lifecycleEvents, createdAt, verifiedAt, searchText: _, ...rest } = row;
  const people = [...lifecycleEvents.map((event) => event.byUserId), row.verifiedById].filter((one) => one !== null);
  const names = await namesOf(people);
  return {
    ...rest,
    verifiedAt: verifiedAt?.toISOString() ?? null,
    verifiedBy: row.verifiedById === null ? null : (names.get(row.verifiedById) ?? null),
    createdAt: createdAt.toISOString(),
    lifecycleEvents: lifecycleEvents.map(({ effectiveOn, documentDate, createdAt: at, byUserId, ...event }) => ({
      ...event,
      effectiveOn: dateToDay(effectiveOn),
      documentDate: dateToDay(documentDate),
      at: at.toISOString(),
      by: byUserId === null ? null : (names.get(byUserId) ?? null),
    })),
  };
}

async function namesOf(ids: number[]): Promise<Map<number, string>> {
  if (ids.length === 0) return new Map();
  const users = await db().user.findMany({ where: { id: { in: ids } }, select: { id: true, fullName: true } });
  return new Map(users.map((user) => [user.id, user.fullName]));
}

export type Contact = Awaited<ReturnType<typeof contactsOf>>[number];

/** Contacts of an enterprise, for those who need them and for its own people; for all others there are none. */
export async function contactsOf(actor: Actor, enterpriseId: number) {
  const own = actor.kind === "person" && actor.organisation?.id === enterpriseId;
  if (!own && !seesContacts(actor)) return [];
  const rows = await db().contactPoint.findMany({ where: { organisationId: enterpriseId }, orderBy: { id: "asc" } });
  return rows.map(({ confirmedAt, ...row }) => ({ ...row, confirmedAt: confirmedAt?.toISOString() ?? null }));
}

/** People who act for an enterprise; of interest to those who see its contacts. */
export async function membersOf(actor: Actor, enterpriseId: number) {
  if (!seesContacts(actor)) return [];
  const rows = await db().membership.findMany({
    where: { organisationId: enterpriseId, user: { disabledAt: null } },
    select: { id: true, role: true, user: { select: { fullName: true, email: true } } },
    orderBy: { id: "asc" },
  });
  return rows.map(({ id, role, user }) => ({ id, role, ...user }));
}

/** Its latest vacancies that HEZA has seen, and how many there are of each state. */
export async function vacanciesOf(enterpriseId: number) {
  const seen = { enterpriseId, submissionNo: { gt: 0 } };
  const [rows, states] = await Promise.all([
    db().vacancy.findMany({
      where: seen,
      select: {
        id: true,
        titleVi: true,
        titleEn: true,
        status: true,
        headcount: true,
        filledCount: true,
        deadline: true,
      },
      orderBy: { id: "desc" },
      take: 10,
    }),
    db().vacancy.groupBy({ by: ["status"], where: seen, _count: true }),
  ]);
  return {
    rows: rows.map((row) => ({ ...row, deadline: row.deadline && dateToDay(row.deadline) })),
    total: states.reduce((sum, state) => sum + state._count, 0),
    open: states.find((state) => state.status === "PUBLISHED")?._count ?? 0,
  };
}

export type EnterpriseChange = {
  id: string;
  at: string;
  command: string;
  by: string | null;
  changes: { field: string; before: string | number | boolean | null; after: string | number | boolean | null }[];
  reason: string | null;
};

/** The last changes of the entry from the audit trail: who, when, which fields before and after. */
export async function changesOf(enterpriseId: number): Promise<EnterpriseChange[]> {
  return db().$queryRaw<EnterpriseChange[]>`
    select a.id::text, to_char(a.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at, a.command,
      u."fullName" as by, coalesce(a.detail->'more'->'changes', '[]'::jsonb) as changes, a.detail->'more'->>'reason' as reason
    from "AuditEntry" a left join "User" u on u.id = a."userId"
    where a."subjectType" = 'enterprise' and a."subjectId" = ${String(enterpriseId)} and a.outcome = 'ok'
      and a.command in ('enterprises.create', 'enterprises.edit', 'enterprises.describe', 'enterprises.verify', 'enterprises.unverify')
    order by a.id desc limit 30`;
}
