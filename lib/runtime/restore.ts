import { createHash } from "node:crypto";
import { createReadStream, readFileSync } from "node:fs";
import { join } from "node:path";
import { finished } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import type pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { restoreFiles } from "./backup-files";
import {
  type BackupRecord,
  endShape,
  type Header,
  headerShape,
  jobShape,
  newHash,
  readJsonRecord,
  readRecords,
  sequencesShape,
  tableEndShape,
  tableShape,
} from "./backup-format";
import { noteInTrail, publicTables, withClient } from "./backup-tables";
import { migrate, migrationNames, migrationsFolder } from "./migrate";
import { markSeeding, recreateDatabase } from "./seeding";

export interface RestoreSummary {
  takenAt: string;
  rows: Record<string, number>;
  jobs: number;
  /** Files that people handed in, brought back; 0 when they lie in a bucket. */
  files: number;
  /** Migrations of this release that the backup did not have yet: applied to its data. */
  migrated: string[];
}

/** Refuses a backup of a release that this one does not contain. */
function checkMigrations({ migrations }: Header): string[] {
  const known = new Set(migrationNames());
  for (const { name, checksum } of migrations) {
    if (!known.has(name))
      throw new Error(`it is of a newer release: migration ${name} is not known here. Install that release first`);
    const sql = readFileSync(join(migrationsFolder, name, "migration.sql"));
    if (createHash("sha256").update(sql).digest("hex") !== checksum)
      throw new Error(`its migration ${name} is not the one of this release: restore it with the release it is from`);
  }
  return migrations.map(({ name }) => name);
}

/** Makes room: no rows, no triggers that would write or refuse, no references until all rows are there. */
async function prepare(client: pg.Client): Promise<{ columns: Map<string, Set<string>>; finish(): Promise<void> }> {
  const tables = await publicTables(client);
  const names = tables.map(({ table }) => `public.${client.escapeIdentifier(table)}`);
  const { rows: references } = await client.query<{ owner: string; name: string; definition: string }>(
    `select conrelid::regclass::text as owner, conname as name, pg_get_constraintdef(oid) as definition
     from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace`,
  );
  for (const { owner, name } of references)
    await client.query(`alter table ${owner} drop constraint ${client.escapeIdentifier(name)}`);
  for (const name of names) await client.query(`alter table ${name} disable trigger user`);
  await client.query(`truncate ${names.join(", ")}`);
  return {
    columns: new Map(tables.map(({ table, columns }) => [table, new Set(columns)])),
    // Adding a reference checks every row, so a backup with a hole in it is noticed here.
    async finish() {
      for (const { owner, name, definition } of references)
        await client.query(`alter table ${owner} add constraint ${client.escapeIdentifier(name)} ${definition}`);
      for (const name of names) await client.query(`alter table ${name} enable trigger user`);
    },
  };
}

type Records = AsyncGenerator<BackupRecord>;

async function nextRecord(records: Records): Promise<BackupRecord> {
  const { value, done } = await records.next();
  if (done) throw new Error("it was cut off");
  return value;
}

/** Fills one table from its records; the number of rows, which is the one that was noted. */
async function loadTable(client: pg.Client, start: BackupRecord, records: Records): Promise<[string, number]> {
  const { table, columns } = readJsonRecord(start, tableShape);
  const names = columns.map((column) => client.escapeIdentifier(column)).join(", ");
  const target = client.query(copyFrom(`copy public.${client.escapeIdentifier(table)} (${names}) from stdin`));
  const loaded = finished(target);
  loaded.catch(() => {});
  const hash = newHash();
  try {
    for (;;) {
      const record = await nextRecord(records);
      if (record.kind === "D") {
        hash.update(record.content);
        if (!target.write(record.content))
          await Promise.race([new Promise((resolve) => target.once("drain", resolve)), loaded]);
        continue;
      }
      if (record.kind !== "E") throw new Error("its parts are not in order");
      const end = readJsonRecord(record, tableEndShape);
      if (end.sha256 !== hash.digest("hex")) throw new Error(`its rows of ${table} were changed`);
      target.end();
      await loaded;
      if (end.rows !== target.rowCount) throw new Error(`${table} has ${target.rowCount} rows, not ${end.rows}`);
      return [table, end.rows];
    }
  } catch (error) {
    target.destroy();
    throw error;
  }
}

/** All records after the header, in one transaction: the whole backup or nothing. */
async function load(client: pg.Client, records: Records) {
  await client.query("begin");
  const room = await prepare(client);
  const rows: Record<string, number> = {};
  let jobs = 0;
  for (;;) {
    const record = await nextRecord(records);
    if (record.kind === "T") {
      const [table, count] = await loadTable(client, record, records);
      rows[table] = count;
    } else if (record.kind === "S") {
      for (const { name, value, called } of readJsonRecord(record, sequencesShape)) {
        const sequence = `public.${client.escapeIdentifier(name)}`;
        await client.query("select setval($1::regclass, $2, $3)", [sequence, value, called]);
      }
    } else if (record.kind === "J") {
      const { topic, payload, notBefore } = readJsonRecord(record, jobShape);
      jobs += 1;
      await client.query(`insert into "OutboxMessage" ("topic", "payload", "notBefore") values ($1, $2, $3)`, [
        topic,
        JSON.stringify(payload),
        notBefore,
      ]);
    } else if (record.kind === "M") {
      const end = readJsonRecord(record, endShape);
      const missing = [...room.columns.keys()].filter((table) => rows[table] === undefined);
      const sum = Object.values(rows).reduce((all, count) => all + count, 0);
      if (missing.length > 0 || sum !== end.rows || jobs !== end.jobs)
        throw new Error(`it is not whole (${missing.join(", ") || `${sum} rows, not ${end.rows}`})`);
      await room.finish();
      await client.query("commit");
      await client.query("analyze");
      return { rows, jobs };
    } else throw new Error("its parts are not in order");
  }
}

async function refuseUnlessEmpty(client: pg.Client): Promise<void> {
  const tables = await publicTables(client);
  if (tables.length > 0)
    throw new Error(
      "the database is not empty. Give an empty one in DATABASE_URL, or say --replace to drop what is there",
    );
}

/**
 * Brings the data of a backup into an empty database: tables by the migrations that the backup had, its rows, then the
 * migrations that are newer. Everything is checked against what was noted when it was taken.
 *
 * @param replace drops the database first, with everything in it
 * @param folder FILES_DIR, into which the files come that lie beside the backup
 */
export async function restore(url: string, file: string, replace = false, folder?: string): Promise<RestoreSummary> {
  const unpacked = createGunzip();
  const source = createReadStream(file);
  source.on("error", (error) => unpacked.destroy(error));
  const records = readRecords(source.pipe(unpacked));
  try {
    const first = await nextRecord(records);
    if (first.kind !== "H") throw new Error("it is not a backup of the portal");
    const header = readJsonRecord(first, headerShape);
    const before = checkMigrations(header);
    const { count } = header.files ?? { count: 0 };
    if (header.files && count > 0) {
      if (folder === undefined)
        throw new Error("its files lie beside it, and a bucket cannot take them: set FILES_DIR");
      // Before anything is dropped: a backup whose files are not whole changes nothing.
      if (!replace) await withClient(url, refuseUnlessEmpty);
      await restoreFiles(file, folder, header.files);
    }
    if (replace) await recreateDatabase(url);
    else await withClient(url, refuseUnlessEmpty);
    await migrate(url, before);
    const loaded = await withClient(url, (client) => load(client, records));
    const migrated = await migrate(url);
    await markSeeding(url, "seeded");
    await withClient(url, (client) =>
      noteInTrail(client, "database.restore", { takenAt: header.takenAt, jobs: loaded.jobs, migrated }),
    );
    return { takenAt: header.takenAt, ...loaded, files: count, migrated };
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error);
    throw new Error(`${file} cannot be restored: ${words}.`, { cause: error });
  } finally {
    source.destroy();
    unpacked.destroy();
  }
}
