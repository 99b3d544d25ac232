import { createHash } from "node:crypto";

/** What the head of a finished page decides about its answer. */
export interface PageFacts {
  /** `'sha256-…'` of each inline script, for the content security policy. */
  scriptHashes: string[];
  /** The status that the page asks for with `<meta name="x-http-status" content="410">`. */
  status?: number;
}

const inlineScript = /<script(?![^>]*\ssrc=)([^>]*)>([\s\S]*?)<\/script>/g;
const dataBlock = /\stype="application\/(?:ld\+)?json"/;
const statusMeta = /<meta name="x-http-status" content="(404|410|451)"\/?>/;

/**
 * Reads a whole page. Text from people cannot play a tag here: React writes `<` in text and attributes as an entity, and
 * Next writes it as `\u003c` in its inline data.
 */
export function readPage(html: string): PageFacts {
  const hashes = new Set<string>();
  for (const [, attributes, source] of html.matchAll(inlineScript)) {
    if (source === undefined || dataBlock.test(attributes ?? "")) continue;
    hashes.add(`'sha256-${createHash("sha256").update(source).digest("base64")}'`);
  }
  const end = html.indexOf("</head>");
  const status = statusMeta.exec(end < 0 ? html : html.slice(0, end))?.[1];
  return { scriptHashes: [...hashes], ...(status ? { status: Number(status) } : {}) };
}

/** Remembers the facts of the pages read last, by their ETag: a page that is sent a thousand times is read once. */
export class PageMemory {
  readonly #facts = new Map<string, PageFacts>();

  constructor(private readonly limit = 2_000) {}

  /** Facts of a page; without an ETag it is read each time. */
  of(etag: string | undefined, html: () => string): PageFacts {
    if (!etag) return readPage(html());
    const known = this.#facts.get(etag);
    if (known) {
      this.#facts.delete(etag);
      this.#facts.set(etag, known);
      return known;
    }
    const facts = readPage(html());
    this.#facts.set(etag, facts);
    if (this.#facts.size > this.limit) {
      const oldest = this.#facts.keys().next();
      if (!oldest.done) this.#facts.delete(oldest.value);
    }
    return facts;
  }
}
