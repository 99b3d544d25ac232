import type { Browser, BrowserContextOptions, Page } from "@playwright/test";
import { seed } from "@/lib/runtime/seeding";
import { Portal } from "../../support/portal";

/** A portal of a file's own, with sample data: for journeys that change what holds for everybody, or need other settings. */
export async function ownPortal(variables: Record<string, string> = {}): Promise<Portal> {
  const portal = await Portal.prepare();
  try {
    await seed(portal.databaseUrl, { quiet: true });
    await portal.start("server", variables);
    return portal;
  } catch (error) {
    await portal.stop();
    throw error;
  }
}

/** A browser of somebody's own at that portal. */
export async function browserAt(portal: Portal, browser: Browser, more: BrowserContextOptions = {}): Promise<Page> {
  return (await browser.newContext({ baseURL: portal.url, ...more })).newPage();
}
