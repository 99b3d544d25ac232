import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { log } from "@/lib/config/log";

/** Calls `wake` for each notification on a channel, and after each (re)connection, since some may have been missed. */
export function wakeOn(databaseUrl: string, channel: string, wake: () => void): { stop(): Promise<void> } {
  let stopped = false;
  let client: pg.Client | undefined;

  async function listen(): Promise<void> {
    client = new pg.Client({ connectionString: databaseUrl, keepAlive: true, connectionTimeoutMillis: 5_000 });
    const current = client;
    const lost = new Promise<void>((resolve) => {
      current.on("error", () => resolve());
      current.on("end", () => resolve());
    });
    current.on("notification", wake);
    await current.connect();
    await current.query(`listen ${channel}`);
    wake();
    await lost;
  }

  async function follow(): Promise<void> {
    while (!stopped) {
      try {
        await listen();
      } catch (error) {
        if (!stopped) log().warn({ err: error, channel }, "not listening: trying again");
      }
      await client?.end().catch(() => {});
      if (!stopped) await sleep(1_000);
    }
  }

  void follow();
  return {
    async stop() {
      stopped = true;
      await client?.end().catch(() => {});
    },
  };
}
