import { createHash } from "node:crypto";
import type { Readable } from "node:stream";
import { z } from "zod";

/**
 * A backup is one gzip stream of records: a letter, the length of the content (4 bytes, big end first), the content.
 *
 * `H` what it is (`headerShape`), then for each table `T` (`tableShape`), any number of `D` (PostgreSQL's COPY text as it
 * comes) and `E` (`tableEndShape`), then `S` (`sequencesShape`), any number of `J` (a job that was not finished), and at the
 * very end `M` (`endShape`). A file without its `M` was cut off.
 */
export const backupFormat = 1;

export const headerShape = z.object({
  format: z.literal(backupFormat, { error: "was written by another version of the portal: restore it with that one" }),
  product: z.literal("hezaworks"),
  takenAt: z.iso.datetime(),
  /** Of the server it was taken from, e.g. "18.4"; for the reader only, since the data are text. */
  server: z.string(),
  /** All that were applied, oldest first. */
  migrations: z.array(z.object({ name: z.string(), checksum: z.string() })).min(1),
  /** Files that people handed in, kept beside the backup (backup-files.ts); not said when they lie in a bucket. */
  files: z.object({ count: z.int().min(0), bytes: z.int().min(0) }).optional(),
});
export type Header = z.output<typeof headerShape>;

export const tableShape = z.object({ table: z.string(), columns: z.array(z.string()).min(1) });
/** `sha256` in hex, over the COPY text. */
export const tableEndShape = z.object({ table: z.string(), rows: z.int().min(0), sha256: z.string() });
export const jobShape = z.object({ topic: z.string(), payload: z.json(), notBefore: z.iso.datetime({ offset: true }) });
/** Where each sequence goes on; read after the rows, so never behind them. */
export const sequencesShape = z.array(z.object({ name: z.string(), value: z.string(), called: z.boolean() }));
export const endShape = z.object({ tables: z.int(), rows: z.int(), jobs: z.int() });

export type RecordKind = "H" | "T" | "D" | "E" | "S" | "J" | "M";
export type BackupRecord = { kind: string; content: Buffer };

/** One record as bytes. */
export function encodeRecord(kind: RecordKind, content: Buffer | object): Buffer {
  const bytes = Buffer.isBuffer(content) ? content : Buffer.from(JSON.stringify(content));
  const head = Buffer.alloc(5);
  head.write(kind, 0, "latin1");
  head.writeUInt32BE(bytes.byteLength, 1);
  return Buffer.concat([head, bytes]);
}

/** No record that we write is longer; a length beyond it means that this is no backup. */
const longest = 64_000_000;

/** The records of an unpacked backup, one after the other; throws when it ends within one. */
export async function* readRecords(unpacked: Readable): AsyncGenerator<BackupRecord> {
  let parts: Buffer[] = [];
  let held = 0;
  const take = (length: number): Buffer => {
    const all = parts.length === 1 && parts[0] ? parts[0] : Buffer.concat(parts);
    parts = [all.subarray(length)];
    held -= length;
    return all.subarray(0, length);
  };
  let head: { kind: string; length: number } | undefined;
  for await (const chunk of unpacked as AsyncIterable<Buffer>) {
    parts.push(chunk);
    held += chunk.byteLength;
    for (;;) {
      if (!head) {
        if (held < 5) break;
        const bytes = take(5);
        head = { kind: bytes.toString("latin1", 0, 1), length: bytes.readUInt32BE(1) };
        if (!/[HTDESJM]/.test(head.kind) || head.length > longest) throw new Error("it is not a backup of the portal");
      }
      if (held < head.length) break;
      yield { kind: head.kind, content: take(head.length) };
      head = undefined;
    }
  }
  if (held > 0 || head) throw new Error("it was cut off");
}

/** JSON of a record by its shape. */
export function readJsonRecord<S extends z.ZodType>(record: BackupRecord, shape: S): z.output<S> {
  const parsed = shape.safeParse(JSON.parse(record.content.toString("utf8")));
  if (!parsed.success) throw new Error(parsed.error.issues.map(({ message }) => message).join("; "));
  return parsed.data;
}

export const newHash = () => createHash("sha256");
