import { fromPrisma, type PgBoss } from "pg-boss";
import { db } from "@/lib/db/client";
import type { Task } from "./task";

/** Rows handed over in one transaction. */
export const relayBatch = 200;

/**
 * Hands due outbox rows to the queue. Rows are locked, inserted as jobs and marked in one transaction: a crash at any
 * instant leaves a row either waiting or handed over, never both, and two workers never take the same one. Topics that
 * this release does not know stay for the one that does.
 *
 * @returns the number of rows taken; `relayBatch` means that there may be more
 */
export async function relay(boss: PgBoss, tasks: ReadonlyMap<string, Task>, now: Date): Promise<number> {
  const topics = [...tasks.keys()];
  return db().$transaction(async (tx) => {
    const rows = await tx.$queryRaw<{ id: bigint; topic: string; payload: unknown }[]>`
      select id, topic, payload from "OutboxMessage"
      where "dispatchedAt" is null and "notBefore" <= ${now} and topic = any(${topics})
      order by "notBefore", id limit ${relayBatch} for update skip locked`;
    for (const topic of new Set(rows.map((row) => row.topic))) {
      const key = tasks.get(topic)?.key;
      const jobs = rows
        .filter((row) => row.topic === topic)
        .map(({ payload }) => ({ data: { payload }, ...(key && { singletonKey: key(payload) }) }));
      await boss.insert(topic, jobs, { db: fromPrisma(tx) });
    }
    if (rows.length > 0)
      await tx.$executeRaw`update "OutboxMessage" set "dispatchedAt" = ${now} where id = any(${rows.map(({ id }) => id)})`;
    return rows.length;
  });
}
