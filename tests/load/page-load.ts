import { readFileSync } from "node:fs";
import autocannon from "autocannon";
import pg from "pg";
import { searchString } from "@/lib/vacancies/search";
import { searchVacancies } from "@/lib/vacancies/search-queries";
import { type Figure, median, spread } from "./figures";
import { clientOf, on } from "./search-load";
import { mixedQueries } from "./search-queries";

/** CPU time of a process with all its threads so far, in milliseconds (user and system; the kernel counts in 10 ms). */
export function cpuOf(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

export interface Target {
  name: string;
  url: string;
  /** Paths, asked in turns. */
  paths: string[];
  pid: number;
}

interface Cost {
  /** Milliseconds of the server's CPU per request. */
  cpu: number;
  /** Milliseconds from request to answer, one after the other. */
  time: number;
}

async function load(target: Target, amount: number): Promise<Cost> {
  const cpu = cpuOf(target.pid);
  const since = performance.now();
  const result = await autocannon({
    url: target.url,
    connections: 1,
    amount,
    requests: target.paths.map((path) => ({ method: "GET", path })),
  });
  const took = performance.now() - since;
  if (result.non2xx + result.errors + result.timeouts > 0)
    throw new Error(`${target.name}: ${result.non2xx} answers were no page, ${result.errors} failed`);
  return { cpu: (cpuOf(target.pid) - cpu) / amount, time: took / amount };
}

/** Loads all targets in turns, round after round; the first round warms and does not count. */
export async function loadInTurns(targets: Target[], rounds: number, amount: number): Promise<Cost[][]> {
  const costs: Cost[][] = targets.map(() => []);
  for (let round = -1; round < rounds; round++)
    for (const [at, target] of targets.entries()) {
      const cost = await load(target, amount);
      if (round >= 0) costs[at]?.push(cost);
    }
  return costs;
}

/** CPU of a static page of the portal to a static page of the minimal app that is as heavy. */
export async function compareStatic(
  page: Target,
  baseline: { url: string; pid: number },
  rounds: number,
  amount: number,
): Promise<Figure> {
  const size = async (url: string) => (await (await fetch(url)).arrayBuffer()).byteLength;
  const wanted = await size(page.url + page.paths[0]);
  const kilobytes = Math.round(wanted / 1_000);
  const path = `/static/${kilobytes}`;
  const got = await size(baseline.url + path);
  const costs = await loadInTurns([page, { ...baseline, name: "static page", paths: [path] }], rounds, amount);
  const [own = [], theirs = []] = costs.map((rows) => rows.map(({ cpu }) => cpu));
  return {
    name: `CPU of the ${page.name} page to a static page of Next`,
    value: median(own) / median(theirs),
    unit: "×",
    most: 1.3,
    detail: `${median(own).toFixed(2)} (${spread(own)}) : ${median(theirs).toFixed(2)} (${spread(theirs)}) ms; ${(wanted / 1_000).toFixed(0)} : ${(got / 1_000).toFixed(0)} kB`,
  };
}

/** The statements that the searches send, heard once through the real code. */
async function statementsOf(databaseUrl: string): Promise<unknown[][][]> {
  let heard: unknown[][] = [];
  const client = clientOf(databaseUrl, (statement) => heard.push(statement));
  const all: unknown[][][] = [];
  for (const query of mixedQueries) {
    heard = [];
    await on(client, () => searchVacancies(query, new Date()));
    all.push(heard);
  }
  await client.$disconnect();
  return all;
}

/** The search page to an empty dynamic page and the search's own SQL through raw `pg`: time at one connection, and CPU. */
export async function compareSearchPage(
  portal: { url: string; pid: number },
  baseline: { url: string; pid: number },
  databaseUrl: string,
  path: string,
  rounds: number,
): Promise<Figure[]> {
  const paths = mixedQueries.map((query) => {
    const text = searchString(query);
    return text ? `${path}?${text}` : path;
  });
  const statements = await statementsOf(databaseUrl);
  const raw = new pg.Client({ connectionString: databaseUrl });
  await raw.connect();
  const query = raw.query.bind(raw) as (...given: unknown[]) => Promise<unknown>;
  const sql = async (): Promise<Cost> => {
    const cpu = process.cpuUsage();
    const since = performance.now();
    for (const search of statements) for (const given of search) await query(...given);
    const { user, system } = process.cpuUsage(cpu);
    return {
      time: (performance.now() - since) / statements.length,
      cpu: (user + system) / 1_000 / statements.length,
    };
  };
  const rows: { page: Cost; empty: Cost; sql: Cost }[] = [];
  try {
    for (let round = -2; round < rounds; round++) {
      const page = await load({ ...portal, name: "search page", paths }, paths.length * 2);
      const empty = await load({ ...baseline, name: "empty page", paths: ["/dynamic"] }, paths.length * 2);
      const own = await sql();
      if (round >= 0) rows.push({ page, empty, sql: own });
    }
  } finally {
    await raw.end();
  }
  return (["time", "cpu"] as const).map((what) => {
    const of = (part: "page" | "empty" | "sql") => median(rows.map((row) => row[part][what]));
    const ratios = rows.map((row) => row.page[what] / (row.empty[what] + row.sql[what]));
    return {
      name: what === "time" ? "search page to empty page + its SQL, time" : "search page to empty page + its SQL, CPU",
      value: of("page") / (of("empty") + of("sql")),
      unit: "×",
      most: 2,
      detail: `${of("page").toFixed(1)} : ${of("empty").toFixed(1)} + ${of("sql").toFixed(1)} ms; rounds ${spread(ratios)}`,
    };
  });
}
