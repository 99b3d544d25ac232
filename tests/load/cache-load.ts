import { writeFileSync } from "node:fs";
import { join } from "node:path";
import autocannon from "autocannon";
import type { Nginx } from "../support/nginx";
import { type Figure, median, spread } from "./figures";
import { cpuOf } from "./page-load";

/** Address below which nginx serves the same bytes as a file. */
const asFile = "/as-file/";

/** What the server block of the measured nginx has beside the reference. */
export const fileLocation = (folder: string): string => `location ${asFile} { alias ${folder}/pages/; }`;

type Cost = { rate: number; cpu: number };

async function load(nginx: Nginx, path: string, amount: number): Promise<Cost> {
  const pid = nginx.workerPid;
  const cpu = cpuOf(pid);
  const since = performance.now();
  const result = await autocannon({ url: nginx.url + path, connections: 16, pipelining: 4, amount });
  const seconds = (performance.now() - since) / 1_000;
  if (result.non2xx + result.errors + result.timeouts > 0) throw new Error(`${path}: ${result.errors} requests failed`);
  return { rate: amount / seconds, cpu: (cpuOf(pid) - cpu) / amount };
}

/**
 * A public page from the cache of the reference nginx to the same bytes as a file of the same nginx, in turns: requests per
 * second, and the CPU of nginx's worker, which tells them apart even where the load generator is the slower one. The
 * cache fetches the page anew every ten seconds meanwhile, as in life.
 */
export async function compareCache(nginx: Nginx, page: { name: string; path: string }, rounds: number, amount: number) {
  const answers = [await fetch(nginx.url + page.path), await fetch(nginx.url + page.path)];
  const kept = answers[1]?.headers.get("x-cache");
  if (kept !== "HIT") throw new Error(`${page.path} is not kept by the cache: ${kept}`);
  const bytes = Buffer.from((await answers[1]?.arrayBuffer()) ?? new ArrayBuffer());
  const file = `${page.name}.html`;
  writeFileSync(join(nginx.folder, "pages", file), bytes);
  const same = Buffer.from(await (await fetch(nginx.url + asFile + file)).arrayBuffer());
  if (!same.equals(bytes)) throw new Error("the file is not the page");
  const costs: [kept: Cost, file: Cost][] = [];
  for (let round = -1; round < rounds; round++) {
    const both: [Cost, Cost] = [await load(nginx, page.path, amount), await load(nginx, asFile + file, amount)];
    if (round >= 0) costs.push(both);
  }
  const of = (side: 0 | 1, what: keyof Cost) => median(costs.map((both) => both[side][what]));
  const ratios = (what: keyof Cost) => spread(costs.map(([one, other]) => one[what] / other[what]));
  const kilobytes = (bytes.byteLength / 1_000).toFixed(0);
  const figures: Figure[] = [
    {
      name: `${page.name} page from the cache to a file: time per request`,
      value: of(1, "rate") / of(0, "rate"),
      unit: "×",
      // Nine tenths of the file's requests per second.
      most: 1 / 0.9,
      detail: `${of(0, "rate").toFixed(0)} : ${of(1, "rate").toFixed(0)} requests/s; rounds (rate) ${ratios("rate")}; ${kilobytes} kB`,
    },
    {
      name: `${page.name} page from the cache to a file: CPU of nginx`,
      value: of(0, "cpu") / of(1, "cpu"),
      unit: "×",
      detail: `${of(0, "cpu").toFixed(4)} : ${of(1, "cpu").toFixed(4)} ms; rounds ${ratios("cpu")}`,
    },
  ];
  return figures;
}
