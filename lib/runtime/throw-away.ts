import { existsSync, readdirSync } from "node:fs";
import { dataFolder } from "./folders";
import { type Postgres, startPostgres } from "./postgres";
import { isAlive } from "./processes";

const nameOf = /^(throw-away-(\d+)-\d+)\.json$/;
let count = 0;

/** What a killed test run left behind: its servers are stopped and their data removed. */
async function removeLeftovers(): Promise<void> {
  const files = existsSync(dataFolder) ? readdirSync(dataFolder) : [];
  for (const file of files) {
    const [, name, owner] = nameOf.exec(file) ?? [];
    if (!name || !owner || isAlive(Number(owner))) continue;
    const left = await startPostgres({ name, throwAway: true });
    await left.stop();
  }
}

/**
 * A PostgreSQL of its own for one run of tests, gone after `stop()`. `durable` syncs to disk as in production, which is
 * slower and which only tests that kill the server need.
 */
export async function startThrowAway(options: { durable?: boolean } = {}): Promise<Postgres> {
  if (count === 0) await removeLeftovers();
  count += 1;
  return startPostgres({ name: `throw-away-${process.pid}-${count}`, throwAway: true, ...options });
}
