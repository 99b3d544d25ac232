import { type JobResult, PgBoss, type QueueOptions } from "pg-boss";
import { log } from "@/lib/config/log";
import { SteadyClient } from "@/lib/db/steady-client";
import type { Schedule } from "./schedules";
import type { Retry, Task } from "./task";

const zone = "Asia/Ho_Chi_Minh";
const retryOfSchedules: Retry = { limit: 3, seconds: 30, mostSeconds: 300 };

/** A job whose worker gives no sign for `heartbeatSeconds` is handed out again. */
const queueOptions = (retry: Retry): QueueOptions & { notify: boolean } => ({
  retryLimit: retry.limit,
  retryDelay: retry.seconds,
  retryBackoff: true,
  retryDelayMax: retry.mostSeconds,
  expireInSeconds: 900,
  heartbeatSeconds: 30,
  deleteAfterSeconds: 7 * 86_400,
  notify: true,
});

export type Runner = (payload: unknown, context: { now: Date; jobId: string }) => Promise<unknown>;

/** The queue's own tables are in the schema `pgboss` of the same database, kept up to date by the library at start. */
export function makeQueue(databaseUrl: string): PgBoss {
  // What the queue does not know of its options it hands on to its pool.
  const pool = { Client: SteadyClient };
  const boss = new PgBoss({
    ...pool,
    connectionString: databaseUrl,
    application_name: "hezaworks-queue",
    max: 6,
    useListenNotify: true,
    superviseIntervalSeconds: 10,
    monitorIntervalSeconds: 30,
  });
  boss.on("error", (error) => log().error({ err: error }, "queue"));
  boss.on("warning", (warning) => log().warn({ warning }, "queue"));
  return boss;
}

/** Makes the queues of all topics and schedules, and brings their options to this release's. */
export async function prepareQueues(
  boss: PgBoss,
  tasks: Iterable<Task>,
  schedules: readonly Schedule[],
): Promise<void> {
  for (const { topic, retry, key } of tasks) {
    await boss.createQueue(topic, { ...queueOptions(retry), policy: key ? "short" : "standard" });
    await boss.updateQueue(topic, queueOptions(retry));
  }
  for (const { name, cron } of schedules) {
    await boss.createQueue(name, { ...queueOptions(retryOfSchedules), policy: "singleton" });
    await boss.updateQueue(name, queueOptions(retryOfSchedules));
    await boss.schedule(name, cron, null, { tz: zone, missed: "once" });
  }
  const wanted = new Set(schedules.map(({ name }) => name));
  for (const { name } of await boss.getSchedules()) if (!wanted.has(name)) await boss.unschedule(name);
}

/** Lets `run` do the jobs of a queue, a few at a time; each succeeds or fails for itself. */
export async function workOn(boss: PgBoss, queue: string, atOnce: number, run: Runner): Promise<void> {
  const options = {
    batchSize: atOnce,
    burstWhenBatchFull: atOnce > 1,
    perJobResults: true,
    // New jobs wake the worker; repeats come due silently.
    notifyPollingIntervalSeconds: 5,
  } as const;
  await boss.work<{ payload?: unknown } | null>(queue, options, async (jobs) =>
    Promise.all(
      jobs.map(async ({ id, data }): Promise<JobResult> => {
        const since = Date.now();
        try {
          await run(data?.payload, { now: new Date(), jobId: id });
          log().debug({ queue, jobId: id, milliseconds: Date.now() - since }, "job done");
          return { id, status: "completed" };
        } catch (error) {
          log().error({ queue, jobId: id, err: error }, "job failed");
          return { id, status: "failed", output: { message: error instanceof Error ? error.message : String(error) } };
        }
      }),
    ),
  );
}
