import type { Day } from "@/lib/core/day";
import { Prisma } from "@/lib/db/generated/client";
import type { Audience } from "./schema";
import type { ReportingUnit } from "./unit";

/** The days that decide whether an organisation owes the report of a period. */
export type Span = { coversFrom: Day; coversTo: Day; dueOn: Day };

/** From each entry of an enterprise's lifecycle to the next: `"fromOn"` included, `"untilOn"` not. */
const spells = Prisma.sql`
  select "enterpriseId", "toState", "effectiveOn" as "fromOn",
    lead("effectiveOn") over (partition by "enterpriseId" order by "effectiveOn", id) as "untilOn"
  from "EnterpriseLifecycleEvent"`;

/**
 * An enterprise answers for a time in which it operated on one day at least, also when it began or stopped within it;
 * one that is closed on the due day or before has nobody left to answer. Without any entry of its lifecycle, its present
 * state is taken for all times. Each enterprise's spells are looked through once, so that the work grows with the register.
 */
const operating = ({ coversFrom, coversTo, dueOn }: Span, more: Prisma.Sql) => Prisma.sql`
  with spell as (${spells}), fate as (
    select "enterpriseId",
      bool_or("toState" = 'OPERATING' and "fromOn" <= ${coversTo}::date
        and ("untilOn" is null or "untilOn" > greatest(${coversFrom}::date, "fromOn"))) as operated,
      bool_or("toState" = 'CLOSED' and "fromOn" <= ${dueOn}::date
        and ("untilOn" is null or "untilOn" > ${dueOn}::date)) as closed
    from spell group by "enterpriseId")
  select e.id from "Enterprise" e left join fate f on f."enterpriseId" = e.id
  where case when f."enterpriseId" is null then e.lifecycle = 'OPERATING' else f.operated and not f.closed end and ${more}`;

function ofEnterprises(audience: Extract<Audience, { kind: "enterprises" }>, span: Span): Prisma.Sql {
  const { parks, countries, headcountFrom, headcountTo } = audience;
  const conditions = [Prisma.sql`true`];
  if (parks.length) conditions.push(Prisma.sql`e."parkId" = any(${parks}::int[])`);
  if (countries.length) conditions.push(Prisma.sql`e."investorCountry" = any(${countries}::text[])`);
  if (headcountFrom !== null) conditions.push(Prisma.sql`e.headcount >= ${headcountFrom}`);
  if (headcountTo !== null) conditions.push(Prisma.sql`e.headcount <= ${headcountTo}`);
  return operating(span, Prisma.join(conditions, " and "));
}

/** Statement of the ids of the schools that an audience means. */
export function ofSchools({
  kinds = [],
  provinces = [],
}: Omit<Extract<Audience, { kind: "schools" }>, "kind">): Prisma.Sql {
  const conditions = [Prisma.sql`true`];
  if (kinds.length) conditions.push(Prisma.sql`s.kind::text = any(${kinds}::text[])`);
  if (provinces.length) conditions.push(Prisma.sql`s.province = any(${provinces}::text[])`);
  return Prisma.sql`select s.id from "School" s where ${Prisma.join(conditions, " and ")}`;
}

/** Statement of the ids of organisations that owe the report of a span; of none, where units of the Authority owe it. */
export function owingOrganisations(audience: Audience, span: Span): Prisma.Sql {
  switch (audience.kind) {
    case "enterprises":
      return ofEnterprises(audience, span);
    case "schools":
      return ofSchools(audience);
    case "organisations":
      return Prisma.sql`select own.id from (${operating(span, Prisma.sql`e.id = any(${audience.ids}::int[])`)}) own
        union all select id from "School" where id = any(${audience.ids}::int[])`;
    case "units":
      return Prisma.sql`select null::int as id where false`;
  }
}

export const owingUnits = (audience: Audience): ReportingUnit[] => (audience.kind === "units" ? audience.units : []);
