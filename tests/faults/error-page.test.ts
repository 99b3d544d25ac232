import { readFileSync } from "node:fs";
import { type Browser, chromium } from "@playwright/test";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findChromium } from "@/lib/runtime/chromium";
import { Portal } from "../support/portal";

/** Lines of the server's log that tell of a failure. */
const failures = (file: string) =>
  readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line.startsWith('{"level":50'))
    .map((line) => JSON.parse(line) as { requestId: string; digest?: string; path: string; err?: { message: string } });

const cause = /relation "Vacancy(Search)?" does not exist/;

describe("a page that breaks because the database refuses", () => {
  let portal: Portal;
  let browser: Browser;
  let logFile: string;
  const sql = async (text: string) => {
    const client = new pg.Client({ connectionString: portal.databaseUrl });
    await client.connect();
    await client.query(text);
    await client.end();
  };

  beforeAll(async () => {
    portal = await Portal.prepare();
    logFile = (await portal.start("server", { LOG_LEVEL: "info" })).logFile;
    // The search is rendered for each request, parks are kept: both ways in which Next answers.
    await sql(
      'alter table "Vacancy" rename to "VacancyAway"; alter table "VacancySearch" rename to "VacancySearchAway"',
    );
    const { path, env } = findChromium();
    browser = await chromium.launch({
      executablePath: path,
      env: { ...(process.env as Record<string, string>), ...env },
      args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking"],
    });
  }, 300_000);
  afterAll(async () => {
    await browser?.close();
    await portal?.stop();
  });

  const visit = async (path: string, javaScriptEnabled: boolean) => {
    const context = await browser.newContext({ javaScriptEnabled });
    const page = await context.newPage();
    const answer = await page.goto(portal.url + path, { waitUntil: "networkidle" });
    const seen = {
      status: answer?.status(),
      title: await page.getByRole("heading", { level: 1 }).textContent(),
      reference: await page.locator("code").textContent(),
    };
    await context.close();
    return seen;
  };

  it.each([
    ["made for the request", "/viec-lam", "Có lỗi ở phía chúng tôi"],
    ["kept for all", "/khu-cong-nghiep", "Có lỗi ở phía chúng tôi"],
    ["in English", "/en/jobs", "Something went wrong on our side"],
  ])("says so with a number under which the log has the cause: %s", async (_, path, title) => {
    const shown = await visit(path, true);
    expect(shown).toMatchObject({ status: 500, title });
    const byDigest = failures(logFile).find((line) => line.digest === shown.reference && line.path === path);
    expect(byDigest).toMatchObject({ path, err: { message: expect.stringMatching(cause) } });

    const plain = await visit(path, false);
    expect(plain).toMatchObject({ status: 500, title });
    const byRequest = failures(logFile).find(({ requestId, err }) => requestId === plain.reference && err);
    expect(byRequest).toMatchObject({ path, err: { message: expect.stringMatching(cause) } });
  });
});
