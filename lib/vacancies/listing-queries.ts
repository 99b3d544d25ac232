import { dateToDay, dayOf, dayToDate } from "@/lib/core/day";
import { db } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { type ListingCard, lowestQualification } from "./listing";
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

/** The cards of published vacancies, in the order of the ids; ids of others are left out. */
export async function cardsByIds(ids: readonly number[]): Promise<ListingCard[]> {
  if (ids.length === 0) return [];
  const rows = await db().vacancy.findMany({
    where: { id: { in: [...ids] }, status: "PUBLISHED" },
    select: cardSelect,
  });
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => {
    const row = byId.get(id);
    return row ? [cardOf(row)] : [];
  });
}
