import { randomBytes } from "node:crypto";
import { env } from "@/lib/config/env";
import { ok, refuse } from "@/lib/core/result";
import { db } from "@/lib/db/client";
import { command } from "@/lib/db/command";
import { objectStore } from "@/lib/documents/object-store";
import type { Actor } from "@/lib/identity/actor";
import { piecesOf } from "./place";
import { filePurposes, handsFilesIn } from "./purposes";
import { newFile } from "./schema";

/** Outbox topic: a file whose bytes are all there is looked at. */
export const checkTopic = "files.check";

/** Whoever sends the last byte has it looked at; the worker does when that did not happen. */
const checkAfter = 20_000;

/** Files of one owner that are no part of anything yet: more are not taken until some are attached, removed or swept. */
export const mostWaiting = 4_000;

/** Largest file that is taken, in bytes. */
export const largestFile = (): number => env().FILES_LARGEST_MB * 1_000_000;

const uploader = (actor: Actor) => (actor.kind === "person" ? actor.userId : null);
const owner = (actor: Actor) => (actor.kind === "person" ? (actor.organisation?.id ?? null) : null);

/** Files that an actor has under way: only who began one goes on with it. */
export const heldBy = (actor: Actor, key: string) => ({ key, uploadedById: uploader(actor) });

/**
 * Announces a file: its name, its size and what it is for. Refuses `file_empty`, `file_too_large` (before any byte is
 * taken) and `too_many_waiting`. The answer's key is where its bytes go, and what is attached later.
 */
export const beginUpload = command({
  name: "files.begin",
  input: newFile,
  may: handsFilesIn,
  run: async ({ tx, actor, now, input, about }) => {
    const { purpose, name, size } = input;
    if (!filePurposes[purpose].may(actor)) return refuse("forbidden");
    if (size === 0) return refuse("file_empty", { params: { name } });
    if (size > largestFile()) return refuse("file_too_large", { params: { name, maximum: env().FILES_LARGEST_MB } });
    const whose = { organisationId: owner(actor), uploadedById: uploader(actor) };
    const waiting = await tx.uploadedFile.count({
      where: {
        attachedAt: null,
        ...(whose.organisationId === null
          ? { uploadedById: whose.uploadedById }
          : { organisationId: whose.organisationId }),
      },
    });
    if (waiting >= mostWaiting) return refuse("too_many_waiting", { params: { maximum: mostWaiting } });
    const key = randomBytes(20).toString("hex");
    const { id } = await tx.uploadedFile.create({ data: { key, name, purpose, size, createdAt: now, ...whose } });
    about({ type: "file", id }, { key });
    return ok({ key });
  },
});

/** Thrown when bytes come for another place than where the file goes on: another request was there first. */
export class WrongPlace extends Error {}

/**
 * Keeps one piece and notes it; no command, because a file of 20 MB has twenty of them and the trail already says who
 * began it. Two requests at once: one of them finds the file grown and keeps nothing.
 */
async function keepPiece(actor: Actor, key: string, start: number, piece: Buffer, now: Date): Promise<void> {
  const path = `${piecesOf(key)}/${start}-${randomBytes(4).toString("hex")}`;
  await objectStore().put(path, piece);
  const kept = await db().$transaction(async (tx) => {
    const row = await tx.uploadedFile.findFirst({
      where: { ...heldBy(actor, key), state: "UPLOADING", received: start },
      select: { id: true, size: true },
    });
    const received = start + piece.byteLength;
    if (!row || received > row.size) return false;
    const whole = received === row.size;
    const { count } = await tx.uploadedFile.updateMany({
      where: { id: row.id, state: "UPLOADING", received: start },
      data: { received, ...(whole && { state: "CHECKING" }) },
    });
    if (count === 0) return false;
    await tx.uploadedFilePiece.create({ data: { fileId: row.id, start, size: piece.byteLength, path } });
    if (whole)
      await tx.outboxMessage.create({
        data: {
          topic: checkTopic,
          payload: { key },
          notBefore: new Date(now.getTime() + checkAfter),
          createdAt: now,
        },
      });
    return true;
  });
  if (kept) return;
  await objectStore().removeAll(path);
  throw new WrongPlace(`${key} does not go on at ${start}`);
}

/** Bytes kept at a time: what a broken connection can cost, and what a request holds in memory. */
const pieceSize = 1_000_000;

/**
 * Takes bytes of a file from `start` on. What came before a connection broke is kept, so that the next request goes on
 * there. Throws `WrongPlace`, and `StorageFull` when there is no room.
 *
 * @returns where the file goes on
 */
export async function keepBytes(
  actor: Actor,
  key: string,
  start: number,
  bytes: AsyncIterable<Uint8Array>,
  now: Date,
): Promise<number> {
  let at = start;
  let held: Uint8Array[] = [];
  let length = 0;
  const keep = async () => {
    if (length === 0) return;
    const piece = Buffer.concat(held);
    [held, length] = [[], 0];
    await keepPiece(actor, key, at, piece, now);
    at += piece.byteLength;
  };
  try {
    for await (const chunk of bytes) {
      held.push(chunk);
      length += chunk.byteLength;
      if (length >= pieceSize) await keep();
    }
  } catch (error) {
    await keep().catch(() => {});
    throw error;
  }
  await keep();
  return at;
}
