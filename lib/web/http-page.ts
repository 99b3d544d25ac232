import { createHash } from "node:crypto";

/** What the head of a finished page decides about its answer. */
export interface PageFacts {
  /** `'sha256-…'` of each inline script, for the content security policy. */
  scriptHashes: string[];
  /** The status that the page asks for with `<meta name="x-http-status" content="410">`. */
  status?: number;
}

const script = /<script\b([^>]*)>([\s\S]*?)<\/script>/g;
const source = /\ssrc="([^"]*)"/;
const dataBlock = /\stype="application\/(?:ld\+)?json"/;
const statusMeta = /<meta name="x-http-status" content="(404|410|451)"\/?>/;
const scriptsMeta = /<meta name="x-scripts" content="none"\/?>/;
const scriptPreload = /<link rel="preload" as="script"[^>]*>/g;
/** React's place for what comes later in the stream: only a script puts it in. */
const laterPart = /<template id="[BP]:/;

function headOf(html: string): string {
  const end = html.indexOf("</head>");
  return end < 0 ? html : html.slice(0, end);
}

/**
 * Reads a whole page. Text from people cannot play a tag here: React writes `<` in text and attributes as an entity, and
 * Next writes it as `\u003c` in its inline data.
 */
export function readPage(html: string): PageFacts {
  const hashes = new Set<string>();
  for (const [, attributes = "", text = ""] of html.matchAll(script)) {
    if (source.test(attributes) || dataBlock.test(attributes)) continue;
    hashes.add(`'sha256-${createHash("sha256").update(text).digest("base64")}'`);
  }
  const status = statusMeta.exec(headOf(html))?.[1];
  return { scriptHashes: [...hashes], ...(status ? { status: Number(status) } : {}) };
}

/**
 * A whole page that asks for it with `<meta name="x-scripts" content="none">`, without what only serves to run React over it
 * again: Next's scripts and the second copy of the page in them, more than half of its bytes. What is left are data blocks
 * and scripts of the portal's own (`/theme.js`).
 *
 * @returns undefined for a page that did not ask, or that has parts which only a script puts in their place
 */
export function withoutFramework(html: string): string | undefined {
  if (!scriptsMeta.test(headOf(html)) || laterPart.test(html)) return undefined;
  return html
    .replace(script, (tag: string, attributes: string) => {
      const from = source.exec(attributes)?.[1];
      const stays = from === undefined ? dataBlock.test(attributes) : !from.startsWith("/_next/");
      return stays ? tag : "";
    })
    .replace(scriptPreload, "");
}

/** A page from Next's memory, ready to be sent. */
export interface FinishedPage extends PageFacts {
  /** UTF-8. */
  body: Buffer;
  etag: string;
}

/**
 * Remembers how the pages sent last are read and written as bytes, by the very text: Next hands out the same string as
 * long as it keeps a page, so a page that is sent a thousand times is hashed, searched and encoded once. Next itself
 * would do that each time, which is a third of what a static page costs.
 */
export class PageMemory {
  readonly #pages = new Map<string, FinishedPage>();
  #bytes = 0;

  /** @param limit bytes of all bodies together; past it the page not asked for longest is forgotten. */
  constructor(private readonly limit = 64_000_000) {}

  of(html: string): FinishedPage {
    let page = this.#pages.get(html);
    if (page) {
      this.#pages.delete(html);
    } else {
      const sent = withoutFramework(html) ?? html;
      const body = Buffer.from(sent);
      const etag = `"${createHash("sha256").update(body).digest("base64url").slice(0, 27)}"`;
      page = { ...readPage(sent), body, etag };
      this.#bytes += body.byteLength;
    }
    this.#pages.set(html, page);
    for (const [oldest, { body }] of this.#pages) {
      if (this.#bytes <= this.limit) break;
      this.#pages.delete(oldest);
      this.#bytes -= body.byteLength;
    }
    return page;
  }
}

/** Does the visitor have this page already? `*` asks for something else: whether there is any page at all. */
export function isKept(ifNoneMatch: string | undefined, etag: string): boolean {
  return (ifNoneMatch ?? "").split(",").some((mark) => mark.trim().replace(/^W\//, "") === etag);
}
