/**
 * A `next` from an address line, when it is a path of this portal; null for anything that a browser could take for
 * another site (`//host`, `/\host`, schemes, control characters) and for the API.
 */
export function localPath(next: string | null | undefined): string | null {
  if (!next || next.length > 500 || !/^\/(?![/\\])/.test(next)) return null;
  for (const character of next) if (character < " " || character === "\\" || character === "\u007f") return null;
  const here = "http://here.invalid";
  if (!URL.canParse(next, here)) return null;
  const url = new URL(next, here);
  if (url.origin !== here || url.pathname.startsWith("//") || url.pathname.startsWith("/api/")) return null;
  return url.pathname + url.search + url.hash;
}
