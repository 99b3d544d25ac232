import { readdirSync } from "node:fs";
import { join } from "node:path";
import { db } from "@/lib/db/client";

const patienceMilliseconds = 2_000;

function expectedMigrations(): string[] {
  return readdirSync(join(/* turbopackIgnore: true */ process.cwd(), "prisma", "migrations"), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);
}

async function appliedMigrations(): Promise<Set<string>> {
  const rows = await db().$queryRaw<
    { migration_name: string }[]
  >`select migration_name from _prisma_migrations where finished_at is not null and rolled_back_at is null`;
  return new Set(rows.map((row) => row.migration_name));
}

/** Can this process serve: does the database answer within two seconds, and has it every migration that we know of? */
export async function isReady(): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<undefined>((resolve) => {
    timer = setTimeout(resolve, patienceMilliseconds, undefined);
  });
  try {
    const applied = await Promise.race([appliedMigrations(), tooLate]);
    return applied !== undefined && expectedMigrations().every((name) => applied.has(name));
  } catch {
    return false;
  } finally {
    clearTimeout(timer);
  }
}
