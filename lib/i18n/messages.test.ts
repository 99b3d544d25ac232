import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createTranslator } from "next-intl";
import { describe, expect, it } from "vitest";
import { messages } from "./messages";

type Tree = { [key: string]: string | Tree };

/** `a.b.c` → text, for every text of a tree. */
const leaves = (tree: Tree, prefix = ""): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === "string" ? [[`${prefix}${key}`, value]] : leaves(value, `${prefix}${key}.`),
  );

/** Index of the brace that closes the one at `start`. */
function closing(text: string, start: number): number {
  let depth = 0;
  for (let at = start; at < text.length; at += 1) {
    if (text[at] === "{") depth += 1;
    if (text[at] === "}") depth -= 1;
    if (depth === 0) return at;
  }
  throw new Error(`open brace in: ${text}`);
}

/** Names and kinds of the ICU arguments of a text, those inside plural and select branches too. */
function argumentsOf(text: string): string[] {
  const found: string[] = [];
  for (let at = text.indexOf("{"); at >= 0; at = text.indexOf("{", at)) {
    const end = closing(text, at);
    const [name = "", kind = "text", ...style] = text.slice(at + 1, end).split(",");
    // English bends a noun where Vietnamese only counts: both take a number.
    const counted = kind.trim().replace(/^(plural|selectordinal)$/, "number");
    found.push(`${name.trim()}:${counted}`);
    const branches = style.join(",");
    for (let open = branches.indexOf("{"); open >= 0; open = branches.indexOf("{", open)) {
      const close = closing(branches, open);
      found.push(...argumentsOf(branches.slice(open + 1, close)));
      open = close;
    }
    at = end;
  }
  return [...new Set(found)].sort();
}

const tagsOf = (text: string) => [...new Set([...text.matchAll(/<(\w+)>/g)].map((match) => match[1]))].sort();

const vi = new Map(leaves(messages.vi));
const en = new Map(leaves(messages.en));

describe("messages", () => {
  it("have the same keys in both languages", () => {
    expect([...en.keys()].sort()).toEqual([...vi.keys()].sort());
  });

  it("are never empty, and end as they begin", () => {
    const wrong = [...vi, ...en].filter(([, text]) => text.trim() === "" || text !== text.trim());
    expect(wrong).toEqual([]);
  });

  it("are filled in by a translator only: the build compiles them, so that text with parameters is no text any more", () => {
    const byHand = ["app", "components", "lib"]
      .flatMap((folder) => readdirSync(folder, { recursive: true, encoding: "utf8" }).map((file) => join(folder, file)))
      .filter((file) => /\.tsx?$/.test(file) && !/generated|\.test\./.test(file))
      .filter((file) => /replace(?:All)?\(["'`/]\\?\{/.test(readFileSync(file, "utf8")));
    expect(byHand).toEqual([]);
  });

  it("take the same arguments and tags in both languages", () => {
    const shape = (texts: Map<string, string>) =>
      Object.fromEntries([...texts].map(([key, text]) => [key, [...argumentsOf(text), ...tagsOf(text)]]));
    expect(shape(en)).toEqual(shape(vi));
  });

  it.each(["vi", "en"] as const)("can be formatted: %s", (locale) => {
    const broken: string[] = [];
    const onError = (error: Error) => void broken.push(error.message);
    const t = createTranslator({ locale, messages: messages[locale] as Tree, onError });
    for (const [key, text] of locale === "vi" ? vi : en) {
      const values = Object.fromEntries(argumentsOf(text).map((name) => [name.split(":")[0], 1]));
      const tags = Object.fromEntries(tagsOf(text).map((tag) => [tag, (chunks: string) => chunks]));
      t.markup(key as never, { ...values, ...tags });
    }
    expect(broken).toEqual([]);
  });

  it("are composed (NFC), so that they are found by search and compared right", () => {
    expect([...vi, ...en].filter(([, text]) => text !== text.normalize("NFC"))).toEqual([]);
  });
});

/** All source text that may name a key. */
function source(folder: string): string {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file))
    .map((file) => readFileSync(join(folder, file), "utf8"))
    .join("\n");
}

it("are all used: each key's last part stands in the code as a word of its own", () => {
  const words = new Set(`${source("app")}${source("components")}${source("lib")}`.match(/[A-Za-z_][\w-]*/g));
  const unused = [...vi.keys()].filter((key) => !words.has(key.split(".").at(-1) ?? ""));
  // Shared words wait for whoever needs them next; a domain's words have no reason to wait.
  expect(unused.filter((key) => !key.startsWith("common."))).toEqual([]);
});
