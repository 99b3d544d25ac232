import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { log } from "@/lib/config/log";

/** What a listener does; when either throws, the connection is given up and made anew. */
export type Listener = {
  /** After each (re)connection: what was said while nobody listened is unknown. */
  connected: () => void | Promise<void>;
  notified: (payload: string | undefined) => void | Promise<void>;
};

const pause = 1_000;

/** Listens to a channel of the database on a connection of its own until stopped, whatever happens to the connection. */
export function listenTo(databaseUrl: string, channel: string, listener: Listener): { stop(): Promise<void> } {
  let stopped = false;
  let client: pg.Client | undefined;

  async function listen(): Promise<void> {
    const current = new pg.Client({ connectionString: databaseUrl, keepAlive: true, connectionTimeoutMillis: 5_000 });
    client = current;
    const over = new Promise<void>((resolve, reject) => {
      current.on("error", reject);
      current.on("end", () => resolve());
      current.on("notification", ({ payload }) => {
        Promise.resolve(payload).then(listener.notified).catch(reject);
      });
    });
    // Awaited at the end; a loss before that is told by the call that it breaks.
    over.catch(() => {});
    await current.connect();
    await current.query(`listen ${channel}`);
    await listener.connected();
    await over;
  }

  async function follow(): Promise<void> {
    while (!stopped) {
      try {
        await listen();
      } catch (error) {
        if (!stopped) log().warn({ err: error, channel }, "not listening to the database: trying again");
      }
      await client?.end().catch(() => {});
      if (!stopped) await sleep(pause);
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
