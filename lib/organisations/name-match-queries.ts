import { fold } from "@/lib/core/text";
import { db } from "@/lib/db/client";

export type Candidate = { id: number; nameVi: string; taxCode: string; likeness: number };

/** A name without the words that most enterprises bear, so that what remains tells them apart. */
export const bareName = (name: string): string =>
  fold(name)
    .replace(/[^a-z0-9]+/g, " ")
    .replace(
      /\b(cong ty|cty|tnhh|mtv|mot thanh vien|co phan|cp|viet nam|vietnam|vn|chi nhanh|cn|co ltd|jsc|limited|company)\b/g,
      " ",
    )
    .replace(/\s+/g, " ")
    .trim();

/** Enterprises whose names resemble a name, the likest first, five at most (trigram index). */
export async function enterprisesLike(name: string): Promise<Candidate[]> {
  const bare = bareName(name);
  const rows = await db().$queryRaw<{ id: number; nameVi: string; taxCode: string }[]>`
    select e.id, e."nameVi", e."taxCode" from "Enterprise" e
    where e."searchText" %> ${bare || fold(name)} or vi_norm(e."nameVi") = ${fold(name)}
    order by similarity(vi_norm(e."nameVi"), ${fold(name)}) desc, e.id limit 20`;
  return rows
    .map((row) => ({ ...row, likeness: likeness(bare, bareName(row.nameVi)) }))
    .sort((a, b) => b.likeness - a.likeness || a.id - b.id)
    .slice(0, 5);
}

/** Shared letter triples of two bare names, 0 to 1; the same words in another order are nearly the same. */
function likeness(a: string, b: string): number {
  if (a === b) return 1;
  const triples = (text: string) =>
    new Set(
      text.split(" ").flatMap((word) => Array.from({ length: word.length }, (_, at) => `  ${word} `.slice(at, at + 3))),
    );
  const [one, other] = [triples(a), triples(b)];
  const shared = [...one].filter((triple) => other.has(triple)).length;
  return one.size + other.size === 0 ? 0 : (2 * shared) / (one.size + other.size);
}

/** Which enterprise a row means: sure, to be asked among candidates, or none that we know. */
export type Match =
  | { kind: "sure"; id: number; name: string; byName: boolean }
  | { kind: "asked"; candidates: Candidate[] }
  | { kind: "unknown" };

/** From this likeness on a name is taken for the enterprise's, if no other is near. */
const sure = 0.9;
const near = 0.08;
const askable = 0.4;

/**
 * Finds enterprises by tax code or name, each name asked once. A code and a name that do not belong together are asked.
 */
export function enterpriseMatcher(): (taxCode: string | null, name: string | null) => Promise<Match> {
  const byName = new Map<string, Promise<Candidate[]>>();
  const byCode = new Map<string, Promise<{ id: number; nameVi: string; taxCode: string } | null>>();
  const like = (name: string) => {
    const key = fold(name);
    const found = byName.get(key) ?? enterprisesLike(name);
    byName.set(key, found);
    return found;
  };
  return async (taxCode, name) => {
    if (taxCode) {
      const found =
        byCode.get(taxCode) ??
        db().enterprise.findUnique({ where: { taxCode }, select: { id: true, nameVi: true, taxCode: true } });
      byCode.set(taxCode, found);
      const row = await found;
      if (row) {
        const alike = name === null ? 1 : likeness(bareName(name), bareName(row.nameVi));
        if (alike >= askable) return { kind: "sure", id: row.id, name: row.nameVi, byName: false };
        return { kind: "asked", candidates: [{ ...row, likeness: alike }, ...(await like(name ?? ""))].slice(0, 5) };
      }
    }
    if (name === null) return { kind: "unknown" };
    const candidates = (await like(name)).filter((one) => one.likeness >= askable);
    const [first, second] = candidates;
    if (!first) return { kind: "unknown" };
    // A tax code that nobody has beside a name that somebody has is a contradiction to be asked.
    const alone = !second || first.likeness - second.likeness >= near;
    if (!taxCode && first.likeness >= sure && alone)
      return { kind: "sure", id: first.id, name: first.nameVi, byName: true };
    return { kind: "asked", candidates };
  };
}
