import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { z } from "zod";
import { projectRoot } from "./folders";
import { completeEnvironment, givenEnvironment } from "./settings";

const seedProgram = join(projectRoot, "prisma/seed/main.ts");

/** How far the sample data got. Kept as the database's comment: it lives and goes with the data. */
type Seeding = "none" | "seeding" | "seeded";

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

export function seedingOf(url: string): Promise<Seeding> {
  return withClient(url, async (client) => {
    const { rows } = await client.query(
      "select shobj_description(oid, 'pg_database') as note from pg_database where datname = current_database()",
    );
    // Any other comment is somebody else's: their database is not ours to fill, still less to make anew.
    const note: unknown = rows[0]?.note;
    return note ? z.enum(["seeding", "seeded"]).catch("seeded").parse(note) : "none";
  });
}

export function markSeeding(url: string, state: Seeding): Promise<void> {
  return withClient(url, async (client) => {
    const name = client.escapeIdentifier(decodeURIComponent(new URL(url).pathname.slice(1)));
    await client.query(`comment on database ${name} is '${state}'`);
  });
}

export interface SeedOptions {
  /** So many vacancies beside the sample. */
  scale?: number | undefined;
  /** Part of those that is open, 0 to 1. */
  open?: number | undefined;
  quiet?: boolean;
}

/** Runs the seed in a process of its own. False when the project has none. */
export async function seed(url: string, options: SeedOptions = {}): Promise<boolean> {
  if (!existsSync(seedProgram)) return false;
  await markSeeding(url, "seeding");
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [
      "--conditions=react-server",
      "--import",
      "tsx",
      seedProgram,
      ...(options.scale ? ["--scale", String(options.scale)] : []),
      ...(options.open === undefined ? [] : ["--open", String(options.open)]),
    ],
    {
      cwd: projectRoot,
      env: completeEnvironment(givenEnvironment(), url, "production"),
      encoding: "utf8",
      stdio: ["ignore", options.quiet ? "pipe" : "inherit", options.quiet ? "pipe" : "inherit"],
    },
  );
  if (status !== 0) throw new Error(`The sample data could not be written.\n${stdout ?? ""}${stderr ?? ""}`);
  await markSeeding(url, "seeded");
  return true;
}

/** Drops the database of the address and makes it anew, empty. */
export async function recreateDatabase(url: string): Promise<void> {
  const admin = new URL(url);
  const name = decodeURIComponent(admin.pathname.slice(1));
  admin.pathname = "/postgres";
  await withClient(admin.href, async (client) => {
    await client.query(`drop database if exists ${client.escapeIdentifier(name)} with (force)`);
    await client.query(`create database ${client.escapeIdentifier(name)}`);
  });
}
