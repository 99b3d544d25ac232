import { z } from "zod";
import { ok, refuse } from "@/lib/core/result";
import { db } from "@/lib/db/client";
import { command } from "@/lib/db/command";
import { userIdOf } from "@/lib/identity/actor";
import { permissions } from "@/lib/identity/permissions";
import { newToken } from "@/lib/identity/tokens";

/** Gives the actor a calendar address; an earlier one opens nothing any more. The answer alone holds the token. */
export const renewFeed = command({
  name: "calendarFeeds.renew",
  input: z.object({}),
  may: permissions.ownAccount,
  run: async ({ tx, actor, now, about }) => {
    const userId = userIdOf(actor);
    const { token, tokenHash } = newToken();
    const fresh = { tokenHash, createdAt: now, lastReadAt: null };
    await tx.calendarFeed.upsert({ where: { userId }, create: { userId, ...fresh }, update: fresh });
    about({ type: "user", id: userId });
    return ok({ token });
  },
});

/** Takes the actor's calendar address back. */
export const revokeFeed = command({
  name: "calendarFeeds.revoke",
  input: z.object({}),
  may: permissions.ownAccount,
  run: async ({ tx, actor, about }) => {
    const userId = userIdOf(actor);
    about({ type: "user", id: userId });
    const { count } = await tx.calendarFeed.deleteMany({ where: { userId } });
    return count === 1 ? ok(null) : refuse("not_found");
  },
});

/** Notes that a feed is in use, to the hour. A mark, not an act: no audit entry. */
export async function touchFeed(userId: number, now: Date): Promise<void> {
  const old = new Date(now.getTime() - 3_600_000);
  await db().calendarFeed.updateMany({
    where: { userId, OR: [{ lastReadAt: null }, { lastReadAt: { lt: old } }] },
    data: { lastReadAt: now },
  });
}
