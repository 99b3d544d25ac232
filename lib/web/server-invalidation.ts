import { z } from "zod";
import { listenTo } from "@/lib/db/listen";
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
  async function makeStale(tags: string[]): Promise<void> {
    const response = await fetch(`http://127.0.0.1:${port()}/api/internal/revalidate`, {
      method: "POST",
      headers: { [processSecretHeader]: processSecret(), "content-type": "application/json" },
      body: JSON.stringify(tags),
      signal: AbortSignal.timeout(10_000),
    });
    if (!response.ok) throw new Error(`revalidation answered ${response.status}`);
  }
  return listenTo(databaseUrl, channel, {
    connected: () => makeStale(everything),
    notified: (payload) => makeStale(tagsOf(payload)),
  });
}
