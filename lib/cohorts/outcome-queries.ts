import { dayToDate } from "@/lib/core/day";
import { db, type Tx } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import type { QualificationLevel } from "@/lib/db/generated/enums";
import { codeKey } from "./answer";
import type { OutcomeQuery, outcomes } from "./outcome-schema";

export type OutcomeRow = {
  code: string;
  name: string;
  field: string;
  level: QualificationLevel;
  graduates: number | null;
} & Record<(typeof outcomes)[number], number | null>;

/**
 * Programmes of a school of which a year's outcomes are asked: those of its answer for that year, or of the latest one
 * before it, with how many were expected to graduate in the year.
 */
export async function outcomeProgrammes(client: Tx, schoolId: number, year: number) {
  const answer = await client.cohortAnswer.findFirst({
    where: { schoolId, replacedAt: null, year: { lte: year } },
    orderBy: { year: "desc" },
    select: {
      programmes: {
        orderBy: { no: "asc" },
        select: {
          code: true,
          name: true,
          field: true,
          level: true,
          graduates: {
            where: { month: { gte: dayToDate(`${year}-01-01`), lte: dayToDate(`${year}-12-31`) } },
            select: { count: true },
          },
        },
      },
    },
  });
  return (answer?.programmes ?? []).map(({ graduates, ...programme }) => ({
    ...programme,
    expected: graduates.reduce((sum, { count }) => sum + count, 0),
  }));
}

/** How often the outcomes of a school, year and moment were saved: each time is a line of the trail. */
export const outcomeVersion = (client: Tx, schoolId: number, year: number, months: number) =>
  client.auditEntry.count({
    where: { subjectType: "outcomes", subjectId: `${schoolId}-${year}-${months}`, outcome: "ok" },
  });

/** A school's outcomes of a year, saved or yet to be filled in: what was expected stands in for who graduated. */
export async function ownOutcomes(
  schoolId: number,
  year: number,
  months: number,
): Promise<{ rows: OutcomeRow[]; version: number; saved: boolean }> {
  const [programmes, saved, version] = await Promise.all([
    outcomeProgrammes(db(), schoolId, year),
    db().graduateOutcome.findMany({ where: { schoolId, year }, orderBy: { id: "asc" } }),
    outcomeVersion(db(), schoolId, year, months),
  ]);
  const own = new Map(saved.filter((row) => row.months === months).map((row) => [row.codeKey, row]));
  const earlier = new Map(saved.filter((row) => row.months === 6).map((row) => [row.codeKey, row]));
  const known = new Set(programmes.map(({ code }) => codeKey(code)));
  // A programme that a later answer leaves out keeps its outcomes.
  const gone = [...own.values()].filter((row) => !known.has(row.codeKey)).map((row) => ({ ...row, expected: 0 }));
  const rows = [...programmes, ...gone].map(({ code, name, field, level, expected }): OutcomeRow => {
    const is = own.get(codeKey(code));
    return {
      ...{ code, name, field, level },
      graduates: is?.graduates ?? earlier.get(codeKey(code))?.graduates ?? expected,
      inParks: is?.inParks ?? null,
      elsewhere: is?.elsewhere ?? null,
      studying: is?.studying ?? null,
      seeking: is?.seeking ?? null,
      unknown: is?.unknown ?? null,
    };
  });
  return { rows, version, saved: own.size > 0 };
}

export type RetentionRow = {
  key: string;
  nameVi: string;
  nameEn: string | null;
} & Record<
  "graduates6" | "inParks6" | "elsewhere6" | "studying6" | "graduates12" | "inParks12" | "elsewhere12" | "studying12",
  number
>;

/** Years of which outcomes are known, the latest first. */
export const outcomeYears = async (): Promise<number[]> =>
  (await db().graduateOutcome.findMany({ distinct: ["year"], orderBy: { year: "desc" }, select: { year: true } })).map(
    ({ year }) => year,
  );

/** What became of a year's graduates after 6 and 12 months, by school or field. */
export function retention(year: number, by: OutcomeQuery["by"]): Promise<RetentionRow[]> {
  const key =
    by === "school"
      ? Prisma.sql`g.id::text as key, g."nameVi", g."nameEn"`
      : Prisma.sql`o.field as key, o.field as "nameVi", null::text as "nameEn"`;
  return db().$queryRaw<RetentionRow[]>`
    select ${key},
      coalesce(sum(o.graduates) filter (where o.months = 6), 0)::int as graduates6,
      coalesce(sum(o."inParks") filter (where o.months = 6), 0)::int as "inParks6",
      coalesce(sum(o.elsewhere) filter (where o.months = 6), 0)::int as elsewhere6,
      coalesce(sum(o.studying) filter (where o.months = 6), 0)::int as studying6,
      coalesce(sum(o.graduates) filter (where o.months = 12), 0)::int as graduates12,
      coalesce(sum(o."inParks") filter (where o.months = 12), 0)::int as "inParks12",
      coalesce(sum(o.elsewhere) filter (where o.months = 12), 0)::int as elsewhere12,
      coalesce(sum(o.studying) filter (where o.months = 12), 0)::int as studying12
    from "GraduateOutcome" o join "Organisation" g on g.id = o."schoolId"
    where o.year = ${year} group by 1, 2, 3 order by 2, 1
    limit 1000`;
}
