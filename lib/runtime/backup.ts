import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { open, rename, rm, stat } from "node:fs/promises";
import { basename } from "node:path";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import type pg from "pg";
import { to as copyTo } from "pg-copy-streams";
import { z } from "zod";
import { type FilesKept, mirrorFiles } from "./backup-files";
import { backupFormat, encodeRecord, type Header, newHash, type RecordKind } from "./backup-format";
import { noteInTrail, publicTables, withClient } from "./backup-tables";

export interface BackupSummary {
  tables: number;
  rows: number;
  jobs: number;
  bytes: number;
  /** What was copied beside the backup; not said when no folder of files was given. */
  files?: FilesKept;
}

const migrationRow = z.object({ name: z.string(), checksum: z.string() });

async function headerOf(client: pg.Client): Promise<Header> {
  const version = await client.query("show server_version");
  const applied = await client.query(`select migration_name as name, checksum from _prisma_migrations
    where finished_at is not null and rolled_back_at is null order by migration_name`);
  return {
    format: backupFormat,
    product: "hezaworks",
    takenAt: new Date().toISOString(),
    server: String(version.rows[0]?.server_version),
    migrations: applied.rows.map((row) => migrationRow.parse(row)),
  };
}

/**
 * The work that was handed to the queue and is not finished. The queue's own tables are not copied, since their shape is
 * the library's; what is open goes back to the outbox at the restore, and every task may be repeated.
 */
async function openJobs(client: pg.Client): Promise<object[]> {
  const queue = await client.query("select to_regclass('pgboss.job') is not null as there");
  if (!queue.rows[0]?.there) return [];
  const { rows } = await client.query(`select name as topic, data->'payload' as payload, start_after as "notBefore"
    from pgboss.job where state < 'completed' and data ? 'payload' order by created_on`);
  return rows;
}

async function sequencesOf(client: pg.Client) {
  const { rows } = await client.query("select sequencename as name from pg_sequences where schemaname = 'public'");
  const all = [];
  for (const { name } of rows) {
    const { rows: at } = await client.query(
      `select last_value::text as value, is_called as called from public.${client.escapeIdentifier(name)}`,
    );
    all.push({ name, ...at[0] });
  }
  return all;
}

/** Writes all records through `put`, from one snapshot of the database; `keepFiles` keeps the bytes it points at. */
async function copyAll(
  client: pg.Client,
  put: (kind: RecordKind, content: Buffer | object) => Promise<void>,
  keepFiles?: () => Promise<FilesKept>,
) {
  // Nobody migrates meanwhile: `migrate` takes this lock for itself.
  await client.query("select pg_advisory_lock_shared(72707369)");
  await client.query("begin isolation level repeatable read, read only");
  const header = await headerOf(client);
  const files = await keepFiles?.();
  await put("H", files ? { ...header, files: { count: files.count, bytes: files.bytes } } : header);
  const tables = await publicTables(client);
  let rows = 0;
  for (const { table, columns } of tables) {
    await put("T", { table, columns });
    const names = columns.map((column) => client.escapeIdentifier(column)).join(", ");
    const source = client.query(copyTo(`copy public.${client.escapeIdentifier(table)} (${names}) to stdout`));
    const hash = newHash();
    for await (const chunk of source as AsyncIterable<Buffer>) {
      hash.update(chunk);
      await put("D", chunk);
    }
    rows += source.rowCount;
    await put("E", { table, rows: source.rowCount, sha256: hash.digest("hex") });
  }
  await put("S", await sequencesOf(client));
  const jobs = await openJobs(client);
  for (const job of jobs) await put("J", job);
  await put("M", { tables: tables.length, rows, jobs: jobs.length });
  await client.query("commit");
  return { tables: tables.length, rows, jobs: jobs.length, ...(files && { files }) };
}

/** Asks the database as it is now, not as the snapshot has it. */
const takenBackFrom = (url: string) => (path: string) =>
  withClient(url, async (client) => {
    const { rows } = await client.query(`select 1 from "UploadedFile" where key = $1`, [path.split("/")[1]]);
    return rows.length === 0;
  });

/**
 * Copies all data of the portal into a file that only its owner reads, while the portal runs: one snapshot, streamed,
 * whole or not at all. Ends with a line in the audit trail, by which monitoring sees how old the last backup is.
 *
 * @param folder FILES_DIR, whose bytes are kept beside the backup; not given when they lie in a bucket
 */
export function backUp(url: string, file: string, folder?: string): Promise<BackupSummary> {
  return withClient(url, async (client) => {
    const half = `${file}.${process.pid}.part`;
    const gzip = createGzip();
    const written = pipeline(gzip, createWriteStream(half, { mode: 0o600, flags: "wx" }));
    // Looked at below; a full disk must not end the process before that.
    written.catch(() => {});
    const put = async (kind: RecordKind, content: Buffer | object) => {
      if (gzip.destroyed) await written;
      if (!gzip.write(encodeRecord(kind, content))) await Promise.race([once(gzip, "drain"), written]);
    };
    try {
      const summary = await copyAll(
        client,
        put,
        folder === undefined ? undefined : () => mirrorFiles(client, folder, file, takenBackFrom(url)),
      );
      gzip.end();
      await written;
      const handle = await open(half, "r+");
      await handle.sync();
      await handle.close();
      await rename(half, file);
      const { size: bytes } = await stat(file);
      await noteInTrail(client, "database.backUp", {
        file: basename(file),
        ...summary,
        ...(summary.files && { files: { ...summary.files, lost: summary.files.lost.length } }),
        bytes,
      });
      return { ...summary, bytes };
    } catch (error) {
      gzip.destroy();
      await written.catch(() => {});
      await rm(half, { force: true });
      throw error;
    }
  });
}
