import { expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { slimIndexes } from "@/lib/jobs/index-upkeep";

const pages = async (name: string) =>
  (await db().$queryRaw<{ pages: number }[]>`select (pg_relation_size(${name}::regclass) / 8192)::int as pages`)[0]
    ?.pages ?? 0;

test("an index of what is open is made anew once nearly all of it is closed, and another is left alone", async () => {
  await db().$executeRaw`create table "Waiting" (id int primary key, open boolean not null, kept boolean not null)`;
  await db().$executeRaw`create index "Waiting_open" on "Waiting" (id) where open`;
  await db().$executeRaw`create index "Waiting_kept" on "Waiting" (id) where kept`;
  await db().$executeRaw`insert into "Waiting" select n, true, true from generate_series(1, 60000) n`;
  await db().$executeRaw`vacuum analyze "Waiting"`;
  expect(await slimIndexes(100)).toEqual([]);
  const full = await pages('"Waiting_open"');
  expect(full).toBeGreaterThan(100);

  await db().$executeRaw`update "Waiting" set open = id % 100 = 0`;
  await db().$executeRaw`vacuum analyze "Waiting"`;
  expect(await pages('"Waiting_open"')).toBeGreaterThanOrEqual(full);
  expect(await slimIndexes(10_000)).toEqual([]);
  expect(await slimIndexes(100)).toEqual(['public."Waiting_open"']);
  expect(await pages('"Waiting_open"')).toBeLessThan(full / 10);
  expect(await db().$queryRaw`select count(*)::int as open from "Waiting" where open`).toEqual([{ open: 600 }]);
  expect(await slimIndexes(100)).toEqual([]);
});

test("what a run that was killed has left is taken away", async () => {
  await db().$executeRaw`create table "Twice" (id int)`;
  await db().$executeRaw`insert into "Twice" values (1), (1)`;
  // A unique index that cannot be: what stays behind is invalid, as after a kill.
  await expect(db().$executeRaw`create unique index concurrently "Twice_id_ccnew" on "Twice" (id)`).rejects.toThrow();
  const left = () => db().$queryRaw`select relname from pg_class where relname = 'Twice_id_ccnew'`;
  expect(await left()).toHaveLength(1);
  await slimIndexes();
  expect(await left()).toEqual([]);
});
