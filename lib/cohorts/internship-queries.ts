import { dateToDay } from "@/lib/core/day";
import { db } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { type OfferQuery, offersPerPage } from "./internship-schema";
import { taking } from "./internship-workflow";

const placementSelect = {
  id: true,
  schoolId: true,
  code: true,
  programme: true,
  students: true,
  women: true,
  startsOn: true,
  endsOn: true,
  proposedBy: true,
  state: true,
  reason: true,
  startedOn: true,
  endedOn: true,
  completed: true,
  version: true,
  school: { select: { nameVi: true, nameEn: true } },
} satisfies Prisma.InternshipPlacementSelect;

type PlacementRow = Prisma.InternshipPlacementGetPayload<{ select: typeof placementSelect }>;
const days = ({ startsOn, endsOn, startedOn, endedOn, ...row }: PlacementRow) => ({
  ...row,
  startsOn: dateToDay(startsOn),
  endsOn: dateToDay(endsOn),
  startedOn: startedOn && dateToDay(startedOn),
  endedOn: endedOn && dateToDay(endedOn),
});
export type Placement = ReturnType<typeof days>;

const offerSelect = {
  id: true,
  enterpriseId: true,
  field: true,
  level: true,
  places: true,
  term: true,
  startsOn: true,
  endsOn: true,
  allowance: true,
  learns: true,
  meals: true,
  housing: true,
  state: true,
  reason: true,
  version: true,
  enterprise: { select: { nameVi: true, nameEn: true } },
} satisfies Prisma.InternshipOfferSelect;

/** Offers with how many students were confirmed and wait to be; of one enterprise, or for a school, or all. */
async function page(where: Prisma.InternshipOfferWhereInput, number: number) {
  const [rows, total] = await Promise.all([
    db().internshipOffer.findMany({
      where,
      orderBy: [{ startsOn: "desc" }, { id: "desc" }],
      skip: (number - 1) * offersPerPage,
      take: offersPerPage,
      select: offerSelect,
    }),
    db().internshipOffer.count({ where }),
  ]);
  const sums = await db().internshipPlacement.groupBy({
    by: ["offerId", "state"],
    where: { offerId: { in: rows.map(({ id }) => id) } },
    _sum: { students: true },
  });
  const studentsOf = (offerId: number, states: readonly string[]) =>
    sums
      .filter((sum) => sum.offerId === offerId && states.includes(sum.state))
      .reduce((all, { _sum }) => all + (_sum.students ?? 0), 0);
  return {
    rows: rows.map((row) => ({
      ...row,
      startsOn: dateToDay(row.startsOn),
      endsOn: dateToDay(row.endsOn),
      taken: studentsOf(row.id, taking),
      waiting: studentsOf(row.id, ["PROPOSED"]),
    })),
    total,
    pages: Math.max(1, Math.ceil(total / offersPerPage)),
  };
}
export type OfferRow = Awaited<ReturnType<typeof page>>["rows"][number];

const filters = ({ field, level, state }: OfferQuery): Prisma.InternshipOfferWhereInput => ({
  ...(field && { field }),
  ...(level && { level }),
  ...(state && { state }),
});

/** What an enterprise offers. */
export const enterpriseOffers = (enterpriseId: number, query: OfferQuery) =>
  page({ enterpriseId, ...filters(query) }, query.page);

/** What is open for every school; with one's own placements in it, whatever became of the offer. */
export const schoolOffers = (schoolId: number, query: OfferQuery) =>
  page({ ...filters(query), OR: [{ state: "OPEN" }, { placements: { some: { schoolId } } }] }, query.page);

/** All offers, for the Authority. */
export const allOffers = (query: OfferQuery) => page(filters(query), query.page);

async function entry(where: Prisma.InternshipOfferWhereInput, placements: Prisma.InternshipPlacementWhereInput) {
  const offer = await db().internshipOffer.findFirst({
    where,
    select: { ...offerSelect, placements: { where: placements, orderBy: { id: "asc" }, select: placementSelect } },
  });
  if (!offer) return null;
  const sum = await db().internshipPlacement.aggregate({
    where: { offerId: offer.id, state: { in: [...taking] } },
    _sum: { students: true },
  });
  return {
    ...offer,
    startsOn: dateToDay(offer.startsOn),
    endsOn: dateToDay(offer.endsOn),
    taken: sum._sum.students ?? 0,
    placements: offer.placements.map(days),
  };
}
export type OfferEntry = NonNullable<Awaited<ReturnType<typeof entry>>>;

/** An enterprise's own offer with everybody's placements. */
export const enterpriseOffer = (enterpriseId: number, id: number) => entry({ id, enterpriseId }, {});

/** An offer as a school sees it: with its own placements only. */
export const schoolOffer = (schoolId: number, id: number) =>
  entry({ id, OR: [{ state: "OPEN" }, { placements: { some: { schoolId } } }] }, { schoolId });

/** The programmes of a school's latest accepted answer, to choose from. */
export async function ownProgrammes(schoolId: number): Promise<{ code: string; name: string }[]> {
  const answer = await db().cohortAnswer.findFirst({
    where: { schoolId, replacedAt: null },
    orderBy: { year: "desc" },
    select: { programmes: { orderBy: { no: "asc" }, select: { code: true, name: true } } },
  });
  return answer?.programmes ?? [];
}

export type InternshipFigure = {
  key: string;
  nameVi: string;
  nameEn: string | null;
  offers: number;
  places: number;
  confirmed: number;
  women: number;
  running: number;
  completed: number;
};

/** Figures of all internships by enterprise, park, term of a year, or field; sums over all in the last row. */
export async function internshipFigures(by: OfferQuery["by"]): Promise<InternshipFigure[]> {
  const keys = {
    enterprise: Prisma.sql`g.id::text as key, g."nameVi", g."nameEn"`,
    park: Prisma.sql`coalesce(k.id::text, '') as key, coalesce(k."nameVi", '–') as "nameVi", k."nameEn"`,
    term: Prisma.sql`extract(year from o."startsOn")::text || ' ' || o.term as key,
      extract(year from o."startsOn")::text || ' ' || o.term as "nameVi", null::text as "nameEn"`,
    field: Prisma.sql`o.field as key, o.field as "nameVi", null::text as "nameEn"`,
  }[by];
  return db().$queryRaw<InternshipFigure[]>`
    with offers as (
      select o.id, ${keys}, o.places, o.state from "InternshipOffer" o join "Organisation" g on g.id = o."enterpriseId"
      left join "Enterprise" e on e.id = o."enterpriseId" left join "IndustrialPark" k on k.id = e."parkId"
    ), placed as (
      select p."offerId", sum(p.students)::int as confirmed, sum(p.women)::int as women,
        coalesce(sum(p.students) filter (where p.state = 'RUNNING'), 0)::int as running,
        coalesce(sum(p.completed), 0)::int as completed
      from "InternshipPlacement" p where p.state in ('CONFIRMED', 'RUNNING', 'COMPLETED') group by p."offerId"
    )
    select o.key, o."nameVi", o."nameEn", count(*)::int as offers,
      coalesce(sum(o.places) filter (where o.state <> 'WITHDRAWN'), 0)::int as places,
      coalesce(sum(d.confirmed), 0)::int as confirmed, coalesce(sum(d.women), 0)::int as women,
      coalesce(sum(d.running), 0)::int as running, coalesce(sum(d.completed), 0)::int as completed
    from offers o left join placed d on d."offerId" = o.id
    group by o.key, o."nameVi", o."nameEn" order by confirmed desc, o."nameVi", o.key limit 500`;
}

/**
 * Internships of a school's students that both sides confirmed and that begin in a year, as rows of the answer to the
 * Authority's call (`internships` of lib/cohorts/school-form.ts). All are at enterprises that the register knows.
 */
export async function confirmedInternships(schoolId: number, year: number) {
  const rows = await db().$queryRaw<
    { programme: string | null; enterprise: string; taxCode: string | null; term: string; count: number }[]
  >`
    select p.code as programme, g."nameVi" as enterprise, e."taxCode", o.term, sum(p.students)::int as count
    from "InternshipPlacement" p join "InternshipOffer" o on o.id = p."offerId"
    join "Organisation" g on g.id = o."enterpriseId" left join "Enterprise" e on e.id = o."enterpriseId"
    where p."schoolId" = ${schoolId} and p.state in ('CONFIRMED', 'RUNNING', 'COMPLETED')
      and extract(year from p."startsOn") = ${year}
    group by p.code, g."nameVi", e."taxCode", o.term order by o.term, g."nameVi", p.code`;
  return rows.map((row) => ({ ...row, inParks: "yes" as const }));
}
