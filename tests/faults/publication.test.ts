import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import type { Person } from "@/lib/identity/actor";
import { publishBatch } from "@/lib/vacancies/publication-commands";
import { createBatchRow, createEnterprise, createPark, createVacancy, staffActor } from "../factories/vacancies";
import { Caller } from "../support/caller";
import { Portal } from "../support/portal";

/** What a publication writes; read as it is on disk now. */
async function written(url: string, batchId: number) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query(
      `select (select status from "VacancyBatch" where id = $1) as batch,
        (select count(*)::int from "BatchEntry" where "batchId" = $1) as lines,
        (select count(*)::int from "Vacancy" where status = 'PUBLISHED') as listings,
        (select count(*)::int from "OutboxMessage" where topic = 'batches.published') as told,
        (select count(*)::int from "AuditEntry" where command = 'batches.publish' and outcome = 'ok') as audited,
        (select count(*)::int from "Vacancy" where "batchId" = $1 and status = 'SUBMITTED') as waiting`,
      [batchId],
    );
    return rows[0];
  } finally {
    await client.end();
  }
}

const untouched = { batch: "REVIEWING", lines: 0, listings: 0, told: 0, audited: 0, waiting: 1 };
const published = { batch: "PUBLISHED", lines: 50, listings: 50, told: 1, audited: 1, waiting: 0 };

/** A process of its own starts in a second, on a busy machine in many. */
const patience = { timeout: 90_000 };

describe("a publication that is killed in its middle", patience, () => {
  let portal: Portal;
  let head: Person;
  let batchId: number;
  /** A need that is still waiting: the publication touches it last, when all lines are written. */
  let waitingId: number;

  beforeAll(async () => {
    portal = await Portal.prepare();
    // Before the first use of the client: the factories write into the portal's database.
    process.env.DATABASE_URL = portal.databaseUrl;
  }, 150_000);
  afterAll(() => portal.stop());

  it("has a batch to publish", async () => {
    head = await staffActor("LABOUR_HEAD");
    const park = await createPark();
    const enterprise = await createEnterprise(park.id);
    batchId = (await createBatchRow({ collectFrom: "2024-07-01", status: "REVIEWING" })).id;
    const of = { enterpriseId: enterprise.id, parkId: park.id, batchId };
    for (let i = 0; i < 50; i++) await createVacancy({ ...of, status: "APPROVED" });
    waitingId = (await createVacancy({ ...of, status: "SUBMITTED" })).id;
    expect(await written(portal.databaseUrl, batchId)).toEqual(untouched);
  });

  /** Holds the row that the publication needs last; resolves when the publication waits for it, all else written. */
  async function inTheMiddle() {
    const holder = new pg.Client({ connectionString: portal.databaseUrl });
    holder.on("error", () => {});
    await holder.connect();
    await holder.query("begin");
    await holder.query('select 1 from "Vacancy" where id = $1 for update', [waitingId]);
    const publisher = await Caller.start(portal);
    const answer = publisher.call("batches.publish", head.userId, { id: batchId, version: 1 });
    await expect
      .poll(
        async () => {
          // pg_locks is read anew each time; pg_stat_activity would stay as this transaction first saw it.
          const { rows } = await holder.query("select count(*)::int as n from pg_locks where not granted");
          return rows[0].n;
        },
        { timeout: 60_000, interval: 50 },
      )
      .toBe(1);
    return { holder, publisher, answer };
  }

  it("leaves nothing when the server is killed", async () => {
    const { holder, publisher } = await inTheMiddle();
    await publisher.kill();
    await holder.query("rollback");
    await holder.end();
    await expect.poll(() => written(portal.databaseUrl, batchId), { timeout: 10_000 }).toEqual(untouched);
  });

  it("leaves nothing when the database is killed", async () => {
    const { publisher, answer } = await inTheMiddle();
    await portal.kill("database");
    expect((await answer).lost).toBeTruthy();
    await publisher.kill();
    await portal.restartDatabase();
    expect(await written(portal.databaseUrl, batchId)).toEqual(untouched);
  });

  it("is done whole at the next try, and what was acknowledged survives a kill", async () => {
    const publisher = await Caller.start(portal);
    expect(await publisher.call("batches.publish", head.userId, { id: batchId, version: 1 })).toMatchObject({
      ok: true,
      value: { vacancies: 50, passedOn: 1 },
    });
    await publisher.kill();
    await portal.kill("database");
    await portal.restartDatabase();
    expect(await written(portal.databaseUrl, batchId)).toEqual(published);
    await db().$disconnect();
    expect(await publishBatch(head, { id: batchId, version: 1 })).toMatchObject({ code: "not_allowed_now" });
  });
});
