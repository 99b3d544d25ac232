import type { Tx } from "@/lib/db/client";
import type { FindingFacts } from "./findings";
import { likeTitles } from "./like-titles";
import type { JudgedVacancy } from "./schema";

/** Among how many of the newest listings of an enterprise in an occupation the like are sought. */
const newest = 200;

type Group = { enterpriseId: number; occupationId: number; places: number[] };
type Known = [id: number, titleVi: string, letters: string];

/** Places of the vacancies that can have duplicates, by enterprise and occupation. */
function groupsOf(vacancies: JudgedVacancy[]): Group[] {
  const groups = new Map<string, Group>();
  for (const [at, { enterpriseId, content }] of vacancies.entries()) {
    const { titleVi, occupationId } = content;
    if (titleVi === "" || occupationId === null) continue;
    const key = `${enterpriseId}/${occupationId}`;
    const group = groups.get(key) ?? { enterpriseId, occupationId, places: [] };
    group.places.push(at);
    groups.set(key, group);
  }
  return [...groups.values()];
}

/** Newest open or waiting listings of each group, newest first, with their letters (index Vacancy_duplicates). */
async function knownOf(tx: Tx, groups: Group[]): Promise<Map<number, Known[]>> {
  const rows = await tx.$queryRaw<{ at: number; known: Known[] }[]>`
    select g.at::int - 1 as at, json_agg(
      json_build_array(v.id, v."titleVi", array_to_string(show_trgm(vi_norm(v."titleVi")), ',')) order by v.id desc
    ) as known
    from unnest(${groups.map(({ enterpriseId }) => enterpriseId)}::int[], ${groups.map(({ occupationId }) => occupationId)}::int[])
      with ordinality as g("enterpriseId", "occupationId", at)
    cross join lateral (
      select v.id, v."titleVi" from "Vacancy" v
      where v."enterpriseId" = g."enterpriseId" and v."occupationId" = g."occupationId"
        and v.status in ('SUBMITTED', 'APPROVED', 'PUBLISHED')
      order by v.id desc limit ${newest}
    ) v group by g.at`;
  return new Map(rows.map(({ at, known }) => [at, known]));
}

/** Trigrams of titles, in the order asked. */
async function lettersOf(tx: Tx, titles: string[]): Promise<string[]> {
  const rows = await tx.$queryRaw<{ letters: string }[]>`
    select array_to_string(show_trgm(vi_norm(title)), ',') as letters
    from unnest(${titles}::text[]) with ordinality as asked(title, at) order by at`;
  return rows.map(({ letters }) => letters);
}

/**
 * Open or waiting listings of the same enterprise and occupation under a like title, newest first, for each vacancy: two
 * queries, however many there are.
 */
export async function duplicatesOf(tx: Tx, vacancies: JudgedVacancy[]): Promise<FindingFacts["duplicates"][]> {
  const found: FindingFacts["duplicates"][] = vacancies.map(() => []);
  const groups = groupsOf(vacancies);
  if (groups.length === 0) return found;
  const known = await knownOf(tx, groups);
  const compared = groups.flatMap((group, at) => (known.has(at) ? [{ ...group, known: known.get(at) ?? [] }] : []));
  const places = compared.flatMap((group) => group.places);
  if (places.length === 0) return found;
  const letters = await lettersOf(
    tx,
    places.map((place) => vacancies[place]?.content.titleVi ?? ""),
  );
  const ofPlace = new Map(places.map((place, at) => [place, letters[at] ?? ""]));
  for (const group of compared) {
    const asked = group.places.map((place) => ({ id: vacancies[place]?.id ?? 0, letters: ofPlace.get(place) ?? "" }));
    const listings = group.known.map(([id, titleVi, own]) => ({ id, titleVi, letters: own }));
    const like = likeTitles(asked, listings);
    for (const [at, place] of group.places.entries())
      found[place] = (like[at] ?? []).map(({ id, titleVi }) => ({ id, titleVi }));
  }
  return found;
}
