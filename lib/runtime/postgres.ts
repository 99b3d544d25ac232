import { execFileSync, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chownSync, closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { z } from "zod";
import { dataFolder, readJson, writePrivate } from "./folders";
import { freePort } from "./ports";
import { type Place, postgresPlace } from "./postgres-place";
import { commandLine, isAlive, signal, waitUntilGone } from "./processes";
import { type Ids, unprivilegedIds } from "./unprivileged";

const user = "heza";

/** A running server of our own. */
export interface Postgres {
  /** Connection string of the given database (default: the server's main one). */
  url(database?: string): string;
  port: number;
  pid: number;
  /** It was running already: another launcher's, or one that a killed launcher left. */
  found: boolean;
  /** Fast shutdown: sessions end, everything committed is on disk. With `remove`, the data folder goes too. */
  stop(): Promise<void>;
  /** As a power cut: kills the server where it stands (for fault tests). */
  kill(): Promise<void>;
  /** Starts it again on the same data and port, after `kill()`. */
  restart(): Promise<Postgres>;
}

export interface PostgresOptions {
  /** Name of the server below `.data`; its state file and data folder are named after it. */
  name: string;
  /** Thrown away after use: data is not synced to disk, and removed at the stop. */
  throwAway?: boolean;
  /** Sync to disk although thrown away: what fault tests need. */
  durable?: boolean;
}

const stateShape = z.object({ password: z.string(), port: z.number() });
type State = z.infer<typeof stateShape>;

function loadState(file: string): State | undefined {
  const state = stateShape.safeParse(readJson(file));
  return state.success ? state.data : undefined;
}

/** Makes the data folder under another name first, so that an interrupted start leaves nothing that looks finished. */
function initialise(place: Place, data: string, ids: Ids, password: string): void {
  const half = `${data}.new`;
  rmSync(half, { recursive: true, force: true });
  mkdirSync(half, { mode: 0o700 });
  const passwordFile = `${half}.password`;
  writePrivate(passwordFile, password);
  if (ids.uid !== undefined && ids.gid !== undefined) {
    chownSync(half, ids.uid, ids.gid);
    chownSync(passwordFile, ids.uid, ids.gid);
  }
  const flags = ["--auth=scram-sha-256", `--pwfile=${passwordFile}`, "--encoding=UTF8", "--no-sync"];
  const locale = ["--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C.UTF-8"];
  try {
    execFileSync(join(place.programs, "bin/initdb"), ["-D", half, "-U", user, ...flags, ...locale], {
      ...ids,
      cwd: half,
      env: programEnvironment(),
      stdio: ["ignore", "pipe", "pipe"],
    });
  } finally {
    rmSync(passwordFile, { force: true });
  }
  renameSync(half, data);
}

/** No variable of ours reaches the database's processes: PGDATA, PGPORT and the like would change what they do. */
function programEnvironment(): NodeJS.ProcessEnv {
  return { PATH: process.env.PATH, LC_ALL: "C.UTF-8", TZ: "UTC", NODE_ENV: process.env.NODE_ENV };
}

/** The process id and port that the server wrote when it started; stays behind after a kill. */
function runningServer(data: string): { pid: number; port: number } | undefined {
  const file = join(data, "postmaster.pid");
  if (!existsSync(file)) return undefined;
  const [pid, , , port] = readFileSync(file, "utf8").split("\n").map(Number);
  if (!pid || !port || !isAlive(pid) || !commandLine(pid).includes(data)) return undefined;
  return { pid, port };
}

function launch(place: Place, data: string, ids: Ids, port: number, options: PostgresOptions): number {
  const settings = ["listen_addresses=127.0.0.1", "unix_socket_directories=", "max_connections=200", "timezone=UTC"];
  // Parallel plans need /dev/shm, which is 64 MB in many containers; on a small machine they gain little.
  settings.push("max_parallel_workers=0", "max_parallel_maintenance_workers=0");
  if (options.throwAway && !options.durable)
    settings.push("fsync=off", "synchronous_commit=off", "full_page_writes=off");
  const log = openSync(join(dataFolder, `${options.name}.log`), "w", 0o600);
  // A process group of its own: Ctrl-C in the terminal must reach the web server first, the database last.
  const child = spawn(
    join(place.programs, "bin/postgres"),
    ["-D", data, "-p", String(port), ...settings.flatMap((setting) => ["-c", setting])],
    { ...ids, cwd: data, env: programEnvironment(), stdio: ["ignore", log, log], detached: true },
  );
  closeSync(log);
  child.unref();
  if (!child.pid) throw new Error(`PostgreSQL could not be started from ${place.programs}.`);
  return child.pid;
}

/** Waits until the server takes our password; the server's own last words when it gives up. */
async function untilReady(pid: number, url: string, logFile: string): Promise<void> {
  const end = Date.now() + 60_000;
  for (;;) {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
    client.on("error", () => {});
    try {
      await client.connect();
      await client.end();
      return;
    } catch (error) {
      if (!isAlive(pid) || Date.now() > end) {
        const said = existsSync(logFile) ? readFileSync(logFile, "utf8").slice(-2_000) : "";
        throw new Error(`PostgreSQL did not start (${error instanceof Error ? error.message : error}).\n${said}`);
      }
      await sleep(30);
    }
  }
}

async function ensureDatabase(adminUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const { rowCount } = await client.query("select 1 from pg_database where datname = $1", [user]);
    if (!rowCount) await client.query(`create database ${user}`);
  } finally {
    await client.end();
  }
}

/**
 * Starts the packaged PostgreSQL, on the loopback address with a password, or takes over the one that a killed launcher
 * left running. Works as root (the server then runs as `postgres` or `nobody`) and as any user.
 */
export async function startPostgres(options: PostgresOptions): Promise<Postgres> {
  const ids = unprivilegedIds();
  const place = postgresPlace(ids);
  const stateFile = join(dataFolder, `${options.name}.json`);
  const data = join(place.data, options.name);
  const known = loadState(stateFile);
  // Without its password a data folder cannot be opened; without a data folder the password is of no use.
  if (existsSync(data) && !known) throw new Error(`${data} exists, but not ${stateFile}, which holds its password.`);
  const password = known?.password ?? randomBytes(24).toString("hex");
  let port = known?.port ?? (await freePort());
  if (!known) writePrivate(stateFile, JSON.stringify({ password, port }));
  if (!existsSync(data)) initialise(place, data, ids, password);

  const urlOf = (database: string) => `postgresql://${user}:${password}@127.0.0.1:${port}/${database}`;
  const logFile = join(dataFolder, `${options.name}.log`);
  let pid = 0;
  const left = runningServer(data);
  if (left) {
    ({ pid, port } = left);
    await untilReady(pid, urlOf("postgres"), logFile);
  } else {
    port = await freePort(port);
    writePrivate(stateFile, JSON.stringify({ password, port }));
    // After a kill the old server's last processes may hold its lock file or memory for some seconds: try again.
    for (let attempt = 0; ; attempt++) {
      pid = launch(place, data, ids, port, options);
      try {
        await untilReady(pid, urlOf("postgres"), logFile);
        break;
      } catch (error) {
        const passing = error instanceof Error && /lock file|shared memory block|could not bind/.test(error.message);
        if (!passing || attempt >= 40) throw error;
        await sleep(500);
      }
    }
  }
  await ensureDatabase(urlOf("postgres"));

  const forget = () => {
    if (!options.throwAway) return;
    rmSync(data, { recursive: true, force: true });
    rmSync(stateFile, { force: true });
    rmSync(logFile, { force: true });
  };
  return {
    url: (database = user) => urlOf(database),
    port,
    pid,
    found: left !== undefined,
    async stop() {
      signal(pid, "SIGINT");
      if (!(await waitUntilGone(pid, 20_000))) {
        signal(pid, "SIGQUIT");
        await waitUntilGone(pid, 5_000);
      }
      forget();
    },
    async kill() {
      signal(pid, "SIGKILL");
      await waitUntilGone(pid, 5_000);
    },
    restart: () => startPostgres(options),
  };
}
