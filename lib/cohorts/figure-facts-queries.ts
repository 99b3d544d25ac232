import { Prisma } from "@/lib/db/generated/client";
import { type CohortDimension, type CohortFilters, cohortMeasures, notSaid } from "./figures";

/**
 * Figures of schools: each programme, each month of graduation and each internship of an answer that counts is a row with
 * everything that it is added up by. Every total is a sum over these rows, so that totals by field, programme, school or year
 * cannot disagree. Programmes stand beside graduates and internships by a left join: where nothing of them is asked for,
 * PostgreSQL leaves them out.
 */
const kinds = [
  Prisma.sql`
  select a.id as "answerId", a."schoolId", a.year, s.kind::text as kind, s.province, p."codeKey", p.code, p.name, p.field, p.level::text as level, p.accreditation,
    1 as programmes, p.y1, p.w1, p.y2, p.w2, p.y3, p.w3, p.y4, p.w4, p.intake,
    0 as graduates, 0 as "graduateWomen", 0 as interns, 0 as "parkInterns"
  from "CohortAnswer" a join "School" s on s.id = a."schoolId" join "CohortProgramme" p on p."answerId" = a.id
  where a."replacedAt" is null`,
  Prisma.sql`
  select a.id as "answerId", a."schoolId", a.year, s.kind::text as kind, s.province, p."codeKey", p.code, p.name, p.field, p.level::text as level, p.accreditation,
    0 as programmes, 0 as y1, 0 as w1, 0 as y2, 0 as w2, 0 as y3, 0 as w3, 0 as y4, 0 as w4, 0 as intake,
    g.count as graduates, g.women as "graduateWomen", 0 as interns, 0 as "parkInterns"
  from "CohortAnswer" a join "School" s on s.id = a."schoolId" join "CohortGraduates" g on g."answerId" = a.id
    left join "CohortProgramme" p on p."answerId" = g."answerId" and p.no = g."programmeNo"
  where a."replacedAt" is null`,
  Prisma.sql`
  select a.id as "answerId", a."schoolId", a.year, s.kind::text as kind, s.province, p."codeKey", p.code, p.name, p.field, p.level::text as level, p.accreditation,
    0 as programmes, 0 as y1, 0 as w1, 0 as y2, 0 as w2, 0 as y3, 0 as w3, 0 as y4, 0 as w4, 0 as intake,
    0 as graduates, 0 as "graduateWomen", i.count as interns, case when i."inParks" then i.count else 0 end as "parkInterns"
  from "CohortAnswer" a join "School" s on s.id = a."schoolId" join "CohortInternship" i on i."answerId" = a.id
    left join "CohortProgramme" p on p."answerId" = i."answerId" and p.no = i."programmeNo"
  where a."replacedAt" is null`,
];
/** All of them in one relation. */
export const facts = Prisma.join(kinds, " union all ");

/** The column of each dimension: nothing else of an address reaches the query as SQL. */
export const columnOf: Record<CohortDimension, Prisma.Sql> = {
  field: Prisma.sql`f.field`,
  level: Prisma.sql`f.level`,
  programme: Prisma.sql`f."codeKey"`,
  school: Prisma.sql`f."schoolId"`,
  kind: Prisma.sql`f.kind`,
  province: Prisma.sql`f.province`,
  year: Prisma.sql`f.year`,
  accreditation: Prisma.sql`f.accreditation`,
};

/** The statement's condition for filters on the rows of `facts`, called f. */
export function narrowed(filters: CohortFilters): Prisma.Sql {
  const all: Prisma.Sql[] = [Prisma.sql`true`];
  for (const dimension of Object.keys(columnOf) as CohortDimension[]) {
    const value = filters[dimension];
    if (value !== undefined)
      all.push(
        value === notSaid ? Prisma.sql`${columnOf[dimension]} is null` : Prisma.sql`${columnOf[dimension]} = ${value}`,
      );
  }
  return Prisma.join(all, " and ");
}

/** The summands of each measure. */
const summand = (measure: (typeof cohortMeasures)[number]): Prisma.Sql => {
  if (measure === "students") return Prisma.sql`f.y1 + f.y2 + f.y3 + f.y4`;
  if (measure === "women") return Prisma.sql`f.w1 + f.w2 + f.w3 + f.w4`;
  return Prisma.raw(`f."${measure}"`);
};
const sumsOf = (of: (measure: (typeof cohortMeasures)[number]) => Prisma.Sql): Prisma.Sql =>
  Prisma.join(
    cohortMeasures.map((measure) => Prisma.sql`coalesce(sum(${of(measure)}), 0)::int as ${Prisma.raw(`"${measure}"`)}`),
    ", ",
  );
export const summed = sumsOf(summand);
/** The same of rows that are sums already, called b. */
export const summedAgain = sumsOf((measure) => Prisma.raw(`b."${measure}"`));

/**
 * A relation, called b, of sums by answer and, unless all is added up, by a dimension. Each kind of row is added up for itself:
 * PostgreSQL knows how many answers there are, and needs not put hundreds of thousands of rows in their order. A programme stands
 * once in an answer, so there is nothing to add up yet: its rows come as they are, with what the answer of which year calls it.
 */
export function byAnswer(filters: CohortFilters, dimension?: CohortDimension): Prisma.Sql {
  const key = dimension ? columnOf[dimension] : Prisma.sql`null::int`;
  const own = Prisma.sql`f."answerId", f."schoolId"${dimension ? Prisma.sql`, ${key}` : Prisma.empty}`;
  const each = cohortMeasures.map((one) => Prisma.sql`${summand(one)} as ${Prisma.raw(`"${one}"`)}`);
  return Prisma.join(
    kinds.map((rows) =>
      dimension === "programme"
        ? Prisma.sql`select ${key} as key, f."schoolId", case when f.programmes = 1 then f.year end as said, f.name, f.code, ${Prisma.join(each, ", ")}
            from (${rows}) f where ${narrowed(filters)}`
        : Prisma.sql`select ${key} as key, f."schoolId", null::int as said, null::text as name, null::text as code, ${summed}
            from (${rows}) f where ${narrowed(filters)} group by ${own}`,
    ),
    " union all ",
  );
}
