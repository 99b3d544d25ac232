import { z } from "zod";
import { ok, refuse } from "@/lib/core/result";
import { tidy } from "@/lib/core/text";
import { db } from "@/lib/db/client";
import { command } from "@/lib/db/command";
import { scopeOf, userIdOf } from "./actor";
import { keyDays, mostKeys, newKey } from "./api-key";
import { permissions } from "./permissions";
import { id } from "./schema";

const day = 86_400_000;

const days = z.coerce.number().refine((given) => keyDays.some((one) => one === given), { params: { code: "choice" } });

/** A key for the enterprise's software. The answer holds the key itself, which nobody can read again. */
export const createApiKey = command({
  name: "apiKeys.create",
  input: z.object({ name: z.string().transform(tidy).pipe(z.string().min(1).max(80)), days }),
  may: permissions.manageKeys,
  run: async ({ tx, actor, now, input, about }) => {
    const organisationId = scopeOf(actor, "ENTERPRISE");
    await tx.$queryRaw`SELECT "id" FROM "Organisation" WHERE "id" = ${organisationId} FOR UPDATE`;
    const inUse = await tx.apiKey.count({ where: { organisationId, revokedAt: null, expiresAt: { gt: now } } });
    if (inUse >= mostKeys) return refuse("too_many_keys", { params: { count: mostKeys } });
    const { key, prefix, keyHash } = newKey();
    const expiresAt = new Date(now.getTime() + input.days * day);
    const row = await tx.apiKey.create({
      data: {
        organisationId,
        name: input.name,
        prefix,
        keyHash,
        createdById: userIdOf(actor),
        createdAt: now,
        expiresAt,
      },
    });
    about({ type: "apiKey", id: row.id }, { prefix });
    return ok({ id: row.id, key });
  },
});

/** Ends a key at once. */
export const revokeApiKey = command({
  name: "apiKeys.revoke",
  input: z.object({ keyId: id }),
  may: permissions.manageKeys,
  run: async ({ tx, actor, now, input, about }) => {
    const { count } = await tx.apiKey.updateMany({
      where: { id: input.keyId, organisationId: scopeOf(actor, "ENTERPRISE"), revokedAt: null },
      data: { revokedAt: now, revokedById: userIdOf(actor) },
    });
    if (count === 0) return refuse("not_found");
    about({ type: "apiKey", id: input.keyId });
    return ok(null);
  },
});

/** Notes that a key is in use, to the minute. A mark, not an act: no audit entry. */
export async function touchApiKey(keyId: number, now: Date): Promise<void> {
  const old = new Date(now.getTime() - 60_000);
  await db().apiKey.updateMany({
    where: { id: keyId, OR: [{ lastUsedAt: null }, { lastUsedAt: { lt: old } }] },
    data: { lastUsedAt: now },
  });
}
