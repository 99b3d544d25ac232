import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

const read = (file: string) => readFileSync(file, "utf8");
const numbers = (text: string, pattern: RegExp) => new Set([...text.matchAll(pattern)].map(([, row]) => row));

test("every row that is called done is shown by a journey that bears its number", () => {
  const journeys = readdirSync("tests/e2e").filter((file) => file.endsWith(".spec.ts"));
  const titles = journeys.map((file) => read(`tests/e2e/${file}`)).join("\n");
  const done = numbers(read("docs/features.md"), /^\| (F\d+) +\|/gm);
  const shown = numbers(titles, /\[(F\d+)\]/g);
  expect(done.size).toBeGreaterThan(0);
  expect([...done].filter((row) => !shown.has(row))).toEqual([]);
  expect([...shown].filter((row) => !done.has(row))).toEqual([]);
});
