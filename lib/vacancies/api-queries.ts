import { type Day, dateToDay, dayToDate } from "@/lib/core/day";
import { db, type Prisma } from "@/lib/db/client";
import { href } from "@/lib/i18n/paths";
import type { ApiPark, ApiVacancy } from "./api";
import type { SearchQuery } from "./search";
import { newestIds } from "./search-queries";

const shown = {
  enterprise: { select: { slug: true, nameVi: true, nameEn: true, investorCountry: true } },
  park: { select: { code: true, slug: true, nameVi: true, nameEn: true } },
  occupation: { select: { scheme: true, code: true, nameVi: true, nameEn: true } },
  batch: { select: { year: true, no: true } },
} satisfies Prisma.VacancyInclude;

type Row = Prisma.VacancyGetPayload<{ include: typeof shown }>;

/** A row that has been published, as the API says it; throws for one that never was (the caller's where is wrong). */
function vacancyOf(row: Row, origin: string): ApiVacancy {
  if (!row.publishedAt || !row.deadline) throw new Error(`vacancy ${row.id} was never published`);
  return {
    id: row.id,
    url: origin + href("vi", "jobs", `${row.slug}-${row.id}`),
    verifyCode: row.verifyCode,
    status: row.status,
    titleVi: row.titleVi,
    titleEn: row.titleEn,
    occupation: row.occupation,
    positionGroup: row.positionGroup,
    headcount: row.headcount,
    filled: row.filledCount,
    qualifications: {
      unskilled: row.unskilled,
      elementary: row.elementary,
      intermediate: row.intermediate,
      college: row.college,
      university: row.university,
      postgraduate: row.postgraduate,
    },
    wage: {
      base: row.wageBase,
      from: row.wageMin,
      to: row.wageMax,
      negotiable: row.wageNegotiable,
      allowancesVi: row.allowancesVi,
    },
    contract: row.contractType,
    shift: row.shift,
    experienceMonths: row.experienceMonths,
    package: {
      meals: row.meals,
      bus: row.bus,
      busRoutes: row.busRoutes,
      dormitory: row.dormitory,
      insurance: row.insurance,
      otherVi: row.otherBenefitsVi,
    },
    openTo: { disabledPeople: row.openToDisabled, demobilisedSoldiers: row.openToDemobilised },
    descriptionVi: row.descriptionVi,
    descriptionEn: row.descriptionEn,
    requirementsVi: row.requirementsVi,
    requirementsEn: row.requirementsEn,
    enterprise: row.enterprise,
    park: row.park,
    batch: row.batch,
    contact: { name: row.contactName, phone: row.contactPhone, email: row.contactEmail },
    publishedAt: row.publishedAt.toISOString(),
    applyBy: dateToDay(row.deadline),
  };
}

/** Open listings that a search finds, newest first, after a position of the list; the same search as on the site. */
export async function apiVacancies(
  query: SearchQuery,
  now: Date,
  options: { limit: number; before?: number | undefined; origin: string },
): Promise<{ items: ApiVacancy[]; cursor: number | null }> {
  const { ids, cursor } = await newestIds(query, now, options);
  const rows = await db().vacancy.findMany({ where: { id: { in: ids }, status: "PUBLISHED" }, include: shown });
  const byId = new Map(rows.map((row) => [row.id, vacancyOf(row, options.origin)]));
  return { items: ids.flatMap((id) => byId.get(id) ?? []), cursor };
}

/** One listing that is or was public; null when there is none. The caller answers 410 for what has ended. */
export async function apiVacancy(id: number, origin: string): Promise<ApiVacancy | null> {
  const row = await db().vacancy.findFirst({
    where: {
      id,
      publishedAt: { not: null },
      deadline: { not: null },
      status: { notIn: ["DRAFT", "RETURNED", "SUBMITTED"] },
    },
    include: shown,
  });
  return row && vacancyOf(row, origin);
}

/** Parks by name after a code, with what is open in them today. */
export async function apiParks(query: {
  today: Day;
  limit: number;
  after?: string | undefined;
  origin: string;
}): Promise<ApiPark[]> {
  const rows = await db().industrialPark.findMany({
    where: query.after ? { code: { gt: query.after } } : {},
    orderBy: { code: "asc" },
    take: query.limit,
    include: { zone: true, aliases: { select: { name: true }, orderBy: { id: "asc" } } },
  });
  const open = await db().vacancy.groupBy({
    by: ["parkId"],
    where: {
      status: "PUBLISHED",
      deadline: { gte: dayToDate(query.today) },
      parkId: { in: rows.map((row) => row.id) },
    },
    _count: true,
    _sum: { headcount: true, filledCount: true },
  });
  const byPark = new Map(open.map((row) => [row.parkId, row]));
  return rows.map((row) => {
    const counts = byPark.get(row.id);
    return {
      code: row.code,
      slug: row.slug,
      nameVi: row.nameVi,
      nameEn: row.nameEn,
      aliases: row.aliases.map((alias) => alias.name),
      zone: row.zone && { code: row.zone.code, nameVi: row.zone.nameVi, nameEn: row.zone.nameEn },
      areaHa: row.areaHa,
      openVacancies: counts?._count ?? 0,
      openPlaces: (counts?._sum.headcount ?? 0) - (counts?._sum.filledCount ?? 0),
      url: query.origin + href("vi", "parks", row.slug),
    };
  });
}
