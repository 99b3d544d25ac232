import pg from "pg";

/** The cache tags that the web processes are told of while `run` is at work, each once, sorted. */
export async function tagsToldBy(run: () => Promise<unknown>): Promise<string[]> {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
  const told = new Set<string>();
  client.on("notification", ({ payload }) => {
    for (const tag of JSON.parse(payload ?? "[]") as string[]) told.add(tag);
  });
  await client.connect();
  try {
    await client.query("listen public_changed");
    await run();
    // Notifications of what is committed are there before the answer to a later statement.
    await client.query("select 1");
    return [...told].sort();
  } finally {
    await client.end();
  }
}
