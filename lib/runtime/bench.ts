import { writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { parseArgs } from "node:util";
import { z } from "zod";
import { type Baseline, startBaseline } from "@/tests/load/baseline";
import { compareCache, fileLocation } from "@/tests/load/cache-load";
import { scaledDatabase } from "@/tests/load/databases";
import { measureDeadlines } from "@/tests/load/deadline-load";
import { measureDossiers } from "@/tests/load/dossier-load";
import { brokenBudgets, type Figure, tableOf } from "@/tests/load/figures";
import { measureImports } from "@/tests/load/import-load";
import { measureLedger } from "@/tests/load/ledger-load";
import { markPage } from "@/tests/load/lighthouse";
import { compareSearchPage, compareStatic } from "@/tests/load/page-load";
import { publicPages, scriptWeights } from "@/tests/load/pages";
import { searchPlans } from "@/tests/load/plans";
import { timeQueue } from "@/tests/load/queue-load";
import { measureSchools } from "@/tests/load/school-load";
import { compareSearch } from "@/tests/load/search-load";
import { measureSettlements } from "@/tests/load/settlement-load";
import { findNginx, Nginx } from "@/tests/support/nginx";
import { build } from "./build";
import { ensureDataFolder } from "./folders";
import { freePort } from "./ports";
import { startPostgres } from "./postgres";
import { type Service, startService, untilHealthy } from "./services";
import { completeEnvironment, givenEnvironment } from "./settings";

/**
 * `npm run bench [-- --quick] [--only search|all-open|pages|imports|ledger|settlement|deadlines|schools|dossiers|cache|lighthouse]
 * [--size N] [--rounds N] [--json FILE]`: measures what the portal promises of its speed, as ratios within one run (docs/guide/bench.md). Ends with 1
 * when a budget is broken. The large databases are kept in `.data` for the next run; `--quick` makes small ones, to see that
 * everything still runs.
 */
const { values: options } = parseArgs({
  options: {
    quick: { type: "boolean" },
    only: { type: "string" },
    size: { type: "string" },
    rounds: { type: "string" },
    json: { type: "string" },
  },
});
const sizes = options.quick
  ? { small: 1_000, large: 10_000 }
  : { small: 10_000, large: z.coerce.number().int().min(10_000).default(1_000_000).parse(options.size) };
const rounds = z.coerce
  .number()
  .int()
  .min(1)
  .default(options.quick ? 2 : 7)
  .parse(options.rounds);
const realistic = 0.03;
type Part =
  | "search"
  | "all-open"
  | "pages"
  | "imports"
  | "ledger"
  | "settlement"
  | "deadlines"
  | "schools"
  | "dossiers"
  | "cache";
const wants = (part: Part) => !options.only || options.only === part;

const figures: Figure[] = [];
function add(...more: Figure[]): void {
  for (const figure of more)
    console.log(`  ${figure.name}: ${figure.value.toFixed(2)} ${figure.unit}  ${figure.detail}`);
  figures.push(...more);
}

async function searchAt(open: number): Promise<Figure[]> {
  const small = await scaledDatabase(postgres, sizes.small, open);
  const large = await scaledDatabase(postgres, sizes.large, open);
  const label = `${Math.round(open * 100)} % open`;
  return [...(await compareSearch(small, large, { label, rounds })), await searchPlans(large, label)];
}

// What is begun ends with this process; the database stays for the next run, which finds it.
for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => process.exit(130));

ensureDataFolder();
const postgres = await startPostgres({ name: "bench" });
const services: Service[] = [];
let baseline: Baseline | undefined;
let nginx: Nginx | undefined;

async function startPortal(
  databaseUrl: string,
  port: number,
  publicUrl: string,
): Promise<{ url: string; pid: number }> {
  const environment = completeEnvironment(
    { ...givenEnvironment(), PORT: String(port), PUBLIC_URL: publicUrl, HOST: "127.0.0.1" },
    databaseUrl,
    "production",
  );
  console.log(`Pages: ${await build(environment)}`);
  const server = startService("server", environment, { logName: "bench-server" });
  services.push(server);
  await untilHealthy(server, port);
  return { url: `http://127.0.0.1:${port}`, pid: server.pid };
}

try {
  if (wants("search")) {
    add(...(await searchAt(realistic)));
    add(await timeQueue(await scaledDatabase(postgres, sizes.large, realistic), rounds));
  }
  if (wants("all-open")) add(...(await searchAt(1)));
  if (wants("deadlines")) add(...(await measureDeadlines(postgres, options.quick === true, rounds)));
  if (wants("schools")) add(...(await measureSchools(postgres, options.quick === true, rounds)));
  if (wants("dossiers")) add(...(await measureDossiers(postgres, options.quick === true, rounds)));
  if (wants("imports")) add(...(await measureImports(postgres, options.quick === true)));
  if (wants("ledger")) add(...(await measureLedger(postgres, options.quick === true, rounds)));
  if (wants("settlement")) add(...(await measureSettlements(postgres, options.quick === true)));
  if (wants("pages")) {
    const large = await scaledDatabase(postgres, sizes.large, realistic);
    const port = await freePort();
    const portal = await startPortal(large, port, `http://localhost:${port}`);
    add(await scriptWeights(portal.url, large));
    baseline = await startBaseline();
    const pages = await publicPages(large, "vi");
    const amount = options.quick ? 50 : 200;
    for (const name of ["job", "home", "batch", "enterprises"]) {
      const page = pages.find((one) => one.name === `${name} vi`);
      if (page) add(await compareStatic({ ...portal, name, paths: [page.path] }, baseline, rounds, amount));
    }
    const search = pages.find(({ name }) => name === "search vi");
    if (search) add(...(await compareSearchPage(portal, baseline, large, search.path, rounds)));
  }
  if (wants("cache") && !findNginx() && !options.only)
    console.error(
      "\n  !!! NOT MEASURED: the cache, since nginx is not installed here (apt-get install nginx-light).\n",
    );
  else if (wants("cache") || options.only === "lighthouse") {
    const small = await scaledDatabase(postgres, sizes.small, realistic);
    const port = await freePort();
    nginx = await Nginx.start([`http://127.0.0.1:${port}`], fileLocation);
    await startPortal(small, port, nginx.url);
    const pages = (await publicPages(small, "vi")).map((page) => ({ ...page, name: page.name.replace(" vi", "") }));
    const some = (...names: string[]) => pages.filter(({ name }) => names.includes(name));
    if (options.only === "lighthouse")
      for (const { name, path } of some("home", "search", "job")) add(await markPage(name, nginx.url + path));
    else
      for (const page of some("home", "search", "job", "batch"))
        add(...(await compareCache(nginx, page, rounds, options.quick ? 5_000 : 20_000)));
  }
} finally {
  await nginx?.stop();
  baseline?.stop();
  await Promise.all(services.map((service) => service.stop()));
  await postgres.stop();
}

console.log(
  `\n${sizes.large} vacancies, ${cpus().length} cores, Node ${process.versions.node}\n\n${tableOf(figures)}\n`,
);
if (options.json)
  writeFileSync(options.json, `${JSON.stringify({ sizes, node: process.version, figures }, null, 2)}\n`);
const broken = brokenBudgets(figures);
for (const { name, value, most, unit } of broken)
  console.error(`Broken: ${name} is ${value.toFixed(2)} ${unit}, not ≤ ${most}.`);
process.exit(broken.length > 0 ? 1 : 0);
