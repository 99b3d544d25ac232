import { db } from "@/lib/db/client";
import type { KeyActor } from "./actor";
import { keyShape } from "./api-key";
import { hashOf } from "./tokens";

/** Who a key is; null for one that is unknown, revoked or expired. */
export async function actorOfKey(key: string, now: Date): Promise<KeyActor | null> {
  if (!keyShape.test(key)) return null;
  const row = await db().apiKey.findFirst({
    where: { keyHash: hashOf(key), revokedAt: null, expiresAt: { gt: now } },
    select: { id: true, organisation: { select: { id: true, kind: true, nameVi: true } } },
  });
  return row && { kind: "key", keyId: row.id, organisation: row.organisation };
}

/** An organisation's keys, latest first; of those that have ended the last fifty. */
export function apiKeysOf(organisationId: number) {
  return db().apiKey.findMany({
    where: { organisationId },
    orderBy: { id: "desc" },
    take: 60,
    select: {
      id: true,
      name: true,
      prefix: true,
      createdAt: true,
      expiresAt: true,
      lastUsedAt: true,
      revokedAt: true,
      createdBy: { select: { fullName: true } },
    },
  });
}
export type ApiKeyRow = Awaited<ReturnType<typeof apiKeysOf>>[number];

const perPage = 20;

/** A page of the updates through the API that came too late, latest first, with the key that sent each. */
export async function apiConflictsOf(organisationId: number, page: number) {
  const where = { organisationId };
  const [rows, total] = await Promise.all([
    db().apiConflict.findMany({
      where,
      orderBy: { id: "desc" },
      skip: (page - 1) * perPage,
      take: perPage,
      select: {
        id: true,
        vacancyId: true,
        titleVi: true,
        sentVersion: true,
        currentVersion: true,
        at: true,
        key: { select: { name: true } },
      },
    }),
    db().apiConflict.count({ where }),
  ]);
  return { rows, pages: Math.max(1, Math.ceil(total / perPage)) };
}
export type ApiConflictRow = Awaited<ReturnType<typeof apiConflictsOf>>["rows"][number];
