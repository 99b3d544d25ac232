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
 * state is taken for all times.
 */
const operated = ({ coversFrom, coversTo, dueOn }: Span) => Prisma.sql`(
    exists (select 1 from spell s where s."enterpriseId" = e.id and s."toState" = 'OPERATING'
      and s."fromOn" <= ${coversTo}::date and (s."untilOn" is null or s."untilOn" > greatest(${coversFrom}::date, s."fromOn")))
    or e.lifecycle = 'OPERATING' and not exists (select 1 from spell s where s."enterpriseId" = e.id))
  and not exists (select 1 from spell s where s."enterpriseId" = e.id and s."toState" = 'CLOSED'
    and s."fromOn" <= ${dueOn}::date and (s."untilOn" is null or s."untilOn" > ${dueOn}::date))`;

function ofEnterprises(audience: Extract<Audience, { kind: "enterprises" }>, span: Span): Prisma.Sql {
  const { parks, countries, headcountFrom, headcountTo } = audience;
  const conditions = [operated(span)];
  if (parks.length) conditions.push(Prisma.sql`e."parkId" = any(${parks}::int[])`);
  if (countries.length) conditions.push(Prisma.sql`e."investorCountry" = any(${countries}::text[])`);
  if (headcountFrom !== null) conditions.push(Prisma.sql`e.headcount >= ${headcountFrom}`);
  if (headcountTo !== null) conditions.push(Prisma.sql`e.headcount <= ${headcountTo}`);
  return Prisma.sql`with spell as materialized (${spells}) select e.id from "Enterprise" e where ${Prisma.join(conditions, " and ")}`;
}

/** Statement of the ids of organisations that owe the report of a span; of none, where units of the Authority owe it. */
export function owingOrganisations(audience: Audience, span: Span): Prisma.Sql {
  switch (audience.kind) {
    case "enterprises":
      return ofEnterprises(audience, span);
    case "schools":
      return Prisma.sql`select id from "School"`;
    case "organisations":
      return Prisma.sql`with spell as materialized (${spells})
        select e.id from "Enterprise" e where e.id = any(${audience.ids}::int[]) and ${operated(span)}
        union all select id from "School" where id = any(${audience.ids}::int[])`;
    case "units":
      return Prisma.sql`select null::int as id where false`;
  }
}

export const owingUnits = (audience: Audience): ReportingUnit[] => (audience.kind === "units" ? audience.units : []);
