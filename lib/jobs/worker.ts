import { env } from "@/lib/config/env";
import { log } from "@/lib/config/log";
import { db } from "@/lib/db/client";
import { listenTo } from "@/lib/db/listen";
import { handlers } from "./handlers";
import { closeLocks } from "./lock";
import { rescueMails } from "./mail-delivery";
import { makeQueue, prepareQueues, workOn } from "./queue";
import { relay, relayBatch } from "./relay";
import { schedules } from "./schedules";

/**
 * The worker, a process of its own (`npm run worker`): does what commands have left in the outbox and what the clock asks
 * for. Any number of them may run; each job goes to one. It ends on SIGTERM when what it has in hand is done.
 */
const atOnce = 5;
/** Only a safety net, and the pulse of what is due later: a new row wakes the worker at once. */
const lookEvery = 2_000;
/** The launcher's patience is 8 s. */
const patience = 6_000;

let stopping = false;
let wake = () => {};

async function relayUntilStopped(boss: ReturnType<typeof makeQueue>): Promise<void> {
  const tasks = new Map(handlers.map((task) => [task.topic, task]));
  while (!stopping) {
    let woken = false;
    const next = new Promise<void>((resolve) => {
      wake = () => {
        woken = true;
        resolve();
      };
    });
    try {
      while (!stopping && (await relay(boss, tasks, new Date())) === relayBatch);
    } catch (error) {
      log().error({ err: error }, "outbox could not be handed over: trying again");
    }
    if (woken || stopping) continue;
    const timer = setTimeout(() => wake(), lookEvery);
    await next;
    clearTimeout(timer);
  }
}

async function run(): Promise<void> {
  const { DATABASE_URL, SMTP_URL } = env();
  const boss = makeQueue(DATABASE_URL);
  await boss.start();
  await prepareQueues(boss, handlers, schedules);
  const rescued = await rescueMails(new Date(), 0);
  for (const { topic, run } of handlers) await workOn(boss, topic, atOnce, run);
  for (const { name, run } of schedules) await workOn(boss, name, 1, (_, context) => run(context));
  const listener = listenTo(DATABASE_URL, "outbox_written", { connected: () => wake(), notified: () => wake() });
  const relaying = relayUntilStopped(boss);
  log().info({ mail: SMTP_URL ? "sent" : "kept", rescued }, "worker ready");

  const stop = async (signal: string) => {
    if (stopping) return;
    stopping = true;
    log().info({ signal }, "worker stops");
    wake();
    await listener.stop();
    await relaying;
    await boss.stop({ graceful: true, timeout: patience });
    await closeLocks();
    await db().$disconnect();
    log().info("worker stopped");
    process.exit(0);
  };
  process.on("SIGTERM", () => void stop("SIGTERM"));
  process.on("SIGINT", () => void stop("SIGINT"));
}

run().catch((error: unknown) => {
  log().fatal({ err: error }, "worker could not start");
  process.exit(1);
});
