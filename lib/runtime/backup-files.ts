import { createHash, randomBytes } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { mkdir, open, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import type pg from "pg";
import { z } from "zod";
import { contentOf } from "@/lib/files/place";

/**
 * The bytes of files that people handed in, beside the backups: one mirror for all of a folder's backups, since an object
 * never changes, and for each backup a list of what belongs to it, as `sha256sum -c` reads it inside of the mirror.
 */
const mirrorOf = (backup: string): string => join(dirname(backup), "files");
const listOf = (backup: string): string => `${backup}.sha256`;

export type FilesCopied = { count: number; bytes: number };
/** `lost` are names of objects whose bytes are gone or not those that came: told, and no reason to keep no backup at all. */
export type FilesKept = FilesCopied & { lost: string[] };

/** Thrown for bytes that are not those expected. */
class Changed extends Error {}

const line = /^([0-9a-f]{64}) {2}([A-Za-z0-9-]+(?:\/[A-Za-z0-9-]+)*)$/;

async function readList(file: string): Promise<{ sha256: string; path: string }[]> {
  const lines = (await readFile(file, "utf8")).split("\n").filter((one) => one !== "");
  return lines.map((one) => {
    const [, sha256, path] = line.exec(one) ?? [];
    if (!sha256 || !path) throw new Error(`${basename(file)} is no list of files: ${one.slice(0, 80)}`);
    return { sha256, path };
  });
}

const missing = (error: unknown): boolean => error instanceof Error && "code" in error && error.code === "ENOENT";

async function hashOf(file: string): Promise<string | null> {
  const hash = createHash("sha256");
  try {
    for await (const chunk of createReadStream(file)) hash.update(chunk);
  } catch (error) {
    if (missing(error)) return null;
    throw error;
  }
  return hash.digest("hex");
}

/** Copies one file, whole or not at all, and only if its bytes are those expected; its SHA-256, null when there is none. */
async function copyOne(from: string, to: string, expected: string | null): Promise<string | null> {
  const half = `${to}.${randomBytes(6).toString("hex")}.part`;
  const hash = createHash("sha256");
  await mkdir(dirname(to), { recursive: true, mode: 0o700 });
  try {
    await pipeline(
      createReadStream(from),
      async function* (chunks: AsyncIterable<Buffer>) {
        for await (const chunk of chunks) {
          hash.update(chunk);
          yield chunk;
        }
      },
      createWriteStream(half, { mode: 0o600, flags: "wx" }),
    );
    const sha256 = hash.digest("hex");
    if (expected !== null && expected !== sha256) throw new Changed(`the bytes of file ${from} were changed`);
    const handle = await open(half, "r+");
    await handle.sync();
    await handle.close();
    await rename(half, to);
    return sha256;
  } catch (error) {
    await rm(half, { force: true });
    if (missing(error)) return null;
    throw error;
  }
}

const objectRow = z.object({ key: z.string(), sha256: z.string().nullable(), path: z.string().nullable() });

/** What the rows of the client's snapshot point at: whole files by their key, and the pieces of those on their way. */
async function objectsOf(client: pg.Client): Promise<{ path: string; sha256: string | null }[]> {
  const there = await client.query(`select to_regclass('public."UploadedFile"') is not null as there`);
  if (!there.rows[0]?.there) return [];
  const { rows } = await client.query(`
    select f.key, f.sha256, null as path from "UploadedFile" f where f.state = 'READY'
    union all select f.key, null, p.path from "UploadedFilePiece" p join "UploadedFile" f on f.id = p."fileId"`);
  return rows.map((row) => {
    const { key, sha256, path } = objectRow.parse(row);
    return { path: path ?? contentOf(key), sha256 };
  });
}

/** Takes out of the mirror what no backup beside it lists, and lists whose backup is gone. */
async function prune(backup: string): Promise<void> {
  const folder = dirname(backup);
  const names = new Set(await readdir(folder));
  const kept = new Set<string>();
  for (const name of names) {
    if (!name.endsWith(".sha256")) continue;
    const list = join(folder, name);
    const own = list === listOf(backup) || names.has(name.slice(0, -".sha256".length));
    if (own) for (const { path } of await readList(list)) kept.add(path);
    else await rm(list);
  }
  const mirror = mirrorOf(backup);
  const found = await readdir(mirror, { recursive: true, withFileTypes: true }).catch(() => []);
  for (const entry of found) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    if (!kept.has(file.slice(mirror.length + 1))) await rm(file, { force: true });
  }
}

/**
 * Copies the bytes to which the rows of the client's snapshot point into the mirror beside `backup`; what is there already is
 * read and checked, not copied.
 *
 * @param folder FILES_DIR
 * @param takenBack whether the row of a whole file is gone by now, asked outside of the snapshot
 */
export async function mirrorFiles(
  client: pg.Client,
  folder: string,
  backup: string,
  takenBack: (path: string) => Promise<boolean>,
): Promise<FilesKept> {
  const mirror = mirrorOf(backup);
  const lines: string[] = [];
  const lost: string[] = [];
  let bytes = 0;
  for (const { path, sha256 } of await objectsOf(client)) {
    const to = join(mirror, path);
    const there = await hashOf(to);
    const good = there !== null && (sha256 === null || there === sha256);
    const copied = good
      ? there
      : await copyOne(join(folder, path), to, sha256).catch((error: unknown) => {
          if (error instanceof Changed) return null;
          throw error;
        });
    if (copied === null) {
      // A piece may have become part of a whole file since the snapshot, and somebody may have taken a file back.
      if (sha256 !== null && !(await takenBack(path))) lost.push(path);
      continue;
    }
    lines.push(`${copied}  ${path}\n`);
    bytes += (await stat(to)).size;
  }
  await writeFile(listOf(backup), lines.join(""), { mode: 0o600 });
  await prune(backup);
  return { count: lines.length, bytes, lost };
}

/**
 * Puts the files of a backup into `folder`, each checked against the SHA-256 noted when it was taken. Bytes that are there
 * already stay; nothing is removed.
 */
export async function restoreFiles(backup: string, folder: string, expected: FilesCopied): Promise<void> {
  const list = await readList(listOf(backup)).catch((error: unknown) => {
    if (missing(error)) throw new Error(`${basename(listOf(backup))}, the list of its files, is not beside it`);
    throw error;
  });
  if (list.length !== expected.count) throw new Error(`its list names ${list.length} files, not ${expected.count}`);
  for (const { sha256, path } of list) {
    const to = join(folder, path);
    if ((await hashOf(to)) === sha256) continue;
    if ((await copyOne(join(mirrorOf(backup), path), to, sha256)) === null)
      throw new Error(`${path} is not in the folder "files" beside it`);
  }
}
