import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { z } from "zod";
import { log } from "@/lib/config/log";
import { processSecret, processSecretHeader } from "./server-secret";

/** Channel on which a committed command names the cache tags that it made stale (`lib/db/command.ts`). */
const channel = "public_changed";
const tagList = z.array(z.string().min(1).max(256)).min(1);
const everything = ["public"];

/** The tags of a notification; everything, when it cannot be read: too fresh is better than stale. */
export function tagsOf(payload: string | undefined): string[] {
  try {
    const tags = tagList.safeParse(JSON.parse(payload ?? ""));
    return tags.success ? tags.data : everything;
  } catch {
    return everything;
  }
}

/**
 * Keeps the cached pages of this process fresh: listens to the database and makes the named pages stale here, in each of
 * several processes alike. What was said while nobody listened is unknown, so each new connection starts with everything.
 */
export function followPublicChanges(databaseUrl: string, port: () => number): { stop(): Promise<void> } {
  let stopped = false;
  let client: pg.Client | undefined;

  async function makeStale(tags: string[]): Promise<void> {
    const response = await fetch(`http://127.0.0.1:${port()}/api/internal/revalidate`, {
      method: "POST",
      headers: { [processSecretHeader]: processSecret(), "content-type": "application/json" },
      body: JSON.stringify(tags),
      signal: AbortSignal.timeout(10_000),
    });
    if (!response.ok) throw new Error(`revalidation answered ${response.status}`);
  }

  async function listen(): Promise<void> {
    client = new pg.Client({ connectionString: databaseUrl, keepAlive: true, connectionTimeoutMillis: 5_000 });
    const lost = new Promise<void>((resolve) => {
      client?.on("error", () => resolve());
      client?.on("end", () => resolve());
    });
    client.on("notification", ({ payload }) => {
      makeStale(tagsOf(payload)).catch((error: unknown) => {
        log().error({ err: error }, "cached pages could not be made stale: starting over");
        void client?.end();
      });
    });
    await client.connect();
    await client.query(`listen ${channel}`);
    await makeStale(everything);
    await lost;
  }

  async function follow(): Promise<void> {
    while (!stopped) {
      try {
        await listen();
      } catch (error) {
        if (!stopped) log().warn({ err: error }, "not listening for changes of public pages: trying again");
        await client?.end().catch(() => {});
      }
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
