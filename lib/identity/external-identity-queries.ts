import { db } from "@/lib/db/client";

export type OwnIdentity = { label: string | null; createdAt: Date; lastUsedAt: Date | null };

/** What one's own account is bound to at a provider; null when it is not. */
export function ownIdentity(userId: number, issuer: string): Promise<OwnIdentity | null> {
  return db().externalIdentity.findUnique({
    where: { userId_issuer: { userId, issuer } },
    select: { label: true, createdAt: true, lastUsedAt: true },
  });
}
