import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdtemp, open, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { z } from "zod";
import { ok, refuse } from "@/lib/core/result";
import { db } from "@/lib/db/client";
import { command } from "@/lib/db/command";
import type { FileState } from "@/lib/db/generated/enums";
import { bytesOfFile } from "@/lib/documents/byte-source";
import { examine } from "@/lib/documents/file-content";
import { objectStore } from "@/lib/documents/object-store";
import { scanForViruses, scansForViruses } from "@/lib/documents/virus-scan";
import { isSystem, system } from "@/lib/identity/actor";
import { contentOf, piecesOf } from "./place";
import { fileProblems } from "./problems";
import { paperKinds, purposeOf } from "./purposes";
import { fileKey } from "./schema";

/** Outbox topic: bytes that nothing points at any more are taken out of the object store. */
export const removeTopic = "files.remove";

/** A scanner that is there answers for 20 MB within seconds; whoever waits is told that the file is being checked. */
const scanPatience = 15_000;

const verdict = z.union([
  z.object({ kind: z.string(), sha256: z.string() }),
  z.object({ problem: z.enum(fileProblems), params: z.record(z.string(), z.union([z.string(), z.number()])) }),
]);
type Verdict = z.output<typeof verdict>;

/** Says what was found of a file that is being checked: it is ready, or refused. Only once. */
export const settleFile = command({
  name: "files.settle",
  input: z.object({ key: fileKey, verdict }),
  may: isSystem,
  run: async ({ tx, now, input, about, later }) => {
    const { key, verdict: found } = input;
    const row = await tx.uploadedFile.findUnique({ where: { key }, select: { id: true } });
    if (!row) return refuse("not_found");
    about({ type: "file", id: row.id });
    const { count } = await tx.uploadedFile.updateMany({
      where: { id: row.id, state: "CHECKING" },
      data:
        "problem" in found
          ? { state: "REFUSED", problem: found.problem, params: found.params }
          : { state: "READY", kind: found.kind, sha256: found.sha256, readyAt: now },
    });
    if (count === 0) return refuse("changed_meanwhile");
    await tx.uploadedFilePiece.deleteMany({ where: { fileId: row.id } });
    await later(removeTopic, { below: [piecesOf(key)] });
    return ok(null);
  },
});

async function* joined(paths: readonly string[]): AsyncGenerator<Buffer> {
  for (const path of paths) {
    const piece: Readable | null = await objectStore().read(path);
    if (!piece) throw new Error(`a piece of a file is gone: ${path}`);
    yield* piece as AsyncIterable<Buffer>;
  }
}

/** The pieces as one file in `folder`, with its SHA-256. */
async function assemble(paths: readonly string[], folder: string): Promise<{ file: string; sha256: string }> {
  const file = join(folder, "content");
  const hash = createHash("sha256");
  await pipeline(
    joined(paths),
    async function* (chunks: AsyncIterable<Buffer>) {
      for await (const chunk of chunks) {
        hash.update(chunk);
        yield chunk;
      }
    },
    createWriteStream(file, { mode: 0o600 }),
  );
  return { file, sha256: hash.digest("hex") };
}

/** What is found of a file, or null while the virus scanner cannot be asked. A file that is good is stored whole. */
async function judge(key: string, row: { name: string; size: number; purpose: string }, paths: string[]) {
  const folder = await mkdtemp(join(tmpdir(), "hezaworks-file-"));
  try {
    const { file, sha256 } = await assemble(paths, folder);
    const handle = await open(file, "r");
    const found = await examine(
      row.name,
      bytesOfFile(handle, row.size),
      purposeOf(row.purpose)?.kinds ?? paperKinds,
    ).finally(() => handle.close());
    if ("problem" in found) return found satisfies Verdict;
    const scan = scansForViruses() ? await scanForViruses(file, scanPatience) : { state: "clean" as const };
    if (scan.state === "unreachable") return null;
    if (scan.state === "infected") return { problem: "infected" as const, params: { virus: scan.virus } };
    await objectStore().put(contentOf(key), { file, size: row.size });
    return { kind: found.kind, sha256 };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * Looks at a file whose bytes are all there: its content, then, where there is a scanner, viruses. Called by whoever sent
 * the last byte, and by the worker until it is settled. Bytes are read and written outside of any transaction.
 *
 * @returns its state then; `CHECKING` when the scanner cannot be asked now; null when there is no such file
 */
export async function checkFile(key: string, now: Date, requestId?: string): Promise<FileState | null> {
  const row = await db().uploadedFile.findUnique({
    where: { key },
    select: {
      name: true,
      size: true,
      purpose: true,
      state: true,
      pieces: { select: { path: true }, orderBy: { start: "asc" } },
    },
  });
  if (row?.state !== "CHECKING") return row?.state ?? null;
  const found = await judge(
    key,
    row,
    row.pieces.map(({ path }) => path),
  ).catch(async (error: unknown) => {
    // Another one was quicker, and its pieces are gone: what it found counts.
    const meanwhile = await db().uploadedFile.findUnique({ where: { key }, select: { state: true } });
    if (meanwhile?.state === "CHECKING") throw error;
    return null;
  });
  if (found) await settleFile(system("files"), { key, verdict: found }, { now, requestId });
  const after = await db().uploadedFile.findUnique({ where: { key }, select: { state: true } });
  return after?.state ?? null;
}
