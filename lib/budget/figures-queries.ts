import type { Day } from "@/lib/core/day";
import { db } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { policyDefinition } from "@/lib/subsidies/policy";
import {
  type FigureDimension,
  type FigureFilters,
  type FigureMeasure,
  type FigureNames,
  type Figures,
  noFigures,
  unknownKey,
} from "./figures";

/**
 * Figures of training support: one relation of people, each a row for each thing that became of them, with everything that
 * they are counted by. Figures and the lists behind them read the same rows, so that they cannot disagree.
 *
 * registered: registered themselves, waiting or confirmed. inReview: in a dossier that was handed in and is not decided.
 * approved: accepted by a decision, đồng as granted now. refused: refused by one, with the reason. paid: money arrived and
 * was not given back.
 */
const facts = (groups: readonly { person: string; code: string }[]) => {
  const groupOf =
    groups.length > 0
      ? Prisma.sql`case l.kind::text ${Prisma.join(
          groups.map(({ person, code }) => Prisma.sql`when ${person} then ${code}`),
          " ",
        )} end`
      : Prisma.sql`null::text`;
  const person = Prisma.sql`
    d."policyId", d."organisationId", e."parkId", t."occupationCode" as occupation, d."groupCode" as "group", t."schoolName" as school`;
  const source = Prisma.sql`
    from "DossierPerson" p join "SubsidyDossier" d on d.id = p."dossierId" join "TrainingCourse" t on t.id = d."courseId"
      left join "Enterprise" e on e.id = d."organisationId"`;
  return Prisma.sql`
    select 'registered' as measure, null::int as "policyId", r."organisationId", e."parkId", r."occupationCode" as occupation, ${groupOf} as "group",
      case when o.kind = 'SCHOOL' then o."nameVi" end as school, null::text as reason, r."createdAt" as at, 0::bigint as amount,
      null::int as "personId", r.id as "registrationId"
    from "SelfRegistration" r join "RegistrationLink" l on l.id = r."linkId" join "Organisation" o on o.id = r."organisationId"
      left join "Enterprise" e on e.id = r."organisationId"
    where r.state in ('WAITING', 'CONFIRMED')
    union all
    select 'inReview', ${person}, null, d."submittedAt", p.amount, p.id, null ${source}
    where d.state in ('SUBMITTED', 'IN_REVIEW', 'CORRECTING', 'PROPOSED', 'CHECKED')
    union all
    select 'approved', ${person}, null, d."decidedAt", coalesce(g.amount, p.amount), p.id, null ${source}
      left join "GrantedNow" g on g."dossierId" = p."dossierId" and g.position = p.position
    where d.state = 'APPROVED' and p.decision = 'ACCEPTED'
    union all
    select 'refused', ${person}, p."reasonCode", d."decidedAt", 0, p.id, null ${source}
    where d.state in ('APPROVED', 'REFUSED') and p.decision = 'REFUSED'
    union all
    select 'paid', ${person}, null, m.at, m.amount, p.id, null ${source}
      join lateral (
        select sum(m.paid + m.settled)::bigint as amount,
          max((select max(x.at) from "LedgerEntry" x where x."dossierId" = c."dossierId" and x."claimId" = c.id and x.kind = 'PAY')) as at
        from "SupportClaim" c join "ClaimMoney" m on m."claimId" = c.id where c."personId" = p.id) m on m.amount > 0
    where d.state = 'APPROVED'`;
};

const localDay = Prisma.sql`(f.at at time zone 'Asia/Ho_Chi_Minh')`;
const quarter = Prisma.sql`to_char(${localDay}, 'YYYY-Q')`;

/** The column of each dimension: nothing else of an address reaches the query as SQL. */
const columnOf: Record<FigureDimension, Prisma.Sql> = {
  park: Prisma.sql`f."parkId"::text`,
  enterprise: Prisma.sql`f."organisationId"::text`,
  occupation: Prisma.sql`f.occupation`,
  group: Prisma.sql`f."group"`,
  school: Prisma.sql`f.school`,
  quarter,
};

function narrowed(filters: FigureFilters, measure?: FigureMeasure): Prisma.Sql {
  const all: Prisma.Sql[] = [Prisma.sql`true`];
  if (measure) all.push(Prisma.sql`f.measure = ${measure}`);
  if (filters.policy) all.push(Prisma.sql`(f."policyId" = ${Number(filters.policy)} or f.measure = 'registered')`);
  if (filters.year) all.push(Prisma.sql`extract(year from ${localDay}) = ${Number(filters.year)}`);
  if (filters.reason)
    all.push(filters.reason === unknownKey ? Prisma.sql`f.reason is null` : Prisma.sql`f.reason = ${filters.reason}`);
  for (const dimension of Object.keys(columnOf) as FigureDimension[]) {
    const value = filters[dimension];
    if (value !== undefined)
      all.push(
        value === unknownKey
          ? Prisma.sql`${columnOf[dimension]} is null`
          : Prisma.sql`${columnOf[dimension]} = ${value}`,
      );
  }
  return Prisma.join(all, " and ");
}

/** Groups of the policy that is in force, by the kind of person that registers. */
async function registeredGroups() {
  const row = await db().supportPolicyVersion.findFirst({
    where: { state: "IN_FORCE" },
    orderBy: [{ inForceFrom: "desc" }, { id: "desc" }],
    select: { definition: true },
  });
  if (!row) return [];
  const { groups } = policyDefinition.parse(row.definition);
  return groups.map(({ code, person }) => ({ code, person: String(person) }));
}

const counted = Prisma.sql`
  count(*) filter (where f.measure = 'registered')::int as registered, count(*) filter (where f.measure = 'inReview')::int as "inReview",
  count(*) filter (where f.measure = 'approved')::int as approved, count(*) filter (where f.measure = 'refused')::int as refused,
  count(*) filter (where f.measure = 'paid')::int as paid,
  coalesce(sum(f.amount) filter (where f.measure = 'inReview'), 0)::bigint as "askedAmount",
  coalesce(sum(f.amount) filter (where f.measure = 'approved'), 0)::bigint as "approvedAmount",
  coalesce(sum(f.amount) filter (where f.measure = 'paid'), 0)::bigint as "paidAmount"`;
type Raw = Omit<Figures, "askedAmount" | "approvedAmount" | "paidAmount"> &
  Record<"askedAmount" | "approvedAmount" | "paidAmount", bigint>;
const figuresOf = ({ askedAmount, approvedAmount, paidAmount, ...rest }: Raw): Figures => ({
  ...rest,
  ...{ askedAmount: Number(askedAmount), approvedAmount: Number(approvedAmount), paidAmount: Number(paidAmount) },
});

export const figureRowsPerPage = 50;
/** A row of figures; key null: nothing is known of the dimension there. */
export type FigureRow = Figures & { key: string | null };

/** A page of figures by a dimension, largest first (quarters: latest first), and the sums of all rows. */
export async function figuresBy(
  dimension: FigureDimension,
  filters: FigureFilters,
  page: number,
  perPage = figureRowsPerPage,
): Promise<{ rows: FigureRow[]; total: number; sums: Figures }> {
  const groups = await registeredGroups();
  const key = columnOf[dimension];
  const order = dimension === "quarter" ? Prisma.sql`key desc nulls last` : Prisma.sql`count(*) desc, key nulls last`;
  const where = narrowed(filters);
  const [rows, [sums]] = await Promise.all([
    db().$queryRaw<(Raw & { key: string | null; total: number })[]>`
      with f as (${facts(groups)})
      select ${key} as key, count(*) over ()::int as total, ${counted} from f where ${where}
      group by 1 order by ${order} limit ${perPage} offset ${(page - 1) * perPage}`,
    db().$queryRaw<Raw[]>`with f as (${facts(groups)}) select ${counted} from f where ${where}`,
  ]);
  return {
    rows: rows.map(({ key: value, total: _, ...raw }) => ({ key: value, ...figuresOf(raw) })),
    total: rows[0]?.total ?? 0,
    sums: sums ? figuresOf(sums) : noFigures,
  };
}

/** What became of an organisation's people in the days, both included: prefills what it reports. */
export async function organisationFigures(organisationId: number, from: Day, to: Day): Promise<Figures> {
  const [sums] = await db().$queryRaw<Raw[]>`
    with f as (${facts([])}) select ${counted} from f
    where f."organisationId" = ${organisationId} and ${localDay} >= ${from}::date and ${localDay} < ${to}::date + 1`;
  return sums ? figuresOf(sums) : noFigures;
}

/** Those refused by reason, most first. */
export async function refusedBy(filters: FigureFilters): Promise<{ reason: string | null; persons: number }[]> {
  return db().$queryRaw<{ reason: string | null; persons: number }[]>`
    with f as (${facts(await registeredGroups())})
    select f.reason, count(*)::int as persons from f where ${narrowed(filters, "refused")} group by 1 order by 2 desc, 1 nulls last`;
}

export const peoplePerPage = 50;
export type FigurePerson = {
  id: string;
  fullName: string | null;
  organisation: string;
  programme: string | null;
  dossierId: number | null;
  code: string | null;
  reason: string | null;
  at: Date | null;
  /** đồng */
  amount: number;
};

/** A page of the people behind a figure, in the order of their ids, and how many they are and what they come to. */
export async function peopleBehind(
  measure: FigureMeasure,
  filters: FigureFilters,
  page: number,
  perPage = peoplePerPage,
): Promise<{ rows: FigurePerson[]; total: number; amount: number }> {
  const from = Prisma.sql`with f as (${facts(await registeredGroups())})`;
  const where = narrowed(filters, measure);
  const [rows, [sum]] = await Promise.all([
    db().$queryRaw<(Omit<FigurePerson, "amount"> & { amount: bigint })[]>`
      ${from}, here as (select * from f where ${where} order by "personId", "registrationId" limit ${perPage} offset ${(page - 1) * perPage})
      select coalesce('p' || h."personId", 'r' || h."registrationId") as id, coalesce(n."fullName", r."fullName") as "fullName",
        o."nameVi" as organisation, t.programme, d.id as "dossierId", d.code, h.reason, h.at, h.amount
      from here h join "Organisation" o on o.id = h."organisationId"
        left join "DossierPerson" p on p.id = h."personId" left join "RosterEntry" n on n.id = p."rosterEntryId"
        left join "SubsidyDossier" d on d.id = p."dossierId" left join "TrainingCourse" t on t.id = d."courseId"
        left join "SelfRegistration" r on r.id = h."registrationId"
      order by h."personId", h."registrationId"`,
    db().$queryRaw<{ total: number; amount: bigint }[]>`
      ${from} select count(*)::int as total, coalesce(sum(f.amount), 0)::bigint as amount from f where ${where}`,
  ]);
  return {
    rows: rows.map((row) => ({ ...row, amount: Number(row.amount) })),
    total: sum?.total ?? 0,
    amount: Number(sum?.amount ?? 0n),
  };
}

type Names = { vi: string; en: string };

/** What the filters offer, and what the keys of rows are called. */
export async function figureNames(
  keys: readonly (string | null)[],
  dimension: FigureDimension,
  enterprise?: string,
): Promise<FigureNames> {
  const ids = [...(dimension === "enterprise" ? keys : []), enterprise].flatMap((key) =>
    key && /^\d+$/.test(key) ? [Number(key)] : [],
  );
  const [parks, organisations, policies, version] = await Promise.all([
    db().industrialPark.findMany({
      orderBy: { shortNameVi: "asc" },
      select: { id: true, shortNameVi: true, shortNameEn: true },
    }),
    db().organisation.findMany({ where: { id: { in: ids } }, select: { id: true, nameVi: true, nameEn: true } }),
    db().supportPolicy.findMany({ orderBy: { id: "desc" }, select: { id: true, nameVi: true, nameEn: true } }),
    db().supportPolicyVersion.findFirst({
      where: { state: "IN_FORCE" },
      orderBy: [{ inForceFrom: "desc" }, { id: "desc" }],
      select: { definition: true },
    }),
  ]);
  const policy = version && policyDefinition.parse(version.definition);
  const named = (rows: readonly [string, Names][]) => new Map(rows);
  return {
    park: named(parks.map((one) => [String(one.id), { vi: one.shortNameVi, en: one.shortNameEn }])),
    enterprise: named(organisations.map((one) => [String(one.id), { vi: one.nameVi, en: one.nameEn ?? one.nameVi }])),
    occupation: named((policy?.occupations ?? []).map(({ code, name }) => [code, name])),
    group: named((policy?.groups ?? []).map(({ code, name }) => [code, name])),
    policy: named(policies.map((one) => [String(one.id), { vi: one.nameVi, en: one.nameEn }])),
  };
}
