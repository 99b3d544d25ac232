import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, inject } from "vitest";

/**
 * Runs before each integration test file: gives it a database of its own, a copy of the migrated template, and a
 * folder for files, and sets DATABASE_URL and FILES_DIR before anything reads them. The files run beside each other and never see each other's rows.
 */
const template = new URL(inject("templateUrl"));
const own = new URL(template);
own.pathname = `/test_${randomBytes(8).toString("hex")}`;

async function administer(sql: string): Promise<void> {
  const url = new URL(template);
  url.pathname = "/postgres";
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

await administer(`create database "${own.pathname.slice(1)}" template "${template.pathname.slice(1)}"`);
process.env.DATABASE_URL = own.href;
const files = mkdtempSync(join(tmpdir(), "hezaworks-files-"));
process.env.FILES_DIR = files;

afterAll(async () => {
  const { db } = await import("@/lib/db/client");
  await db().$disconnect();
  rmSync(files, { recursive: true, force: true });
  await administer(`drop database "${own.pathname.slice(1)}" with (force)`);
});
