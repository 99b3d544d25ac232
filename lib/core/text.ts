/**
 * Folds Vietnamese text for comparison: NFC or NFD, any case, with or without diacritics give the same result
 * ("Điện tử" → "dien tu"). The database's `vi_norm()` does the same; text.test.ts and the search test hold them equal.
 */
export function fold(text: string): string {
  // Plain letters have nothing to take away: the usual case of a word that has been folded before.
  if (/^[\x20-\x7e]*$/.test(text)) return text.toLowerCase();
  let folded = "";
  for (let at = 0; at < text.length; at++) {
    const plain = composed[text.charCodeAt(at)];
    if (plain === undefined) return foldByRules(text);
    folded += plain;
  }
  return folded;
}

const foldByRules = (text: string): string =>
  text
    .normalize("NFD")
    .replace(/\p{M}+/gu, "")
    .replace(/[đĐ]/g, "d")
    .toLowerCase()
    .normalize("NFC");

/**
 * What Latin letters fold to, one by one: a table of thousands of rows folds each cell several times. Letters that combine
 * with their neighbours (marks, Hangul) are not there: a text with one of them goes by the rules.
 */
const composed: readonly (string | undefined)[] = Array.from({ length: 0x2027 }, (_, code) =>
  code < 0x250 || (code >= 0x1e00 && code < 0x1f00) || code >= 0x2010
    ? foldByRules(String.fromCharCode(code))
    : undefined,
);

/** A readable address part: `Công nhân lắp ráp` → `cong-nhan-lap-rap`; at most 80 characters, never empty. */
export function slugify(text: string): string {
  const slug = fold(text)
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 80)
    .replace(/^-+|-+$/g, "");
  return slug || "tin";
}

/** Collapses white space and normalises to NFC; what a person typed into a one-line field. */
export const tidy = (text: string): string => text.normalize("NFC").replace(/\s+/g, " ").trim();
