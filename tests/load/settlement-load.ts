import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { migrate } from "@/lib/runtime/migrate";
import type { Postgres } from "@/lib/runtime/postgres";
import { recreateDatabase } from "@/lib/runtime/seeding";
import { dropDatabase } from "./databases";
import type { Figure } from "./figures";
import { runMeasured } from "./measured-process";
import { makeYear } from "./settlement-data";

const measured = z.object({
  times: z.record(z.string(), z.number()),
  before: z.number(),
  peak: z.number(),
  size: z.number(),
});
type Measured = z.infer<typeof measured>;

/**
 * Of what a process holds for a time V8 collects late, as long as nobody bounds it: about twice what is in use. So the peak
 * is measured in one that may not hold more than this, in MB of objects that live for some time. Less than what the work needs ends it.
 */
const bound = "--max-old-space-size=96";

const run = async (url: string, words: string[], flags = [bound]) =>
  measured.parse(await runMeasured(url, "settlement-process", words, flags));

type Year = { people: number; made: number; settled: number; parts: Record<string, Measured> };

async function measureYear(postgres: Postgres, people: number, folder: string): Promise<Year> {
  const name = `settlement_bench_${people}`;
  const url = postgres.url(name);
  await recreateDatabase(url);
  await migrate(url);
  const since = performance.now();
  await makeYear(url, people);
  const made = (performance.now() - since) / 1_000;
  const parts: Year["parts"] = {};
  for (const part of ["settle", "page", "excel", "word"]) parts[part] = await run(url, [part, folder]);
  parts.free = await run(url, ["excel", folder], []);
  await dropDatabase(postgres.url(), name);
  const settled = Object.values(parts.settle?.times ?? {}).reduce((sum, time) => sum + time, 0);
  return { people, made, settled, parts };
}

/** Settlements of two years: time, growth a person, and the peak of memory of the processes that write their papers. */
export async function measureSettlements(postgres: Postgres, quick: boolean): Promise<Figure[]> {
  const found: Year[] = [];
  const folder = mkdtempSync(join(tmpdir(), "heza-settlement-"));
  try {
    for (const people of quick ? [1_000, 10_000] : [10_000, 1_000_000])
      found.push(await measureYear(postgres, people, folder));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  const [small, large] = found;
  if (!small || !large) throw new Error("nothing was measured");
  const told = ({ before, peak, size }: Measured) =>
    `${before.toFixed(0)} MB before it began, ${(peak - before).toFixed(0)} more${size > 0 ? `; ${size.toFixed(1)} MB of file` : ""}`;
  const figures = found.flatMap(({ people, made, settled, parts }): Figure[] => [
    {
      ...{ name: `settlement of ${people} people`, value: settled, unit: "s" },
      detail: [...Object.entries(parts.settle?.times ?? {}), ["year made", made] as const]
        .map(([name, time]) => `${name} ${time.toFixed(1)}`)
        .join(", "),
    },
    ...Object.entries(parts)
      .filter(([part]) => part !== "free")
      .map(
        ([part, one]): Figure => ({
          ...{ name: `${part} of ${people} people, peak`, value: one.peak, unit: "MB", most: 200 },
          detail: `${told(one)}; ${(one.times[part] ?? settled).toFixed(1)} s`,
        }),
      ),
    ...(parts.free
      ? [
          {
            ...{ name: `excel of ${people} people, peak without a bound`, value: parts.free.peak, unit: "MB" as const },
            detail: `${told(parts.free)}; ${(parts.free.times.excel ?? 0).toFixed(1)} s`,
          },
        ]
      : []),
  ]);
  /** How the questions of a group grew; the one that grew most counts. */
  const growth = (name: string, most: number, questions: string[]): Figure => {
    const ratios = questions
      .map((question) => {
        const [less, more] = [small.parts.page?.times[question] ?? 0, large.parts.page?.times[question] ?? 0];
        return {
          ratio: more / less,
          told: `${question} ${(less * 1_000).toFixed(1)} and ${(more * 1_000).toFixed(1)} ms`,
        };
      })
      .sort((a, b) => b.ratio - a.ratio);
    return {
      ...{ name: `${name}, the larger year`, value: ratios[0]?.ratio ?? 0, unit: "×", most },
      detail: ratios.map(({ told: text }) => text).join("; "),
    };
  };
  return [
    ...figures,
    {
      ...{
        name: "time a person, the larger year",
        value: large.settled / large.people / (small.settled / small.people),
      },
      ...{ unit: "×", most: 2, detail: "1 is linear" },
    },
    growth("first, last and filtered page of lines", 12, ["first page", "last page", "unexplained", "carried"]),
    // What looks at as many times more lines: those before the page, all that came back, all that bear the word.
    growth("lines counted and searched", large.people / small.people, [
      ...["middle page", "returned", "by name", "by number", "by a name that all bear"],
    ]),
  ];
}
