import { checkTemplate, type TemplateProblem } from "@/lib/documents/template-check";
import { Unreadable } from "@/lib/documents/unreadable";
import { fillWord, TemplateBroken } from "@/lib/documents/word-template";
import { entryText, type ZipEntry, zipEntries } from "@/lib/documents/zip";
import { letterFields, letterValues } from "./letter-fields";
import { samplePaper } from "./sample";

/** A letter with a coat of arms holds far less. */
const limits = { total: 20e6, entry: 10e6, sharedStrings: 1, entries: 300, ratio: 200 };

/**
 * Why a file is no template: `not_word` (no .docx), `macros`, `outside` (it would fetch something from elsewhere),
 * `broken` (params of its problems; `engine` when only the filling itself shows it).
 */
export type TemplateRefusal =
  | { code: "not_word" | "macros" | "outside" }
  | { code: "broken"; problems: (TemplateProblem | { code: "engine"; tag: string; text: string })[] };

const filled = /^word\/(document|header\d*|footer\d*|footnotes|endnotes)\.xml$/;

async function partsOf(bytes: Buffer, entries: readonly ZipEntry[], wanted: RegExp): Promise<Map<string, string>> {
  const parts = new Map<string, string>();
  for (const entry of entries) if (wanted.test(entry.name)) parts.set(entry.name, await entryText(bytes, entry));
  return parts;
}

/** Relations to elsewhere, but for links that a reader clicks on. */
const reachesOut = (relations: string): boolean =>
  [...relations.matchAll(/<Relationship\b[^>]*>/g)].some(
    ([relation]) => /TargetMode="External"/.test(relation) && !/\/hyperlink"/.test(relation),
  );

/**
 * Looks whether bytes are a Word file whose fields a letter can fill; tries it on sample rows. Content decides, never the
 * file's name. Answers the names of the fields in use.
 */
export async function readLetterTemplate(
  bytes: Buffer<ArrayBuffer>,
): Promise<{ ok: true; used: string[] } | ({ ok: false } & TemplateRefusal)> {
  try {
    const entries = zipEntries(bytes, limits);
    const names = entries.map(({ name }) => name);
    if (!names.includes("word/document.xml")) return { ok: false, code: "not_word" };
    const types = await partsOf(bytes, entries, /^\[Content_Types\]\.xml$/);
    if (names.some((name) => /vbaProject/i.test(name)) || /macroEnabled/i.test([...types.values()].join()))
      return { ok: false, code: "macros" };
    const relations = await partsOf(bytes, entries, /\.rels$/);
    if ([...relations.values()].some(reachesOut)) return { ok: false, code: "outside" };
    const { used, problems } = checkTemplate(await partsOf(bytes, entries, filled), letterFields);
    if (problems.length > 0) return { ok: false, code: "broken", problems };
    fillWord(bytes, letterValues(samplePaper("https://vieclam.example")));
    return { ok: true, used };
  } catch (error) {
    if (error instanceof Unreadable) return { ok: false, code: "not_word" };
    if (error instanceof TemplateBroken)
      return { ok: false, code: "broken", problems: [{ code: "engine", tag: error.tag, text: error.explanation }] };
    throw error;
  }
}
