import pg from "pg";
import { env } from "@/lib/config/env";
import { SteadyClient } from "@/lib/db/steady-client";

let pool: pg.Pool | undefined;

/** Connections of their own: a lock lives exactly as long as the connection, so a killed process holds none. */
function connections(): pg.Pool {
  if (!pool) {
    pool = new pg.Pool({
      connectionString: env().DATABASE_URL,
      max: 12,
      application_name: "hezaworks-locks",
      Client: SteadyClient,
    });
    // An idle connection that ends is replaced at the next use.
    pool.on("error", () => {});
  }
  return pool;
}

/**
 * Does `work` unless somebody else is at something of that name, in this process or another. No transaction stays open
 * meanwhile.
 *
 * @returns what `work` answers, or undefined when another one is at it
 */
export async function exclusively<T>(name: string, work: () => Promise<T>): Promise<T | undefined> {
  const client = await connections().connect();
  let broken: Error | undefined;
  const lost = (error: Error) => {
    broken = error;
  };
  client.on("error", lost);
  try {
    const { rows } = await client.query<{ held: boolean }>(
      "select pg_try_advisory_lock(hashtextextended($1, 0)) as held",
      [name],
    );
    if (!rows[0]?.held) return undefined;
    try {
      return await work();
    } finally {
      if (!broken)
        await client.query("select pg_advisory_unlock(hashtextextended($1, 0))", [name]).catch((error: Error) => {
          broken = error;
        });
    }
  } finally {
    client.off("error", lost);
    client.release(broken);
  }
}

export async function closeLocks(): Promise<void> {
  await pool?.end();
  pool = undefined;
}
