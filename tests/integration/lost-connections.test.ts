import pg from "pg";
import { describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { SteadyClient } from "@/lib/db/steady-client";
import { makeQueue } from "@/lib/jobs/queue";

/** A connection that ends while it is handed out and nobody listens to it: Node would end the process. */
describe("a connection that is lost between two uses", () => {
  it("does not end the process, and the pool goes on with another", async () => {
    const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 1, Client: SteadyClient });
    const client = await pool.connect();
    const { rows } = await client.query<{ pid: number }>("select pg_backend_pid() as pid");
    const ended = new Promise<void>((resolve) => client.once("end", () => resolve()));
    await db().$queryRaw`select pg_terminate_backend(${rows[0]?.pid ?? 0}::int)`;
    await ended;
    await expect(client.query("select 1")).rejects.toThrow();
    client.release(new Error("lost"));
    expect((await pool.query("select 1 as one")).rows).toEqual([{ one: 1 }]);
    await pool.end();
  });

  it("is what a plain one does", () => {
    expect(() => new pg.Client().emit("error", new Error("terminated"))).toThrow("terminated");
    expect(() => new SteadyClient().emit("error", new Error("terminated"))).not.toThrow();
  });

  it("is steady in the queue's pool, too", async () => {
    const boss = makeQueue(process.env.DATABASE_URL ?? "");
    await boss.start();
    try {
      const { pool } = boss.getDb() as unknown as { pool: pg.Pool };
      const client = await pool.connect();
      client.release();
      expect(client).toBeInstanceOf(SteadyClient);
    } finally {
      await boss.stop({ graceful: false });
    }
  });
});
