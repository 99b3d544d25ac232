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

/**
 * What keeps this process from serving: `database` when it does not answer within two seconds (or was never migrated), or
 * `migration NAME` for each that we know of and it does not have. Nothing: it can serve.
 */
export async function whatIsMissing(): Promise<string[]> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<undefined>((resolve) => {
    timer = setTimeout(resolve, patienceMilliseconds, undefined);
  });
  try {
    const applied = await Promise.race([appliedMigrations(), tooLate]);
    if (!applied) return ["database"];
    return expectedMigrations()
      .filter((name) => !applied.has(name))
      .map((name) => `migration ${name}`);
  } catch {
    return ["database"];
  } finally {
    clearTimeout(timer);
  }
}
