import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { z } from "zod";

/** A check that cannot fail checks nothing: each rule is shown a violation, and each permission is used. */
const root = resolve(import.meta.dirname, "..");
const place = mkdtempSync(join(tmpdir(), "boundaries-"));
afterAll(() => rmSync(place, { recursive: true, force: true }));

const db = 'import { db } from "@/lib/db/client"; export const a = db;';
const planted: Record<string, { code: string; breaks: string[] }> = {
  "lib/core/day.ts": {
    code: 'import { d } from "@/lib/parks/distance"; export const day = d;',
    breaks: ["core-imports-nothing"],
  },
  "lib/core/loop-a.ts": { code: 'import { b } from "./loop-b"; export const a = b;', breaks: ["no-cycles"] },
  "lib/parks/rules.ts": {
    code: 'import { q } from "./queries"; export const r = q;',
    breaks: ["pure-unless-queries-or-commands"],
  },
  "lib/parks/workflow.ts": {
    code: db,
    breaks: ["only-queries-and-commands-know-the-database", "pure-unless-queries-or-commands"],
  },
  "lib/parks/schema.ts": {
    code: 'import { B } from "@/components/ui/button"; export const s = B;',
    breaks: ["lib-is-below"],
  },
  "lib/parks/labels.ts": {
    code: 'import { h } from "next/headers"; export const l = h;',
    breaks: ["only-web-knows-next"],
  },
  "lib/parks/words.ts": {
    code: 'import { t } from "next-intl"; export const w = t;',
    breaks: ["only-what-speaks-knows-next-intl"],
  },
  "lib/parks/harness.ts": {
    code: 'import { x } from "@/tests/support/x"; export const h = x;',
    breaks: ["tests-stay-outside"],
  },
  "components/parks/card.tsx": {
    code: 'import { q } from "@/lib/parks/queries"; export const c = q;',
    breaks: ["components-see-only-pure-code"],
  },
  "components/parks/list.tsx": {
    code: 'import { P } from "@/app/page"; export const l = P;',
    breaks: ["components-are-below-app"],
  },
  "app/writing/page.tsx": {
    code: 'import { c } from "@/lib/parks/commands"; export default c;',
    breaks: ["pages-do-not-write"],
  },
  "app/reading/page.tsx": { code: db, breaks: ["only-queries-and-commands-know-the-database"] },
};

const permitted: Record<string, string> = {
  "lib/db/client.ts": 'import pg from "pg"; export const db = pg;',
  "lib/core/loop-b.ts": 'import { a } from "./loop-a"; export const b = a;',
  "lib/core/text.ts": "export const text = 1;",
  "lib/parks/queries.ts": db.replace("const a", "const q"),
  "lib/parks/history-queries.ts": db,
  "lib/parks/commands.ts": db.replace("const a", "const c"),
  "lib/parks/distance.ts": 'import { text } from "../core/text"; export const d = text;',
  "lib/web/page.ts": 'import { h } from "next/headers"; export const p = h;',
  "lib/i18n/request.ts": 'import { t } from "next-intl"; export const i = t;',
  "tests/support/x.ts": db.replace("const a", "const x"),
  "components/ui/button.tsx": 'import { d } from "@/lib/parks/distance"; export const B = d;',
  "app/page.tsx": 'import { q } from "@/lib/parks/queries"; export const P = q;',
  "app/parks/actions.ts": 'import { c } from "@/lib/parks/commands"; export const act = c;',
};

function write(path: string, content: string): void {
  mkdirSync(dirname(join(place, path)), { recursive: true });
  writeFileSync(join(place, path), content);
}

function violations(): Map<string, string[]> {
  for (const [path, { code }] of Object.entries(planted)) write(path, code);
  for (const [path, code] of Object.entries(permitted)) write(path, code);
  for (const name of ["pg/index.js", "next/headers.js", "next-intl/index.js"]) {
    write(`node_modules/${name}`, "module.exports = {};");
    write(`node_modules/${dirname(name)}/package.json`, JSON.stringify({ name: dirname(name), main: "index.js" }));
  }
  write("tsconfig.json", JSON.stringify({ compilerOptions: { jsx: "react-jsx", paths: { "@/*": ["./*"] } } }));
  symlinkSync(join(root, "node_modules/typescript"), join(place, "node_modules/typescript"));
  const program = join(root, "node_modules/dependency-cruiser/bin/dependency-cruise.mjs");
  const config = join(root, "tests/boundaries.cjs");
  const output = execFileSync(
    process.execPath,
    [program, "--config", config, "--output-type", "json", "app", "components", "lib"],
    { cwd: place, encoding: "utf8", maxBuffer: 50_000_000 },
  );
  const report = z.object({
    summary: z.object({ violations: z.array(z.object({ from: z.string(), rule: z.object({ name: z.string() }) })) }),
  });
  const found = new Map<string, Set<string>>();
  for (const { from, rule } of report.parse(JSON.parse(output)).summary.violations)
    found.set(from, (found.get(from) ?? new Set()).add(rule.name));
  return new Map([...found].map(([from, rules]) => [from, [...rules].sort()]));
}

describe("boundaries", () => {
  const found = violations();

  it.each(Object.entries(planted))("%s breaks what it was planted to break", (path, { breaks }) => {
    expect(found.get(path)).toEqual(breaks);
  });

  it("permits everything else", () => {
    expect([...found.keys()].filter((path) => !(path in planted))).toEqual([]);
  });

  it("has a planted violation for every rule", () => {
    const config: unknown = createRequire(import.meta.url)("./boundaries.cjs");
    const rules = z.object({ forbidden: z.array(z.object({ name: z.string() })) }).parse(config).forbidden;
    const broken = new Set(Object.values(planted).flatMap(({ breaks }) => breaks));
    expect(rules.map(({ name }) => name).sort()).toEqual([...broken].sort());
  });
});
