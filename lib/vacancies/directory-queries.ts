import { dayOf } from "@/lib/core/day";
import { db } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import type { EnterpriseEntry, EnterpriseProfile, ParkEntry } from "./directory";

const open = (today: string) => Prisma.sql`
  count(v.id)::int as listings, coalesce(sum(v.headcount - v."filledCount"), 0)::int as places
  from "Vacancy" v where v.status = 'PUBLISHED' and v.deadline >= ${today}::date`;

/** All parks with what is open in them; those with most places first. */
export function parkDirectory(today: string): Promise<ParkEntry[]> {
  return db().$queryRaw<ParkEntry[]>`
    with offered as (select v."parkId", ${open(today)} group by v."parkId")
    select p.id, p.slug, p."nameVi", p."nameEn", p."shortNameVi", p."shortNameEn", p."areaHa", p."formerDistrict",
      p.latitude, p.longitude, z.zone, coalesce(o.listings, 0) as listings, coalesce(o.places, 0) as places,
      (select count(*)::int from "Enterprise" e
        where e."parkId" = p.id and e.lifecycle = 'OPERATING' and e."verifiedAt" is not null) as enterprises
    from "IndustrialPark" p
    left join offered o on o."parkId" = p.id
    left join lateral (select jsonb_build_object('nameVi', z."nameVi", 'nameEn', z."nameEn") as zone
      from "EconomicZone" z where z.id = p."zoneId") z on true
    order by places desc, p."shortNameVi", p.id`;
}

/** Operating, verified enterprises; those with most open places first. `total` counts all pages. */
export async function enterpriseDirectory(
  today: string,
  options: { page: number; size: number },
): Promise<{ items: EnterpriseEntry[]; total: number }> {
  const shown = Prisma.sql`e.lifecycle = 'OPERATING' and e."verifiedAt" is not null`;
  const [items, counted] = await Promise.all([
    db().$queryRaw<EnterpriseEntry[]>`
      with offered as (select v."enterpriseId", ${open(today)} group by v."enterpriseId")
      select e.id, e.slug, e."nameVi", e."nameEn", e."investorCountry",
        jsonb_build_object('slug', p.slug, 'shortNameVi', p."shortNameVi", 'shortNameEn', p."shortNameEn") as park,
        coalesce(o.listings, 0) as listings, coalesce(o.places, 0) as places
      from "Enterprise" e join "IndustrialPark" p on p.id = e."parkId" left join offered o on o."enterpriseId" = e.id
      where ${shown}
      order by places desc, e."nameVi", e.id limit ${options.size} offset ${(options.page - 1) * options.size}`,
    db().$queryRaw<{ total: number }[]>`select count(*)::int as total from "Enterprise" e where ${shown}`,
  ]);
  return { items, total: counted[0]?.total ?? 0 };
}

/** The public profile of an operating, verified enterprise. Its contacts are not public. */
export async function enterpriseProfile(slug: string): Promise<EnterpriseProfile | null> {
  const row = await db().enterprise.findFirst({
    where: { slug, lifecycle: "OPERATING", verifiedAt: { not: null } },
    select: {
      id: true,
      slug: true,
      taxCode: true,
      nameVi: true,
      nameEn: true,
      investorCountry: true,
      address: true,
      website: true,
      introductionVi: true,
      introductionEn: true,
      hasUnion: true,
      hasAgreement: true,
      verifiedAt: true,
      park: { select: { id: true, slug: true, nameVi: true, nameEn: true } },
      administrativeUnit: { select: { nameVi: true, nameEn: true } },
    },
  });
  if (!row) return null;
  const { verifiedAt, administrativeUnit, ...rest } = row;
  return { ...rest, unit: administrativeUnit, verifiedOn: verifiedAt && dayOf(verifiedAt) };
}

/** Addresses of parks and public enterprises, for the site map. */
export async function directoryAddresses(): Promise<{ parks: string[]; enterprises: string[] }> {
  const [parks, enterprises] = await Promise.all([
    db().industrialPark.findMany({ select: { slug: true }, orderBy: { id: "asc" } }),
    db().enterprise.findMany({
      where: { lifecycle: "OPERATING", verifiedAt: { not: null } },
      select: { slug: true },
      orderBy: { id: "asc" },
    }),
  ]);
  return { parks: parks.map((row) => row.slug), enterprises: enterprises.map((row) => row.slug) };
}

/** Names of occupations by their code: the major groups (one digit) and all below. */
export async function occupationNames(): Promise<Record<string, { nameVi: string; nameEn: string }>> {
  const rows = await db().occupation.findMany({
    where: { scheme: "VSCO-2020" },
    select: { code: true, nameVi: true, nameEn: true },
    orderBy: { code: "asc" },
  });
  return Object.fromEntries(rows.map(({ code, ...names }) => [code, names]));
}

/** Centres of today's administrative units, as `[longitude, latitude]`: the ground of the drawn map. */
export async function unitCentres(): Promise<[number, number][]> {
  const rows = await db().administrativeUnit.findMany({
    where: { validTo: null, latitude: { not: null }, longitude: { not: null } },
    select: { latitude: true, longitude: true },
    orderBy: { id: "asc" },
  });
  return rows.flatMap((row) =>
    row.latitude === null || row.longitude === null ? [] : [[row.longitude, row.latitude] satisfies [number, number]],
  );
}
