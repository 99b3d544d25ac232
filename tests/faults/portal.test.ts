import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Portal } from "../support/portal";

const health = async (portal: Portal) => (await fetch(`${portal.url}/api/health`)).status;

describe("a portal whose parts are killed", () => {
  let portal: Portal;
  beforeAll(async () => {
    portal = await Portal.prepare();
    await portal.start("server");
  }, 300_000);
  afterAll(() => portal.stop());

  it("says that it is not ready while the database is gone, and is again by itself when it is back", async () => {
    expect(await health(portal)).toBe(200);
    await portal.kill("database");
    expect(await health(portal)).toBe(503);
    await portal.restartDatabase();
    await expect.poll(() => health(portal), { timeout: 10_000 }).toBe(200);
  });

  it("keeps what was committed before the database was killed, and nothing of what was not", async () => {
    const client = new pg.Client({ connectionString: portal.databaseUrl });
    client.on("error", () => {});
    await client.connect();
    await client.query("create table kept (n int)");
    await client.query("insert into kept select generate_series(1, 1000)");
    await client.query("begin");
    await client.query("insert into kept select generate_series(1, 1000)");
    await portal.kill("database");
    await portal.restartDatabase();
    const again = new pg.Client({ connectionString: portal.databaseUrl });
    await again.connect();
    const { rows } = await again.query("select count(*)::int as n from kept");
    await again.end();
    expect(rows).toEqual([{ n: 1000 }]);
  });

  it("serves again after the server was killed", async () => {
    await portal.kill("server");
    await expect(health(portal)).rejects.toThrow();
    await portal.start("server");
    expect(await health(portal)).toBe(200);
  });
});
