import { randomBytes } from "node:crypto";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { env } from "@/lib/config/env";
import { db } from "@/lib/db/client";
import { readableFile } from "@/lib/files/file-queries";
import { contentOf } from "@/lib/files/place";
import { takeFile } from "@/lib/files/take-commands";
import { beginUpload, keepBytes } from "@/lib/files/upload-commands";
import { handlers } from "@/lib/jobs/handlers";
import { makeQueue, prepareQueues } from "@/lib/jobs/queue";
import { relay } from "@/lib/jobs/relay";
import { queueMail } from "@/lib/notifications/mail";
import { backUp } from "@/lib/runtime/backup";
import { encodeRecord } from "@/lib/runtime/backup-format";
import { migrate, migrationNames } from "@/lib/runtime/migrate";
import { restore } from "@/lib/runtime/restore";
import { recreateDatabase, seed } from "@/lib/runtime/seeding";
import { publicBatches } from "@/lib/vacancies/batch-public-queries";
import { batchTotals } from "@/lib/vacancies/batch-queries";
import { emptySearch } from "@/lib/vacancies/search";
import { searchVacancies } from "@/lib/vacancies/search-queries";
import { storedAnswer } from "@/lib/web/stored-answer";
import { createMember, createOrganisation } from "../factories/identity";
import { pdf } from "../support/sample-files";

/** The drill: everything that the portal holds, taken, destroyed, brought back, and the same. */
const url = () => process.env.DATABASE_URL ?? "";
let folder: string;
let file: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "heza-backup-"));
  file = join(folder, "portal.backup");
  await seed(url(), { quiet: true });
}, 300_000);
afterAll(() => rm(folder, { recursive: true }));

async function sql<T>(statement: string, database = url()): Promise<T[]> {
  const client = new pg.Client({ connectionString: database });
  await client.connect();
  try {
    return (await client.query(statement)).rows;
  } finally {
    await client.end();
  }
}

/** Another database on the same server. */
const other = () => Object.assign(new URL(url()), { pathname: `/other_${randomBytes(6).toString("hex")}` }).href;
const drop = (database: string) => sql(`drop database "${new URL(database).pathname.slice(1)}" with (force)`);

/** Number of rows and a sum over the content of every table of the portal, except the trail, which notes the backup. */
async function contents(database = url()): Promise<Record<string, string>> {
  const tables = await sql<{ name: string }>(
    `select tablename as name from pg_tables where schemaname = 'public' and tablename not in ('_prisma_migrations', 'AuditEntry')`,
    database,
  );
  const all: Record<string, string> = {};
  for (const { name } of tables) {
    const [row] = await sql<{ sum: string }>(
      `select count(*) || ':' || coalesce(md5(string_agg(t::text, E'\\n' order by t::text collate "C")), '') as sum from "${name}" t`,
      database,
    );
    all[name] = row?.sum ?? "";
  }
  return all;
}

const nextId = async () => (await sql<{ id: string }>(`select nextval('"Vacancy_id_seq"') as id`))[0]?.id;

/** What people see: the batches with their totals, and what searches find. */
async function seen() {
  const { items } = await publicBatches({ page: 1, size: 50 });
  const july = items.find(({ headcount }) => headcount === 2390);
  const searches = [];
  for (const q of ["công nhân", "ky thuat dien", "lap rap", "ke toan"])
    searches.push(
      (await searchVacancies({ ...emptySearch, q }, new Date("2026-11-22T03:00:00Z"))).items.map(({ id }) => id),
    );
  return { items, july: july && (await batchTotals(july.id)), searches };
}

describe("backup and restore", () => {
  it("brings back every row, the numbers of July 2024 and the same finds, and goes on with the next id", async () => {
    const before = { contents: await contents(), seen: await seen() };
    expect(before.seen.july).toMatchObject({ enterprises: 17, headcount: 2390 });
    expect(before.seen.searches.flat().length).toBeGreaterThan(10);
    const summary = await backUp(url(), file);
    expect(summary.rows).toBeGreaterThan(1_000);
    expect((await sql(`select 1 from "AuditEntry" where command = 'database.backUp'`)).length).toBe(1);
    const id = await nextId();

    await db().$disconnect();
    await recreateDatabase(url());
    await expect(sql(`select 1 from "User"`)).rejects.toThrow();
    const result = await restore(url(), file);
    expect(Object.keys(result.rows).sort()).toEqual([...Object.keys(before.contents), "AuditEntry"].sort());
    expect(await contents()).toEqual(before.contents);
    expect(await seen()).toEqual(before.seen);
    // The id drawn after the backup is drawn again; none that a row has.
    expect(await nextId()).toBe(id);
    // References and guards stand again.
    await expect(sql(`delete from "AuditEntry"`)).rejects.toThrow("append-only");
    await expect(sql(`delete from "Enterprise"`)).rejects.toThrow("foreign key");
    expect((await sql(`select 1 from "AuditEntry" where command = 'database.restore'`)).length).toBe(1);
  }, 240_000);

  it("puts what the queue had not finished back into the outbox", async () => {
    const now = new Date();
    await db().$transaction((tx) =>
      queueMail(tx, {
        to: "hr@nhamay.example",
        locale: "vi",
        template: "batchPublished",
        params: { batch: "Đợt 2 tháng 7/2024", enterprises: 17, workers: 2390 },
        dedupeKey: "backup:1",
        now,
      }),
    );
    const boss = makeQueue(url());
    await boss.start();
    await prepareQueues(boss, handlers, []);
    await relay(boss, new Map(handlers.map((task) => [task.topic, task])), now);
    await boss.stop({ graceful: false });
    const open = () =>
      sql<{ topic: string }>(`select topic, payload from "OutboxMessage" where "dispatchedAt" is null`);
    expect(await open()).toEqual([]);
    const jobs = join(folder, "jobs.backup");
    const { jobs: count } = await backUp(url(), jobs);
    expect(count).toBeGreaterThan(0);
    await db().$disconnect();
    await restore(url(), jobs, true);
    expect(await open()).toContainEqual({ topic: "mail.send", payload: { mailId: expect.any(Number) } });
    expect((await open()).length).toBe(count);
  }, 240_000);

  it("keeps the bytes of files beside it, and brings back those that it lists, unchanged", async () => {
    const now = new Date();
    const member = await createMember((await createOrganisation("ENTERPRISE")).id);
    const purpose = "dossier.paper";
    const take = async (bytes: Buffer) => {
      const taken = await takeFile(member, { purpose, file: new File([new Uint8Array(bytes)], "a.pdf") }, { now });
      if (!taken.ok) throw new Error(taken.code);
      return taken.value.key;
    };
    const [first, second] = [pdf(3_000_000), pdf(70_000)];
    const [one, two] = [await take(first), await take(second)];
    const begun = await beginUpload(member, { purpose, name: "b.pdf", size: second.length }, { now });
    if (!begun.ok) throw new Error(begun.code);
    const half = begun.value.key;
    async function* piece(from: number, to?: number) {
      yield second.subarray(from, to);
    }
    await keepBytes(member, half, 0, piece(0, 30_000), now);

    const own = await mkdtemp(join(folder, "own-"));
    const taken = join(own, "1.backup");
    expect((await backUp(url(), taken, env().FILES_DIR)).files).toEqual({
      count: 3,
      bytes: first.length + second.length + 30_000,
      lost: [],
    });
    await db().$disconnect();
    await rm(env().FILES_DIR, { recursive: true });
    expect((await restore(url(), taken, true, env().FILES_DIR)).files).toBe(3);
    for (const [key, bytes] of [
      [one, first],
      [two, second],
    ] as const) {
      const file = await readableFile(member, key);
      if (!file) throw new Error("not readable");
      const answer = await storedAnswer(new Request("https://vieclam.hezaworks.example"), file);
      expect(Buffer.from(await answer.arrayBuffer()).equals(bytes)).toBe(true);
    }
    // What was on its way goes on where it was.
    await keepBytes(member, half, 30_000, piece(30_000), now);
    const { state } = await db().uploadedFile.findUniqueOrThrow({ where: { key: half } });
    expect(state).toBe("CHECKING");

    // Bytes that were changed or lost are told before anything is dropped.
    const inMirror = join(own, "files", contentOf(one));
    await writeFile(inMirror, Buffer.concat([first.subarray(1), Buffer.from("x")]));
    await rm(env().FILES_DIR, { recursive: true });
    await expect(restore(url(), taken, true, env().FILES_DIR)).rejects.toThrow(/were changed/);
    await rm(inMirror);
    await expect(restore(url(), taken, true, env().FILES_DIR)).rejects.toThrow(/not in the folder "files"/);
    await expect(restore(url(), taken, true)).rejects.toThrow(/set FILES_DIR/);
    expect(await db().uploadedFile.count({ where: { key: half } })).toBe(1);
    const poorer = await backUp(url(), join(own, "2.backup"), env().FILES_DIR);
    expect(poorer.files).toMatchObject({ count: 2, lost: [contentOf(one)] });

    // The next backup throws away what only backups had that are gone.
    await db().uploadedFile.deleteMany({});
    for (const old of [taken, join(own, "2.backup")]) await rm(old);
    expect((await backUp(url(), join(own, "3.backup"), env().FILES_DIR)).files).toEqual({
      count: 0,
      bytes: 0,
      lost: [],
    });
    expect((await readdir(own)).sort()).toEqual(["3.backup", "3.backup.sha256", "files"]);
    const left = await readdir(join(own, "files"), { recursive: true, withFileTypes: true });
    expect(left.filter((entry) => entry.isFile())).toEqual([]);
  }, 240_000);

  describe("refuses, and says why", () => {
    const bytes = async (change: (unpacked: Buffer) => Buffer) => {
      const changed = join(folder, `${randomBytes(6).toString("hex")}.backup`);
      await writeFile(changed, gzipSync(change(gunzipSync(await readFile(file)))));
      return changed;
    };
    /** The header said otherwise, everything after it as it was. */
    const withHeader = (change: (header: Record<string, unknown>) => object) =>
      bytes((all) => {
        const end = 5 + all.readUInt32BE(1);
        return Buffer.concat([encodeRecord("H", change(JSON.parse(all.toString("utf8", 5, end)))), all.subarray(end)]);
      });
    async function refused(changed: string, words: RegExp, into = other()) {
      if (into !== url()) await recreateDatabase(into);
      await expect(restore(into, changed)).rejects.toThrow(words);
      if (into === url()) return;
      // Whatever was begun: nobody's data are there.
      const tables = await sql(`select 1 from pg_tables where tablename = 'User' and schemaname = 'public'`, into);
      if (tables.length > 0) expect(await sql(`select 1 from "User"`, into)).toEqual([]);
      await drop(into);
    }

    it("a database that has something in it", () => refused(file, /not empty.*--replace/, url()));
    it("a backup of a newer release", async () =>
      refused(
        await withHeader((header) => ({
          ...header,
          migrations: [...(header.migrations as object[]), { name: "209901010000_later", checksum: "x" }],
        })),
        /newer release: migration 209901010000_later/,
      ));
    it("another form of backup", async () =>
      refused(await withHeader((header) => ({ ...header, format: 99 })), /written by another version/));
    it("one that was cut off", async () =>
      refused(await bytes((all) => all.subarray(0, all.byteLength - 200)), /cut off/));
    it("one whose rows were changed", async () =>
      refused(
        await bytes((all) => {
          const at = all.indexOf("Hải Phòng");
          all.write("Hai Phong..".slice(0, 11), at, "utf8");
          return all;
        }),
        /were changed/,
      ));
    it("what is no backup", async () => {
      const text = join(folder, "text");
      await writeFile(text, "không phải bản sao lưu");
      await refused(text, /incorrect header check/);
    });
  });

  it("of an older release gets the newer migrations after its rows", async () => {
    const last = migrationNames().at(-1);
    const older = other();
    await recreateDatabase(older);
    await migrate(older, migrationNames().slice(0, -1));
    await sql(`insert into "User" ("email", "fullName") values ('xua@hezaworks.example', 'Người Xưa')`, older);
    const old = join(folder, "older.backup");
    await backUp(older, old);
    const { migrated } = await restore(older, old, true);
    expect(migrated).toEqual([last]);
    expect(await sql(`select "fullName" from "User"`, older)).toEqual([{ fullName: "Người Xưa" }]);
    await drop(older);
  });
});
