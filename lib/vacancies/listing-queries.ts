import { dateToDay, dayOf, dayToDate } from "@/lib/core/day";
import { db } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { type Listing, type ListingCard, lowestQualification } from "./listing";
import { qualifications } from "./schema";

const cardSelect = {
  id: true,
  slug: true,
  titleVi: true,
  titleEn: true,
  positionGroup: true,
  headcount: true,
  filledCount: true,
  unskilled: true,
  elementary: true,
  intermediate: true,
  college: true,
  university: true,
  postgraduate: true,
  wageMin: true,
  wageMax: true,
  wageNegotiable: true,
  shift: true,
  meals: true,
  bus: true,
  dormitory: true,
  insurance: true,
  openToDisabled: true,
  openToDemobilised: true,
  publishedAt: true,
  deadline: true,
  enterprise: { select: { slug: true, nameVi: true, nameEn: true } },
  park: { select: { slug: true, nameVi: true, nameEn: true, shortNameVi: true, shortNameEn: true } },
} satisfies Prisma.VacancySelect;

type CardRow = Prisma.VacancyGetPayload<{ select: typeof cardSelect }>;

function cardOf(row: CardRow): ListingCard {
  const { filledCount, publishedAt, deadline, ...rest } = row;
  const card = Object.fromEntries(
    Object.entries(rest).filter(([name]) => !qualifications.some((qualification) => qualification === name)),
  ) as Omit<typeof rest, (typeof qualifications)[number]>;
  if (!publishedAt || !deadline) throw new Error(`vacancy ${row.id} is no listing: it was never published`);
  return {
    ...card,
    left: row.headcount - filledCount,
    lowest: lowestQualification(row),
    publishedOn: dayOf(publishedAt),
    deadline: dateToDay(deadline),
  };
}

/** Open for applications on that day. */
export const openOn = (today: string) =>
  ({ status: "PUBLISHED", deadline: { gte: dayToDate(today) } }) satisfies Prisma.VacancyWhereInput;

const pageSelect = {
  ...cardSelect,
  status: true,
  verifyCode: true,
  descriptionVi: true,
  descriptionEn: true,
  requirementsVi: true,
  requirementsEn: true,
  wageBase: true,
  allowancesVi: true,
  allowancesEn: true,
  otherBenefitsVi: true,
  otherBenefitsEn: true,
  busRoutes: true,
  contractType: true,
  experienceMonths: true,
  menQuota: true,
  womenQuota: true,
  workplace: true,
  contactName: true,
  contactPhone: true,
  contactEmail: true,
  withdrawalNote: true,
  parkId: true,
  enterpriseId: true,
  occupation: { select: { code: true, nameVi: true, nameEn: true } },
  batch: { select: { year: true, no: true, month: true } },
  enterprise: {
    select: {
      ...cardSelect.enterprise.select,
      address: true,
      administrativeUnit: { select: { nameVi: true, nameEn: true } },
    },
  },
} satisfies Prisma.VacancySelect;

/** A listing that the public has once seen, whatever became of it; null for all others. */
export async function listingById(id: number): Promise<Listing | null> {
  const row = await db().vacancy.findFirst({ where: { id, ...onceSeen }, select: pageSelect });
  if (!row) return null;
  const { enterprise, elementary, unskilled, intermediate, college, university, postgraduate, ...rest } = row;
  const { filledCount: _, publishedAt: __, deadline: ___, ...shown } = rest;
  const { address, administrativeUnit, ...names } = enterprise;
  return {
    ...shown,
    ...cardOf(row),
    enterprise: names,
    split: { unskilled, elementary, intermediate, college, university, postgraduate },
    address: {
      street: address,
      unitVi: administrativeUnit?.nameVi ?? null,
      unitEn: administrativeUnit?.nameEn ?? null,
    },
  };
}

const onceSeen = {
  status: { in: ["PUBLISHED", "FILLED", "EXPIRED", "WITHDRAWN"] },
  publishedAt: { not: null },
  deadline: { not: null },
} satisfies Prisma.VacancyWhereInput;

/** The listing behind a code on a leaflet; null when no public listing has it. */
export async function listingByCode(code: string): Promise<Listing | null> {
  const row = await db().vacancy.findFirst({ where: { verifyCode: code, ...onceSeen }, select: { id: true } });
  return row && listingById(row.id);
}

/** What a person may take instead: same occupation first, then the same park; open, newest first, without the listing itself. */
export async function similarListings(
  listing: { id: number; parkId: number; occupation: { code: string } | null },
  today: string,
  limit: number,
): Promise<ListingCard[]> {
  const take = async (where: Prisma.VacancyWhereInput, count: number, not: number[]) =>
    count <= 0
      ? []
      : await db().vacancy.findMany({
          where: { ...openOn(today), ...where, id: { notIn: not } },
          select: cardSelect,
          orderBy: [{ publishedAt: "desc" }, { id: "desc" }],
          take: count,
        });
  const same = listing.occupation
    ? await take({ occupation: { code: listing.occupation.code } }, limit, [listing.id])
    : [];
  const near = await take({ parkId: listing.parkId }, limit - same.length, [listing.id, ...same.map((row) => row.id)]);
  return [...same, ...near].map(cardOf);
}

/** Open listings of a park or an enterprise, newest first, with how many there are in all. */
export async function openListingsOf(
  where: { parkId: number } | { enterpriseId: number },
  today: string,
  limit: number,
): Promise<{ items: ListingCard[]; total: number; places: number }> {
  const open = { ...where, ...openOn(today) };
  const [rows, sums] = await Promise.all([
    db().vacancy.findMany({
      where: open,
      select: cardSelect,
      orderBy: [{ publishedAt: "desc" }, { id: "desc" }],
      take: limit,
    }),
    db().vacancy.aggregate({ where: open, _count: true, _sum: { headcount: true, filledCount: true } }),
  ]);
  return {
    items: rows.map(cardOf),
    total: sums._count,
    places: (sums._sum.headcount ?? 0) - (sums._sum.filledCount ?? 0),
  };
}

/** Open listings for the site map, by id; `part` counts from 0. */
export async function listingAddresses(
  today: string,
  part: number,
  size: number,
): Promise<{ id: number; slug: string; changed: string }[]> {
  const rows = await db().vacancy.findMany({
    where: openOn(today),
    select: { id: true, slug: true, updatedAt: true },
    orderBy: { id: "asc" },
    skip: part * size,
    take: size,
  });
  return rows.map((row) => ({ id: row.id, slug: row.slug, changed: row.updatedAt.toISOString() }));
}

/** How many listings are open on a day. */
export const countOpenListings = (today: string): Promise<number> => db().vacancy.count({ where: openOn(today) });
