import { type Day, dateToDay } from "@/lib/core/day";
import { db } from "@/lib/db/client";
import type { WageRegion } from "@/lib/db/generated/enums";

export type ParkRow = {
  id: number;
  code: string;
  nameVi: string;
  nameEn: string;
  zoneVi: string | null;
  zoneEn: string | null;
  areaHa: number | null;
  confidence: string;
  enterprises: number;
  open: number;
  region: WageRegion | null;
  regionVerified: boolean | null;
};

/** All parks with how many enterprises they hold, how many listings are open, and their wage region on a day. */
export function parkList(today: Day): Promise<ParkRow[]> {
  return db().$queryRaw<ParkRow[]>`
    select p.id, p.code, p."nameVi", p."nameEn", z."nameVi" as "zoneVi", z."nameEn" as "zoneEn", p."areaHa", p.confidence,
      (select count(*)::int from "Enterprise" e where e."parkId" = p.id and e.lifecycle <> 'CLOSED') as enterprises,
      coalesce(o.open, 0) as open, r.region, r.verified as "regionVerified"
    from "IndustrialPark" p left join "EconomicZone" z on z.id = p."zoneId"
    left join (select "parkId", count(*)::int as open from "Vacancy"
      where status = 'PUBLISHED' and deadline >= ${today}::date group by "parkId") o on o."parkId" = p.id
    left join "ParkWageRegion" r on r."parkId" = p.id
      and daterange(r."validFrom", r."validTo", '[]') @> ${today}::date
    order by p."nameVi", p.id`;
}

/** A park with its other names and its wage regions, latest first. */
export async function parkEntry(id: number) {
  const row = await db().industrialPark.findUnique({
    where: { id },
    include: {
      zone: { select: { nameVi: true, nameEn: true } },
      aliases: { select: { name: true }, orderBy: { id: "asc" } },
      wageRegions: { orderBy: { validFrom: "desc" } },
      _count: { select: { enterprises: true } },
    },
  });
  if (!row) return null;
  const { aliases, wageRegions, _count, ...park } = row;
  return {
    ...park,
    enterprises: _count.enterprises,
    aliases: aliases.map((alias) => alias.name),
    wageRegions: wageRegions.map((period) => ({ ...period, ...periodOf(period) })),
  };
}

const periodOf = (row: { validFrom: Date; validTo: Date | null }) => ({
  validFrom: dateToDay(row.validFrom),
  validTo: row.validTo && dateToDay(row.validTo),
});

export type WageDecree = {
  citation: string;
  verified: boolean;
  validFrom: Day;
  validTo: Day | null;
  monthly: Partial<Record<WageRegion, number>>;
};

/** Regional minimum wages by decree, latest first. */
export async function wageDecrees(): Promise<WageDecree[]> {
  const rows = await db().regionalMinimumWage.findMany({ orderBy: [{ validFrom: "desc" }, { region: "asc" }] });
  const decrees = new Map<Day, WageDecree>();
  for (const { region, monthly, citation, verified, ...row } of rows) {
    const period = periodOf(row);
    const decree = decrees.get(period.validFrom) ?? { citation, verified, ...period, monthly: {} };
    decree.monthly[region] = monthly;
    decrees.set(period.validFrom, decree);
  }
  return [...decrees.values()];
}

export type UnitRow = {
  id: number;
  code: string;
  nameVi: string;
  nameEn: string;
  formerProvince: string | null;
  wageRegion: WageRegion | null;
  validFrom: Day;
  validTo: Day | null;
  legalBasis: string;
  /** Units that it became, or was made of. */
  related: string[];
};

/** Administrative units, present or ended, whose name or code holds the words; at most 200. */
export async function unitList(query: { words: string[]; ended: boolean }): Promise<UnitRow[]> {
  const patterns = query.words.map((word) => `%${word}%`);
  return db().$queryRaw<UnitRow[]>`
    select u.id, u.code, u."nameVi", u."nameEn", u."formerProvince", u."wageRegion", u."validFrom"::text as "validFrom",
      u."validTo"::text as "validTo", u."legalBasis",
      array(select distinct o."nameVi" from "AdministrativeUnitLineage" l
        join "AdministrativeUnit" o on o.id in (l."predecessorId", l."successorId") and o.id <> u.id
        where u.id in (l."predecessorId", l."successorId")) as related
    from "AdministrativeUnit" u
    where (u."validTo" is not null) = ${query.ended}
      and vi_norm(u."nameVi" || ' ' || u."nameEn" || ' ' || u.code) like all (${patterns}::text[])
    order by u."nameVi", u.code, u."validFrom" limit 200`;
}
