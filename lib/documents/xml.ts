import { StringDecoder } from "node:string_decoder";
import { Unreadable } from "./unreadable";

export type XmlHandler = {
  /** Local name without prefix; attributes as written, read with `attribute()`. */
  open: (name: string, attributes: string) => void;
  text: (text: string) => void;
  close: (name: string) => void;
};

const named: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** Resolves the five named and all numeric references; nothing else exists without a DTD, and a DTD is refused. */
export const unescapeXml = (text: string): string =>
  text.includes("&")
    ? text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/gi, (whole, hex, decimal, name) => {
        if (name) return named[name] ?? whole;
        const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
        return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
      })
    : text;

const patterns = new Map<string, RegExp>();

/** The value of an attribute by its local name, unescaped; undefined when it is not there. */
export function attribute(attributes: string, name: string): string | undefined {
  let pattern = patterns.get(name);
  if (!pattern) {
    pattern = new RegExp(`(?:^|[\\s:])${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`);
    patterns.set(name, pattern);
  }
  const match = pattern.exec(attributes);
  return match ? unescapeXml(match[1] ?? match[2] ?? "") : undefined;
}

const localName = (name: string) => name.slice(name.indexOf(":") + 1);

/**
 * A reader of XML pieces that calls back for each element and text: enough for Office's parts, which are written by
 * machines. A tag longer than a megabyte and any DTD are refused. `feed` takes pieces of any size, `end` checks the rest.
 */
export function xmlReader(handler: XmlHandler): { feed: (piece: Buffer) => void; end: () => void } {
  const decoder = new StringDecoder("utf8");
  let rest = "";

  function tag(inside: string): void {
    if (inside.startsWith("?")) return;
    if (inside.startsWith("!")) throw new Unreadable("damaged", {}, "a DTD");
    if (inside.startsWith("/")) {
      handler.close(localName(inside.slice(1).trim()));
      return;
    }
    const self = inside.endsWith("/");
    const body = self ? inside.slice(0, -1) : inside;
    const space = body.search(/\s/);
    const name = localName(space === -1 ? body : body.slice(0, space));
    handler.open(name, space === -1 ? "" : body.slice(space));
    if (self) handler.close(name);
  }

  /** End of the construct that begins at `from`, exclusive; -1 while it is not all there. */
  function special(from: number, mark: string, ending: string): number {
    if (!rest.startsWith(mark, from)) return 0;
    const end = rest.indexOf(ending, from + mark.length);
    return end === -1 ? -1 : end + ending.length;
  }

  function consume(last: boolean): void {
    let at = 0;
    while (at < rest.length) {
      const open = rest.indexOf("<", at);
      if (open === -1) break;
      if (open > at) handler.text(unescapeXml(rest.slice(at, open)));
      at = open;
      if (!last && rest.length - open < 9 && rest.startsWith("<!", open)) break;
      const comment = special(open, "<!--", "-->");
      if (comment === -1) break;
      if (comment > 0) {
        at = comment;
        continue;
      }
      const data = special(open, "<![CDATA[", "]]>");
      if (data === -1) break;
      if (data > 0) {
        handler.text(rest.slice(open + 9, data - 3));
        at = data;
        continue;
      }
      const close = endOfTag(rest, open);
      if (close === -1) break;
      tag(rest.slice(open + 1, close));
      at = close + 1;
    }
    rest = rest.slice(at);
    if (rest.length > 1_000_000) throw new Unreadable("damaged", {}, "an endless tag or text");
  }

  return {
    feed: (piece) => {
      rest += decoder.write(piece);
      consume(false);
    },
    end: () => {
      rest += decoder.end();
      consume(true);
      if (rest.trim() !== "") throw new Unreadable("damaged", {}, "cut off");
    },
  };
}

/** Index of the `>` that ends a tag; one inside a quoted attribute does not. */
function endOfTag(text: string, from: number): number {
  let close = text.indexOf(">", from);
  while (close !== -1) {
    const inside = text.slice(from, close);
    const double = inside.split('"').length - 1;
    if (double % 2 === 0) return close;
    close = text.indexOf(">", close + 1);
  }
  return -1;
}
