import pg from "pg";
import { contentHash } from "@/lib/runtime/content-hash";
import { migrate } from "@/lib/runtime/migrate";
import type { Postgres } from "@/lib/runtime/postgres";
import { recreateDatabase, seed, seedingOf } from "@/lib/runtime/seeding";

/** What the large sets are made from; and the week, as deadlines run. */
const made = () =>
  contentHash(["prisma/seed", "prisma/migrations", "lib/vacancies/publication-commands.ts"]).slice(0, 8) +
  Math.floor(Date.now() / (7 * 86_400_000));

async function namesOf(url: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ datname: string }>(
    "select datname from pg_database where datname like 'bench\\_%'",
  );
  await client.end();
  return rows.map(({ datname }) => datname);
}

/** Drops a database that is not needed again, by the address of another one. */
export async function dropDatabase(url: string, name: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(`drop database if exists ${client.escapeIdentifier(name)} with (force)`);
  await client.end();
}

/**
 * The address of a database with the sample and so many vacancies more, `open` of them open. Made once and kept below
 * `.data` until what makes it has changed.
 */
export async function scaledDatabase(postgres: Postgres, vacancies: number, open: number): Promise<string> {
  const mark = made();
  const name = `bench_${mark}_${vacancies}_${Math.round(open * 100)}`;
  const known = await namesOf(postgres.url());
  for (const old of known) if (!old.startsWith(`bench_${mark}_`)) await dropDatabase(postgres.url(), old);
  const url = postgres.url(name);
  if (known.includes(name) && (await seedingOf(url)) === "seeded") return url;
  console.log(`Making ${vacancies} vacancies, ${Math.round(open * 100)} % open`);
  await recreateDatabase(url);
  await migrate(url);
  await seed(url, { scale: vacancies, open });
  return url;
}
