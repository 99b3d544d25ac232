import { fold } from "@/lib/core/text";
import { db } from "@/lib/db/client";

export type OccupationHit = { id: number; code: string; nameVi: string; nameEn: string };

const most = 12;

/**
 * Occupations for what somebody is typing, best first: names that begin so, then names with all the words (or their
 * beginnings, in any order), then look-alikes for typing mistakes. Diacritics are optional; synonyms and codes count.
 */
export async function findOccupations(typed: string): Promise<OccupationHit[]> {
  const text = fold(typed.slice(0, 100))
    .replace(/[^a-z0-9]+/g, " ")
    .trim();
  if (text === "") return [];
  const words = text.split(" ").slice(0, 8);
  return db().$queryRaw<OccupationHit[]>`
    with q as materialized (select ${text}::text as t, ${words}::text[] as words)
    select o.id, o.code, o."nameVi", o."nameEn"
    from "Occupation" o, q
    where not exists (select 1 from unnest(q.words) w where (' ' || o."searchText") not like '% ' || w || '%')
       or q.t <% o."searchText"
    order by
      (vi_norm(o."nameVi") like q.t || '%' or o.code like q.t || '%') desc,
      (not exists (select 1 from unnest(q.words) w where (' ' || vi_norm(o."nameVi")) not like '% ' || w || '%')) desc,
      (not exists (select 1 from unnest(q.words) w where (' ' || o."searchText") not like '% ' || w || '%')) desc,
      word_similarity(q.t, o."searchText") desc,
      length(o."nameVi"), o.code
    limit ${most}`;
}
