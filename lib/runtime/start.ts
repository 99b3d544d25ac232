import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { z } from "zod";
import { readEnv } from "@/lib/config/env";
import { build } from "./build";
import { projectRoot } from "./folders";
import { generate } from "./generate";
import { record, releaseFolder, takeFolder, whenStarterDies } from "./instance";
import { migrate } from "./migrate";
import { portIsFree } from "./ports";
import { type Postgres, startPostgres } from "./postgres";
import { recreateDatabase, seed, seedingOf } from "./seeding";
import { exists, lastWords, type Service, startService, untilHealthy } from "./services";
import { completeEnvironment, givenEnvironment } from "./settings";

/**
 * `npm start`: from a fresh clone to a running portal, doing only what is not done yet. With DATABASE_URL it uses that
 * server and writes no sample data unless asked (`--seed`); without, a PostgreSQL of its own in `.data`.
 */
const dev = process.argv.includes("--dev");
const begin = Date.now();
let postgres: Postgres | undefined;
const services: Service[] = [];
let stopping = false;

function say(what: string, since: number, detail = ""): void {
  console.log(`  ${what.padEnd(14)}${detail.padEnd(26)}${((Date.now() - since) / 1000).toFixed(1).padStart(6)} s`);
}

async function stop(code: number): Promise<never> {
  if (!stopping) {
    stopping = true;
    record(
      services.map(({ pid }) => pid),
      true,
    );
    await Promise.all(services.map((service) => service.stop()));
    await postgres?.stop();
    releaseFolder();
    process.exit(code);
  }
  return new Promise<never>(() => {});
}

function fail(error: unknown): Promise<never> {
  if (!stopping) console.error(`\n${error instanceof Error ? error.message : error}`);
  return stop(1);
}

async function prepareDatabase(url: string, embedded: boolean): Promise<void> {
  let since = Date.now();
  if (embedded && (await seedingOf(url)) === "seeding") await recreateDatabase(url); // it was interrupted
  const applied = await migrate(url);
  say("Migrations", since, applied.length > 0 ? `${applied.length} applied` : "up to date");
  since = Date.now();
  say("Prisma client", since, generate());
  since = Date.now();
  const wanted = process.argv.includes("--seed") || (embedded && (await seedingOf(url)) === "none");
  if (wanted && (await seed(url))) say("Sample data", since, "written");
}

const accountsShape = z.array(z.object({ role: z.string(), email: z.string(), password: z.string() }));

async function sampleAccounts(url: string): Promise<string> {
  const file = join(projectRoot, "prisma/seed/accounts.ts");
  if (!existsSync(file) || (await seedingOf(url)) !== "seeded") return "";
  const loaded: unknown = await import(pathToFileURL(file).href);
  const found = z.object({ sampleAccounts: accountsShape }).safeParse(loaded);
  if (!found.success) return "";
  const width = Math.max(...found.data.sampleAccounts.map(({ role }) => role.length)) + 2;
  const lines = found.data.sampleAccounts.map(
    (account) => `    ${account.role.padEnd(width)}${account.email}  ${account.password}`,
  );
  return `\n  Sample accounts (invented people):\n${lines.join("\n")}\n`;
}

/** The worker is started anew when it fails: what it had in hand, the queue gives out again. The server's end is ours. */
function watch(service: Service, restart?: () => void): void {
  void service.ended.then((code) => {
    if (stopping) return;
    services.splice(services.indexOf(service), 1);
    if (!restart) return fail(new Error(`The ${service.name} ended (code ${code}).\n${lastWords(service)}`));
    console.error(`  The ${service.name} ended (code ${code}): starting it again. Its log: ${service.logFile}`);
    setTimeout(() => stopping || restart(), 2_000);
  });
}

async function run(): Promise<void> {
  const given = givenEnvironment();
  const port = Number(given.PORT ?? 3000);
  const other = await takeFolder();
  if (other) {
    console.error(`The portal is running from this folder already (process ${other}). Stop that one first.`);
    process.exit(1);
  }
  process.on("SIGINT", () => void stop(0));
  process.on("SIGTERM", () => void stop(0));
  process.on("SIGHUP", () => void stop(0));
  whenStarterDies(() => void stop(1));
  // Also says what is wrong with the variables, before any long work.
  const placeholder = given.DATABASE_URL ?? "postgresql://localhost/embedded";
  readEnv(completeEnvironment(given, placeholder, dev ? "development" : "production"));
  if (!(await portIsFree(port))) return fail(new Error(`Port ${port} is taken: stop what listens there, or set PORT.`));

  let since = Date.now();
  if (!given.DATABASE_URL) {
    postgres = await startPostgres({ name: "postgres" });
    say("PostgreSQL", since, `127.0.0.1:${postgres.port}`);
  }
  const url = given.DATABASE_URL ?? postgres?.url() ?? "";
  await prepareDatabase(url, !given.DATABASE_URL);
  const environment = completeEnvironment(given, url, dev ? "development" : "production");
  if (!dev) {
    since = Date.now();
    say("Pages", since, await build(environment, (pid) => record([pid])));
  }

  since = Date.now();
  const note = () => record(services.map(({ pid }) => pid));
  const server = startService("server", environment, { dev, inherit: dev });
  services.push(server);
  watch(server);
  const startWorker = () => {
    const worker = startService("worker", environment, { inherit: dev });
    services.push(worker);
    watch(worker, startWorker);
    note();
  };
  if (exists("worker")) startWorker();
  note();
  await untilHealthy(server, port, dev ? 180_000 : 60_000);
  say("Server", since, "ready");
  console.log(
    `${await sampleAccounts(url)}\n  ${environment.PUBLIC_URL}  (ready after ${((Date.now() - begin) / 1000).toFixed(1)} s)`,
  );
  console.log("  Logs are in .data/. Ctrl-C stops the portal and its database.\n");
}

run().catch(fail);
