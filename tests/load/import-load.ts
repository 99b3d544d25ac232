import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { migrate } from "@/lib/runtime/migrate";
import type { Postgres } from "@/lib/runtime/postgres";
import { recreateDatabase } from "@/lib/runtime/seeding";
import type { Figure } from "./figures";
import { runMeasured } from "./measured-process";

const imported = z.object({
  rows: z.number(),
  times: z.record(z.string(), z.number()),
  before: z.number(),
  peak: z.number(),
});
const exported = z.object({ seconds: z.number(), size: z.number(), before: z.number(), peak: z.number() });

const run = (url: string, ...words: (string | number)[]) => runMeasured(url, "import-process", words);

/**
 * Tables of two sizes taken in from upload to vacancies handed in, and a long list taken out: time, peak of memory, and how
 * both grow. The larger table has ten times the rows: what it costs more than ten times is growth beyond the rows.
 */
export async function measureImports(postgres: Postgres, quick: boolean): Promise<Figure[]> {
  const [small, large, lines] = quick ? [500, 5_000, 20_000] : [5_000, 50_000, 200_000];
  const folder = mkdtempSync(join(tmpdir(), "heza-imports-"));
  const url = postgres.url("imports_bench");
  try {
    await recreateDatabase(url);
    await migrate(url);
    await run(url, "prepare", folder, lines, small, large);
    const few = imported.parse(await run(url, "import", folder, small));
    const many = imported.parse(await run(url, "import", folder, large));
    const out = exported.parse(await run(url, "export"));
    const seconds = ({ times }: typeof few) => Object.values(times).reduce((sum, time) => sum + time, 0);
    const parts = ({ times, before }: typeof few) =>
      `${Object.entries(times)
        .map(([name, time]) => `${name} ${time.toFixed(1)}`)
        .join(", ")}; ${before.toFixed(0)} MB before it began`;
    return [
      { name: `import of ${small} rows`, value: seconds(few), unit: "s", detail: parts(few) },
      { name: `import of ${large} rows`, value: seconds(many), unit: "s", detail: parts(many) },
      {
        name: "time a row, ten times the rows",
        value: seconds(many) / many.rows / (seconds(few) / few.rows),
        unit: "×",
        most: 1.5,
        detail: "1 is linear",
      },
      {
        name: `import of ${small} rows, peak`,
        value: few.peak,
        unit: "MB",
        most: 500,
        detail: "resident memory of the process",
      },
      {
        name: `import of ${large} rows, peak`,
        value: many.peak,
        unit: "MB",
        most: 700,
        detail: "resident memory of the process",
      },
      {
        name: "peak, ten times the rows",
        value: many.peak / few.peak,
        unit: "×",
        most: 2.5,
        detail: "memory hardly grows with the table",
      },
      { name: `export of ${lines} rows`, value: out.seconds, unit: "s", detail: `${out.size.toFixed(1)} MB of file` },
      {
        name: `export of ${lines} rows, peak`,
        value: out.peak,
        unit: "MB",
        most: 400,
        detail: `${out.before.toFixed(0)} MB before it began`,
      },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
