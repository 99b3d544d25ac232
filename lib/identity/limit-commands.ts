import { type Result, refuse } from "@/lib/core/result";
import { db } from "@/lib/db/client";
import type { Limit } from "./limits";

/**
 * Counts one attempt against every limit, in one atomic statement each, and says whether all had room. Outside any
 * transaction on purpose: a refused command is undone, its count must stay. A window that is over starts anew; one that
 * is full is not prolonged by further attempts.
 */
export async function take(limits: readonly Limit[], now: Date): Promise<boolean> {
  let room = true;
  for (const { key, budget } of limits) {
    const over = new Date(now.getTime() - budget.minutes * 60_000);
    const rows = await db().$queryRaw<{ count: number }[]>`
      INSERT INTO "RateLimit" ("key", "windowStart", "count") VALUES (${key}, ${now}, 1)
      ON CONFLICT ("key") DO UPDATE SET
        "count" = CASE WHEN "RateLimit"."windowStart" <= ${over} THEN 1 ELSE "RateLimit"."count" + 1 END,
        "windowStart" = CASE WHEN "RateLimit"."windowStart" <= ${over} THEN ${now} ELSE "RateLimit"."windowStart" END
      RETURNING "count"`;
    if ((rows[0]?.count ?? 1) > budget.times) room = false;
    // What one budget refuses spends nothing of the next, wider one.
    if (!room) break;
  }
  return room;
}

/** Takes back what a success need not have spent. */
export async function giveBack(limits: readonly Limit[]): Promise<void> {
  await db().rateLimit.updateMany({
    where: { key: { in: limits.map((limit) => limit.key) }, count: { gt: 0 } },
    data: { count: { decrement: 1 } },
  });
}

/** Calls when there is room in every limit, else answers `too_many_attempts`. Each call counts, whatever its answer. */
export async function within<T>(
  limits: readonly Limit[],
  now: Date,
  call: () => Promise<Result<T>>,
): Promise<Result<T>> {
  return (await take(limits, now)) ? call() : refuse("too_many_attempts");
}
