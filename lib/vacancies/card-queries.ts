import { db } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { type ListingCard, lowestQualification } from "./listing";
import type { Qualification } from "./schema";

/**
 * A vacancy `v` as a listing's card, for raw statements: one JSON object with its enterprise and its park, where the query
 * builder would send three statements. The names are looked up row by row: a page has twenty.
 */
export const cardJson = Prisma.sql`json_build_object(
  'id', v.id, 'slug', v.slug, 'titleVi', v."titleVi", 'titleEn', v."titleEn", 'positionGroup', v."positionGroup",
  'headcount', v.headcount, 'left', v.headcount - v."filledCount",
  'wageMin', v."wageMin", 'wageMax', v."wageMax", 'wageNegotiable', v."wageNegotiable", 'shift', v.shift,
  'meals', v.meals, 'bus', v.bus, 'dormitory', v.dormitory, 'insurance', v.insurance,
  'openToDisabled', v."openToDisabled", 'openToDemobilised', v."openToDemobilised",
  'publishedOn', (v."publishedAt" at time zone 'Asia/Ho_Chi_Minh')::date, 'deadline', v.deadline,
  'split', json_build_object('unskilled', v.unskilled, 'elementary', v.elementary, 'intermediate', v.intermediate,
    'college', v.college, 'university', v.university, 'postgraduate', v.postgraduate),
  'enterprise', (select json_build_object('slug', e.slug, 'nameVi', e."nameVi", 'nameEn', e."nameEn")
    from "Enterprise" e where e.id = v."enterpriseId"),
  'park', (select json_build_object('slug', p.slug, 'nameVi', p."nameVi", 'nameEn', p."nameEn",
    'shortNameVi', p."shortNameVi", 'shortNameEn', p."shortNameEn") from "IndustrialPark" p where p.id = v."parkId"))`;

/** What `cardJson` gives. */
export type CardJson = Omit<ListingCard, "lowest"> & { split: Record<Qualification, number> };

/** The card of its JSON. */
export function cardFromJson({ split, ...card }: CardJson): ListingCard {
  return { ...card, lowest: lowestQualification(split) };
}

/** The cards of published vacancies, in the order of the ids; ids of others are left out. */
export async function cardsByIds(ids: readonly number[]): Promise<ListingCard[]> {
  if (ids.length === 0) return [];
  const rows = await db().$queryRaw<{ card: CardJson }[]>`
    select ${cardJson} as card from unnest(${ids}::int[]) with ordinality as wanted (id, place)
    join "Vacancy" v on v.id = wanted.id and v.status = 'PUBLISHED' order by wanted.place`;
  return rows.map(({ card }) => cardFromJson(card));
}
