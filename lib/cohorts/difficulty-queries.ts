import { db } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import type { DifficultyState } from "@/lib/db/generated/enums";
import { type Actor, ofSchool } from "@/lib/identity/actor";
import { permissions } from "@/lib/identity/permissions";
import { searchWords } from "@/lib/organisations/list";
import { type DifficultyQuery, difficultiesPerPage } from "./difficulty-schema";

/** Difficulties that the actor may read: staff who read schools' data all, a school its own. Rows of an answer that counts. */
function scope(actor: Actor): Prisma.Sql {
  if (permissions.readSchoolData(actor)) return Prisma.sql`a."replacedAt" is null`;
  if (ofSchool()(actor) && actor.kind === "person" && actor.organisation)
    return Prisma.sql`a."replacedAt" is null and a."schoolId" = ${actor.organisation.id}`;
  return Prisma.sql`false`;
}

function narrowed(query: DifficultyQuery, actor: Actor): Prisma.Sql {
  const all = [scope(actor)];
  for (const word of query.q ? searchWords(query.q) : [])
    all.push(Prisma.sql`vi_norm(s."nameVi" || ' ' || d.text) like ${`%${word}%`}`);
  if (query.year) all.push(Prisma.sql`a.year = ${query.year}`);
  if (query.theme) all.push(Prisma.sql`d.theme = ${query.theme}`);
  if (query.state) all.push(Prisma.sql`d.state = ${query.state}::"DifficultyState"`);
  if (query.kind) all.push(Prisma.sql`s.kind = ${query.kind}::"SchoolKind"`);
  return Prisma.join(all, " and ");
}

const from = Prisma.sql`from "CohortDifficulty" d join "CohortAnswer" a on a.id = d."answerId" join "School" s on s.id = a."schoolId"`;

export type DifficultyRow = {
  id: number;
  version: number;
  theme: string;
  text: string;
  state: DifficultyState;
  schoolId: number;
  school: string;
  year: number;
  steps: { state: DifficultyState; note: string; at: string; by: string }[];
};

/** A page of difficulties, open ones first, each with what was done about it. */
export async function difficultyPage(
  query: DifficultyQuery,
  actor: Actor,
  perPage = difficultiesPerPage,
): Promise<{ rows: DifficultyRow[]; total: number }> {
  const rows = await db().$queryRaw<(DifficultyRow & { total: number })[]>`
    with page as materialized (
      select d.id, d.version, d.theme, d.text, d.state, a."schoolId", s."nameVi" as school, a.year, count(*) over ()::int as total
      ${from} where ${narrowed(query, actor)}
      order by d.state in ('RESOLVED', 'REFERRED'), a.year desc, d.theme, d.id
      limit ${perPage} offset ${(query.page - 1) * perPage})
    select page.*, coalesce((select jsonb_agg(jsonb_build_object('state', x.state, 'note', x.note, 'at', to_char(x.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), 'by', u."fullName") order by x.id)
      from "DifficultyStep" x join "User" u on u.id = x."byUserId" where x."difficultyId" = page.id), '[]') as steps
    from page order by page.state in ('RESOLVED', 'REFERRED'), page.year desc, page.theme, page.id`;
  return { rows: rows.map(({ total: _, ...row }) => row), total: rows[0]?.total ?? 0 };
}

export type ThemeCount = { theme: string } & Record<DifficultyState, number> & { total: number; schools: number };

/** How many difficulties of each theme there are, by state, most first. */
export const difficultiesByTheme = (query: DifficultyQuery, actor: Actor) =>
  db().$queryRaw<ThemeCount[]>`
    select d.theme, count(*)::int as total, count(distinct a."schoolId")::int as schools,
      count(*) filter (where d.state = 'OPEN')::int as "OPEN", count(*) filter (where d.state = 'IN_PROGRESS')::int as "IN_PROGRESS",
      count(*) filter (where d.state = 'RESOLVED')::int as "RESOLVED", count(*) filter (where d.state = 'REFERRED')::int as "REFERRED"
    ${from} where ${narrowed(query, actor)} group by 1 order by 2 desc, 1`;
