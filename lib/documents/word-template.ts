import Docxtemplater from "docxtemplater";
import PizZip from "pizzip";

/** What stands in the fields of a Word file: texts, and lists of the same. */
export type FieldValues = { [name: string]: string | FieldValues[] };

/** Thrown where a template cannot be filled; `explanation` is the engine's, in English. */
export class TemplateBroken extends Error {
  constructor(
    /** What stands between the braces, where the engine says it. */
    readonly tag: string,
    readonly explanation: string,
  ) {
    super(`${tag}: ${explanation}`);
  }
}

type EngineProblem = { properties?: { xtag?: unknown; explanation?: unknown; errors?: EngineProblem[] } };

function broken(error: unknown): TemplateBroken {
  const first = (error as EngineProblem).properties?.errors?.[0] ?? (error as EngineProblem);
  const { xtag, explanation } = first.properties ?? {};
  return new TemplateBroken(
    typeof xtag === "string" ? xtag : "",
    typeof explanation === "string" ? explanation : error instanceof Error ? error.message : String(error),
  );
}

/**
 * Fills the fields of a Word file: `{name}` takes a text (a line break stays one), `{#list}…{/list}` repeats what is
 * between, `{^list}…{/list}` shows it when the list is empty. A field without a value stays empty. Throws
 * `TemplateBroken`.
 */
export function fillWord(template: Uint8Array, values: FieldValues): Uint8Array<ArrayBuffer> {
  try {
    const document = new Docxtemplater(new PizZip(template), {
      paragraphLoop: true,
      linebreaks: true,
      errorLogging: false,
      nullGetter: () => "",
    });
    document.render(values);
    return new Uint8Array(document.getZip().generate({ type: "uint8array", compression: "DEFLATE" }));
  } catch (error) {
    throw broken(error);
  }
}

/** Text as it may stand in XML. */
export const escapeXml = (text: string): string =>
  text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");

const side = (name: string) => `<w:${name} w:val="single" w:sz="8" w:space="2" w:color="B3122B"/>`;

/** A boxed red paragraph in the middle. No frame: LibreOffice loses a frame before a table. */
const stamp = (text: string) =>
  `<w:p><w:pPr><w:pBdr>${["top", "left", "bottom", "right"].map(side).join("")}</w:pBdr><w:spacing w:before="0" w:after="60"/><w:ind w:left="2600" w:right="2600"/><w:jc w:val="center"/></w:pPr><w:r><w:rPr><w:b/><w:color w:val="B3122B"/><w:sz w:val="20"/></w:rPr><w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r></w:p>`;

/** Stamps a Word file as a draft, in red above its first page and above each page that has a header, whatever made it. */
export function stampDraft(word: Uint8Array, text: string): Uint8Array<ArrayBuffer> {
  const zip = new PizZip(word);
  for (const { name } of zip.file(/^word\/(document|header\d*)\.xml$/)) {
    const part = zip.file(name)?.asText() ?? "";
    const opening = name.includes("header") ? /<w:hdr\b[^>]*>/ : /<w:body\b[^>]*>/;
    // An empty header is the first page's, and that page bears the stamp of the body.
    if (name.includes("header") && !/<w:(t|fldChar|instrText|pgNum)\b/.test(part)) continue;
    zip.file(
      name,
      part.replace(opening, (tag) => tag + stamp(text)),
    );
  }
  return new Uint8Array(zip.generate({ type: "uint8array", compression: "DEFLATE" }));
}

const entities: Record<string, string> = { lt: "<", gt: ">", quot: '"', apos: "'", amp: "&" };

/** Text as it stands in XML, read. */
export const unescapeXml = (text: string): string =>
  text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex?: string, decimal?: string, name?: string) =>
    hex || decimal
      ? String.fromCodePoint(Number.parseInt(hex ?? decimal ?? "", hex ? 16 : 10))
      : (entities[name ?? ""] ?? whole),
  );

/** The words of a Word file's body, a paragraph a line; a cell is a paragraph too. */
export function wordText(word: Uint8Array): string {
  const body = new PizZip(word).file("word/document.xml")?.asText() ?? "";
  return [...body.matchAll(/<w:p\b[^>]*?(?:\/>|>([\s\S]*?)<\/w:p>)/g)]
    .map(([, inner = ""]) =>
      [...inner.matchAll(/<w:t(?:\s[^>]*)?>([^<]*)<\/w:t>|<w:(br|tab)\b[^>]*\/>/g)]
        .map(([, text, control]) => (control ? (control === "br" ? "\n" : "\t") : unescapeXml(text ?? "")))
        .join(""),
    )
    .join("\n");
}
