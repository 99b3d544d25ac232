import { resolve } from "node:path";
import { backUp } from "./backup";
import { filesFolder, projectRoot } from "./folders";
import { migrate } from "./migrate";
import { type Postgres, startPostgres } from "./postgres";
import { resealKeys, resealSecrets } from "./reseal";
import { restore } from "./restore";
import { schemaDrift } from "./schema-drift";
import { recreateDatabase, seed } from "./seeding";
import { givenEnvironment } from "./settings";
import { startThrowAway } from "./throw-away";

/**
 * `npm run db:migrate | db:seed [-- --scale N [--open 0.03]] | db:reset [-- --seed] | db:diff | db:backup -- FILE |
 * db:restore -- FILE [--replace] | db:reseal`: on DATABASE_URL, or else on the portal's own PostgreSQL in `.data`, which is started for
 * the purpose unless it runs.
 */
const [task, ...flags] = process.argv.slice(2);
const scaleAt = flags.indexOf("--scale");
const scale = scaleAt >= 0 ? Number(flags[scaleAt + 1]) : undefined;
const openAt = flags.indexOf("--open");
const open = openAt >= 0 ? Number(flags[openAt + 1]) : undefined;

async function onDatabase(work: (url: string) => Promise<void>): Promise<void> {
  const given = givenEnvironment();
  if (given.DATABASE_URL) return work(given.DATABASE_URL);
  const postgres: Postgres = await startPostgres({ name: "postgres" });
  try {
    await work(postgres.url());
  } finally {
    if (!postgres.found) await postgres.stop();
  }
}

async function applyMigrations(url: string): Promise<void> {
  const applied = await migrate(url);
  console.log(applied.length > 0 ? applied.map((name) => `applied ${name}`).join("\n") : "Nothing to apply.");
}

async function writeSamples(url: string): Promise<void> {
  if (scaleAt >= 0 && !(Number.isInteger(scale) && Number(scale) > 0)) throw new Error("--scale wants a whole number.");
  if (openAt >= 0 && !(Number(open) >= 0 && Number(open) <= 1)) throw new Error("--open wants a number from 0 to 1.");
  if (!(await seed(url, { scale, open }))) throw new Error("There is no prisma/seed/main.ts.");
}

function fileOf(name: string): string {
  const file = flags.find((flag) => !flag.startsWith("--"));
  if (!file) throw new Error(`Say which file: npm run db:${name} -- FILE`);
  return resolve(file);
}

const counted = new Intl.NumberFormat("en");

/** Where the files lie that people hand in; undefined when that is a bucket. */
function folderOfFiles(): string | undefined {
  const { FILES_DIR, FILES_S3_ENDPOINT } = givenEnvironment();
  if (FILES_S3_ENDPOINT) return undefined;
  return FILES_DIR ? resolve(projectRoot, FILES_DIR) : filesFolder;
}

const megabytes = (bytes: number): string => `${(bytes / 1_000_000).toFixed(1)} MB`;

async function takeBackup(url: string): Promise<void> {
  const file = fileOf("backup");
  const { rows, tables, jobs, bytes, files } = await backUp(url, file, folderOfFiles());
  console.log(`${file}: ${counted.format(rows)} rows of ${tables} tables, ${jobs} open jobs, ${megabytes(bytes)}.`);
  console.log(
    files
      ? `Beside it, in the folder "files": ${counted.format(files.count)} files, ${megabytes(files.bytes)}.`
      : "The files that people handed in lie in the bucket, and are not in it: keep them by the bucket's own versions.",
  );
  if (!files || files.lost.length === 0) return;
  console.error(`${counted.format(files.lost.length)} files have lost their bytes; all else is kept:`);
  for (const path of files.lost.slice(0, 100)) console.error(`  ${path}`);
  process.exitCode = 1;
}

async function bringBack(url: string): Promise<void> {
  const { takenAt, rows, jobs, files, migrated } = await restore(
    url,
    fileOf("restore"),
    flags.includes("--replace"),
    folderOfFiles(),
  );
  for (const [table, count] of Object.entries(rows)) console.log(`${table.padEnd(28)}${counted.format(count)}`);
  for (const name of migrated) console.log(`applied ${name}`);
  console.log(`${counted.format(files)} files that people handed in.`);
  console.log(`Restored as of ${takenAt}; ${jobs} open jobs go on when the worker starts.`);
}

async function sealAnew(url: string): Promise<void> {
  const { resealed, already, unknown } = await resealSecrets(url, resealKeys(givenEnvironment()));
  console.log(`${counted.format(resealed)} secrets sealed anew, ${counted.format(already)} were so already.`);
  if (unknown === 0) return;
  console.error(`${counted.format(unknown)} open with neither key: is SECRETS_KEY_OLD the one they were sealed with?`);
  process.exitCode = 1;
}

const tasks: Record<string, () => Promise<void>> = {
  migrate: () => onDatabase(applyMigrations),
  seed: () =>
    onDatabase(async (url) => {
      await migrate(url);
      await writeSamples(url);
    }),
  reset: () =>
    onDatabase(async (url) => {
      await recreateDatabase(url);
      await applyMigrations(url);
      if (flags.includes("--seed")) await writeSamples(url);
    }),
  backup: () => onDatabase(takeBackup),
  restore: () => onDatabase(bringBack),
  reseal: () => onDatabase(sealAnew),
  // Compared on a server of its own: a database in use may hold what nobody wrote down.
  diff: async () => {
    const postgres = await startThrowAway();
    let drift: string | undefined;
    try {
      await migrate(postgres.url());
      drift = await schemaDrift(postgres.url());
    } finally {
      await postgres.stop();
    }
    if (!drift) return console.log("No drift: the migrations make exactly what prisma/schema describes.");
    console.error(`Drift: this is missing in prisma/migrations.\n\n${drift}`);
    process.exitCode = 1;
  },
};

const chosen = tasks[task ?? ""];
if (!chosen) {
  console.error(`db: one of ${Object.keys(tasks).join(", ")}`);
  process.exit(2);
}
chosen().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
