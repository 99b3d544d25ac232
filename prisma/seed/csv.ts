import { readFileSync } from "node:fs";

/** Rows of one of the seed's own CSV files as objects by header: commas, double quotes, UTF-8. */
export function readCsv(file: URL): Record<string, string>[] {
  const [header = [], ...rows] = readFileSync(file, "utf8")
    .split(/\r?\n/)
    .filter((line) => line.trim() !== "")
    .map(cells);
  return rows.map((row) => Object.fromEntries(header.map((name, at) => [name, row[at] ?? ""])));
}

const cells = (line: string): string[] =>
  [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) =>
    quoted === undefined ? (plain ?? "") : quoted.replaceAll('""', '"'),
  );
