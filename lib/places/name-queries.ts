import { fold } from "@/lib/core/text";
import { db } from "@/lib/db/client";

/** A park's name without the words that all of them bear. */
const bare = (name: string): string =>
  fold(name)
    .replace(/[^a-z0-9]+/g, " ")
    .replace(
      /\b(khu vuc|khu cong nghiep|khu kinh te|khu|kcn|kkt|cum cong nghiep|ccn|hai phong|industrial park|zone|park)\b/g,
      " ",
    )
    .replace(/\s+/g, " ")
    .trim();

/**
 * Finds the park that a name means: by any of its names, its code or another name people use; also as part of an address
 * ("Lô CN2, KCN Tràng Duệ, An Dương"). Null when none or more than one is meant.
 */
export async function parkFinder(): Promise<(name: string) => number | null> {
  const parks = await db().industrialPark.findMany({ include: { aliases: { select: { name: true } } } });
  const names = new Map<string, number | null>();
  for (const { id, code, nameVi, nameEn, shortNameVi, shortNameEn, aliases } of parks)
    for (const name of [code, nameVi, nameEn, shortNameVi, shortNameEn, ...aliases.map((alias) => alias.name)].map(
      bare,
    )) {
      if (name === "") continue;
      const other = names.get(name);
      names.set(name, other === undefined || other === id ? id : null);
    }
  return (name) => {
    const wanted = bare(name);
    const exact = names.get(wanted);
    if (exact) return exact;
    const inside = [...names].filter(([known, id]) => id !== null && ` ${wanted} `.includes(` ${known} `));
    // "Nam Đình Vũ" holds "Đình Vũ": the longest is meant.
    const longest = Math.max(0, ...inside.map(([known]) => known.length));
    const ids = new Set(inside.filter(([known]) => known.length === longest).map(([, id]) => id));
    return ids.size === 1 ? ([...ids][0] ?? null) : null;
  };
}
