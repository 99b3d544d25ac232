import { unescapeXml } from "./word-template";

/** A field is a text (null) or a list with fields of its own. */
export type FieldNames = { readonly [name: string]: null | Readonly<Record<string, null>> };

/** Where in a Word file: which part, its how manyth paragraph (cells of tables count too), and the paragraph's words. */
export type Place = { part: "body" | "header" | "footer" | "notes"; paragraph: number; text: string };

/**
 * What is wrong with a field. `unclosed`, `unopened`: a brace without its other one; `unknown`: no such field here;
 * `list`: a list used as a text, `text`: a text used as a list; `neverClosed`, `neverOpened`, `crossed`: the ends of a
 * list; `kind`: a sign before the name that is not taken.
 */
export type TemplateProblem = Place & {
  code: "unclosed" | "unopened" | "unknown" | "list" | "text" | "neverClosed" | "neverOpened" | "crossed" | "kind";
  /** What stands between the braces. */
  tag: string;
};

type Tag = { tag: string; place: Place };

const partOf = (name: string): Place["part"] =>
  name.includes("header") ? "header" : name.includes("footer") ? "footer" : name.includes("notes") ? "notes" : "body";

/** Paragraphs of a part in their order, with their words; a text box's paragraphs stand by themselves. */
function paragraphsOf(xml: string): string[] {
  const texts: string[] = [];
  const open: number[] = [];
  for (const [, start, selfClosing, end, text, control] of xml.matchAll(
    /<(w:p)\b[^>]*?(\/?)>|<\/(w:p)>|<w:t(?:\s[^>]*)?>([^<]*)<\/w:t>|<w:(br|tab)\b[^>]*\/>/g,
  )) {
    if (start) {
      texts.push("");
      if (!selfClosing) open.push(texts.length - 1);
    } else if (end) open.pop();
    else {
      const at = open.at(-1);
      if (at !== undefined) texts[at] += control ? " " : unescapeXml(text ?? "");
    }
  }
  return texts;
}

/** The tags of a paragraph, and braces that have no other. */
function tagsOf(place: Place): { tags: Tag[]; problems: TemplateProblem[] } {
  const tags: Tag[] = [];
  const problems: TemplateProblem[] = [];
  const { text } = place;
  let start = -1;
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === "{") {
      if (start >= 0) problems.push({ ...place, code: "unclosed", tag: text.slice(start + 1, at).slice(0, 60) });
      start = at;
    } else if (text[at] === "}") {
      if (start < 0) problems.push({ ...place, code: "unopened", tag: text.slice(Math.max(0, at - 30), at).trim() });
      else tags.push({ tag: text.slice(start + 1, at).trim(), place });
      start = -1;
    }
  }
  if (start >= 0) problems.push({ ...place, code: "unclosed", tag: text.slice(start + 1, start + 61) });
  return { tags, problems };
}

type Open = { name: string; place: Place };

/** Walks the tags of one part against the fields that there are. */
function walk(tags: readonly Tag[], fields: FieldNames, used: Set<string>): TemplateProblem[] {
  const problems: TemplateProblem[] = [];
  const stack: Open[] = [];
  const inside = (): FieldNames => {
    const list = stack.at(-1);
    const inner = list && fields[list.name];
    return inner ? { ...fields, ...inner } : fields;
  };
  for (const { tag, place } of tags) {
    const [, sign = "", name = ""] = /^([#^/@$&=\-*%!]?)\s*(.*)$/.exec(tag) ?? [];
    const say = (code: TemplateProblem["code"]) => problems.push({ ...place, code, tag });
    if (sign === "#" || sign === "^") {
      // Known at the outermost level only: lists hold texts.
      if (!(name in fields)) say("unknown");
      else if (fields[name] === null) say("text");
      else used.add(name);
      stack.push({ name, place });
    } else if (sign === "/") {
      const top = stack.pop();
      if (!top) say("neverOpened");
      else if (name !== "" && top.name !== name) say("crossed");
    } else if (sign !== "") say("kind");
    else if (!(name in inside())) say("unknown");
    else if (inside()[name] !== null) say("list");
    else used.add(stack.length > 0 && !(name in fields) ? `${stack.at(-1)?.name}.${name}` : name);
  }
  for (const { name, place } of stack) problems.push({ ...place, code: "neverClosed", tag: `#${name}` });
  return problems;
}

/** The words about a tag; a paragraph may be a page long. */
function around({ text, tag }: { text: string; tag: string }): string {
  const at = Math.max(0, text.indexOf(tag));
  const [from, to] = [Math.max(0, at - 50), at + tag.length + 50];
  return `${from > 0 ? "…" : ""}${text.slice(from, to).trim()}${to < text.length ? "…" : ""}`;
}

/**
 * Reads the fields of a Word template and what is wrong with them, each with its place.
 *
 * @param parts the XML of its parts by name: `word/document.xml`, `word/header1.xml`, …
 * @returns the names of the fields in use (`list`, `list.field`, `text`), and the problems in the order of the file
 */
export function checkTemplate(
  parts: ReadonlyMap<string, string>,
  fields: FieldNames,
): { used: string[]; problems: TemplateProblem[] } {
  const used = new Set<string>();
  const problems: TemplateProblem[] = [];
  for (const [name, xml] of parts) {
    const tags: Tag[] = [];
    paragraphsOf(xml).forEach((text, index) => {
      const found = tagsOf({ part: partOf(name), paragraph: index + 1, text });
      tags.push(...found.tags);
      problems.push(...found.problems);
    });
    problems.push(...walk(tags, fields, used));
  }
  return {
    used: [...used].sort(),
    problems: problems.map((problem) => ({ ...problem, text: around(problem) })),
  };
}
