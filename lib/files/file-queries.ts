import { db } from "@/lib/db/client";
import type { Actor } from "@/lib/identity/actor";
import type { FileFacts } from "./problems";
import { readableBy } from "./reader-queries";
import { fileKey } from "./schema";

const facts = {
  key: true,
  name: true,
  size: true,
  received: true,
  state: true,
  kind: true,
  problem: true,
  params: true,
} as const;

/** What is known of files, in the order asked for; those that the actor may not read are left out. At most 500. */
export async function fileFacts(actor: Actor, keys: readonly string[]): Promise<FileFacts[]> {
  const asked = keys.filter((key) => fileKey.safeParse(key).success).slice(0, 500);
  if (asked.length === 0) return [];
  const rows = await db().uploadedFile.findMany({
    where: { AND: [{ key: { in: asked } }, await readableBy(actor)] },
    select: facts,
  });
  const known = new Map(rows.map((row) => [row.key, { ...row, params: row.params as FileFacts["params"] }]));
  return asked.flatMap((key) => known.get(key) ?? []);
}

/** A file whose bytes the actor may read; null when there is none, it is not theirs, or it is not ready. */
export async function readableFile(actor: Actor, key: string) {
  if (!fileKey.safeParse(key).success) return null;
  return db().uploadedFile.findFirst({
    where: { AND: [{ key, state: "READY" }, await readableBy(actor)] },
    select: { key: true, name: true, size: true, kind: true, sha256: true },
  });
}

/** A file that the actor has begun to hand in, on its way or whole; null when there is none of that key. */
export async function heldFile(actor: Actor, key: string) {
  if (actor.kind !== "person" || !fileKey.safeParse(key).success) return null;
  return db().uploadedFile.findFirst({
    where: { key, uploadedById: actor.userId },
    select: { name: true, size: true, received: true },
  });
}
