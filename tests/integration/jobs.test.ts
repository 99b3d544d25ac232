import pg from "pg";
import type { PgBoss } from "pg-boss";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { ok } from "@/lib/core/result";
import { db } from "@/lib/db/client";
import { command } from "@/lib/db/command";
import { listenTo } from "@/lib/db/listen";
import { isSystem, system } from "@/lib/identity/actor";
import { tidy } from "@/lib/jobs/commands";
import { handlers } from "@/lib/jobs/handlers";
import { makeQueue, prepareQueues, workOn } from "@/lib/jobs/queue";
import { relay, relayBatch } from "@/lib/jobs/relay";
import { schedules } from "@/lib/jobs/schedules";
import { asWorker, task } from "@/lib/jobs/task";
import { until } from "../support/smtp";

const now = new Date("2024-07-10T02:00:00Z");
const topic = "tests.paint";
const paint = task({
  topic,
  payload: z.object({ wall: z.int() }),
  retry: { limit: 2, seconds: 1, mostSeconds: 1 },
  run: async () => {},
});
const tasks = new Map([[topic, paint]]);
const databaseUrl = () => process.env.DATABASE_URL ?? "";
let boss: PgBoss;

const put = (wall: number, notBefore = now, kind = topic) =>
  db().outboxMessage.create({ data: { topic: kind, payload: { wall }, notBefore, createdAt: now } });
const jobs = async () =>
  (
    await db().$queryRaw<{ data: { payload: { wall: number } } }[]>`
      select data from pgboss.job where name = ${topic}`
  ).map(({ data }) => data.payload.wall);

beforeAll(async () => {
  boss = makeQueue(databaseUrl());
  await boss.start();
  await prepareQueues(boss, [paint], []);
});
beforeEach(async () => {
  await db().outboxMessage.deleteMany();
  await boss.deleteAllJobs(topic);
});
afterAll(() => boss.stop({ graceful: false }));

describe("relay", () => {
  it("hands over what is due, once, and leaves what is not or what it does not know", async () => {
    await put(1);
    await put(2, new Date(now.getTime() + 60_000));
    await put(3, now, "tests.of-a-later-release");
    expect(await relay(boss, tasks, now)).toBe(1);
    expect(await relay(boss, tasks, now)).toBe(0);
    expect(await jobs()).toEqual([1]);
    expect(await relay(boss, tasks, new Date(now.getTime() + 60_000))).toBe(1);
    expect((await jobs()).sort()).toEqual([1, 2]);
    expect(await db().outboxMessage.count({ where: { dispatchedAt: null } })).toBe(1);
  });

  it("by several at once: each row goes to one", async () => {
    const walls = Array.from({ length: relayBatch * 2 + 50 }, (_, wall) => wall);
    await db().outboxMessage.createMany({
      data: walls.map((wall) => ({ topic, payload: { wall }, notBefore: now, createdAt: now })),
    });
    const all = async () => {
      while ((await relay(boss, tasks, now)) > 0);
    };
    await Promise.all([all(), all(), all(), all()]);
    expect((await jobs()).sort((a, b) => a - b)).toEqual(walls);
  });

  it("broken between inserting and marking, it has done neither", async () => {
    await put(1);
    await db().$executeRaw`alter table "OutboxMessage" add constraint stuck check ("dispatchedAt" is null)`;
    await expect(relay(boss, tasks, now)).rejects.toThrow();
    expect(await jobs()).toEqual([]);
    await db().$executeRaw`alter table "OutboxMessage" drop constraint stuck`;
    expect(await relay(boss, tasks, now)).toBe(1);
    expect(await jobs()).toEqual([1]);
  });
});

describe("waking", () => {
  it("at each commit that wrote to the outbox, and after a lost connection", async () => {
    let woken = 0;
    const wake = () => void woken++;
    const listener = listenTo(databaseUrl(), "outbox_written", { connected: wake, notified: wake });
    await until("listening", () => woken === 1);
    await put(1);
    await until("woken by a row", () => woken === 2);
    const client = new pg.Client({ connectionString: databaseUrl() });
    await client.connect();
    await client.query(`select pg_terminate_backend(pid) from pg_stat_activity
      where query = 'listen outbox_written' and datname = current_database()`);
    await client.end();
    await until("woken again, since something may have been missed", () => woken === 3);
    await put(2);
    await until("listening again", () => woken === 4);
    await listener.stop();
  });

  it("what could not be done when it was told is done by starting over", async () => {
    let [connected, told] = [0, 0];
    const listener = listenTo(databaseUrl(), "outbox_written", {
      connected: () => void connected++,
      notified: async () => {
        told += 1;
        if (told === 1) throw new Error("the page server did not answer");
      },
    });
    await until("listening", () => connected === 1);
    await put(1);
    await until("connected anew", () => connected === 2);
    await put(2);
    await until("told again", () => told === 2);
    await listener.stop();
    expect(connected).toBe(2);
  });
});

describe("jobs", () => {
  const count = command({
    name: "tests.count",
    input: z.object({}),
    may: isSystem,
    run: async ({ tx }) => ok(await tx.user.create({ data: { email: `${Math.random()}@x.example`, fullName: "x" } })),
  });

  it("a command called by a job is done once, however often the job is handed out", async () => {
    const before = await db().user.count();
    const context = { now, jobId: "c5a4f6b4-0000-4000-8000-000000000001" };
    await Promise.all([1, 2, 3].map(() => asWorker(count, {}, context)));
    await asWorker(count, {}, { ...context, jobId: `${context.jobId}/1` });
    expect(await db().user.count()).toBe(before + 2);
  });

  it("a failing job is tried again, beside others that succeed", async () => {
    const tries: Record<number, number> = {};
    await Promise.all([put(1), put(2)]);
    await relay(boss, tasks, now);
    await workOn(boss, topic, 5, async (payload) => {
      const { wall } = z.object({ wall: z.int() }).parse(payload);
      tries[wall] = (tries[wall] ?? 0) + 1;
      if (wall === 1 && tries[wall] === 1) throw new Error("no paint");
    });
    await until("tried again", () => tries[1] === 2);
    expect(tries[2]).toBe(1);
    await boss.offWork(topic);
  });
});

describe("the clock", () => {
  it("every schedule stands in the queue in the time of Hải Phòng and makes up a missed run once; others go", async () => {
    await boss.createQueue("tests.gone");
    await boss.schedule("tests.gone", "0 0 * * *");
    await prepareQueues(boss, handlers, schedules);
    const known = await boss.getSchedules();
    expect(known.map(({ name }) => name).sort()).toEqual(schedules.map(({ name }) => name).sort());
    expect(new Set(known.map(({ timezone }) => timezone))).toEqual(new Set(["Asia/Ho_Chi_Minh"]));
    expect(known.every(({ options }) => options?.missed === "once")).toBe(true);
  });

  it("each scheduled run may be repeated", async () => {
    for (const [index, { run }] of schedules.entries()) {
      const context = { now, jobId: `c5a4f6b4-0000-4000-8000-00000000010${index}` };
      await run(context);
      await run(context);
    }
  });
});

describe("tidying", () => {
  it("deletes what has served its time and nothing else", async () => {
    const days = (count: number) => new Date(now.getTime() - count * 86_400_000);
    const user = await db().user.create({ data: { email: "an@x.example", fullName: "An" } });
    const keys = [8, 6].map((age) => ({ key: `k${age}`, command: "x", result: {}, createdAt: days(age) }));
    await db().idempotencyKey.createMany({ data: keys });
    await db().rateLimit.createMany({
      data: [8, 6].map((age) => ({ key: `r${age}`, windowStart: days(age), count: 1 })),
    });
    const session = (id: string, expiresAt: Date, revokedAt: Date | null) => ({
      id: `c5a4f6b4-0000-4000-8000-0000000002${id}`,
      userId: user.id,
      expiresAt,
      revokedAt,
    });
    await db().session.createMany({
      data: [session("01", days(31), null), session("02", days(-5), days(31)), session("03", days(5), days(5))],
    });
    await db().outboxMessage.createMany({
      data: [
        { topic: "old", payload: {}, notBefore: days(40), createdAt: days(40), dispatchedAt: days(31) },
        { topic: "late", payload: {}, notBefore: days(40), createdAt: days(40) },
      ],
    });
    const link = (tokenHash: string, expiresAt: Date) => ({ tokenHash, expiresAt, createdAt: days(40) });
    await db().passwordReset.createMany({
      data: [days(31), days(29)].map((expiresAt, at) => ({ ...link(`reset${at}`, expiresAt), userId: user.id })),
    });
    const form = {
      fullName: "Đu Đủ Chín",
      taxCode: "0100109106",
      nameVi: "Công ty TNHH Thử Quên",
      phone: "0225 3 000 000",
    };
    await db().enterpriseSignUp.createMany({
      data: [days(31), days(29)].map((expiresAt, at) => ({
        ...form,
        ...link(`signUp${at}`, expiresAt),
        email: `quen-${at}@congtymau.example`,
      })),
    });
    const invitation = { email: "moi@hezaworks.example", staffRole: "OFFICE" as const, invitedById: user.id };
    await db().invitation.createMany({
      data: [
        { ...invitation, ...link("accepted", days(31)), acceptedAt: days(33) },
        { ...invitation, ...link("revoked", days(31)), revokedAt: days(33) },
        { ...invitation, ...link("ranOut", days(31)) },
        { ...invitation, ...link("fresh", days(29)), acceptedAt: days(30) },
      ],
    });
    const notice = { userId: user.id, template: "owed", params: {}, path: "/my/notices" };
    await db().notice.createMany({
      data: [
        { ...notice, path: "/read", createdAt: days(100), readAt: days(91) },
        { ...notice, path: "/read lately", createdAt: days(100), readAt: days(89) },
        { ...notice, path: "/unread", createdAt: days(364) },
        { ...notice, path: "/forgotten", createdAt: days(366) },
      ],
    });
    const result = await tidy(system("worker"), {}, { now });
    const gone = {
      idempotencyKeys: 1,
      rateLimits: 1,
      sessions: 2,
      apiConflicts: 0,
      resets: 1,
      signUps: 1,
      invitations: 2,
      outbox: 1,
      files: 0,
      tables: 0,
      notices: 2,
    };
    expect(result).toEqual(ok(gone));
    expect(await db().idempotencyKey.findMany({ where: { command: "x" }, select: { key: true } })).toEqual([
      { key: "k6" },
    ]);
    expect(await db().rateLimit.findMany({ select: { key: true } })).toEqual([{ key: "r6" }]);
    expect(await db().session.findMany({ select: { revokedAt: true } })).toEqual([{ revokedAt: days(5) }]);
    expect(await db().passwordReset.findMany({ select: { tokenHash: true } })).toEqual([{ tokenHash: "reset1" }]);
    expect(await db().enterpriseSignUp.findMany({ select: { tokenHash: true } })).toEqual([{ tokenHash: "signUp1" }]);
    const noted = await db().notice.findMany({ select: { path: true }, orderBy: { id: "asc" } });
    expect(noted.map(({ path }) => path)).toEqual(["/read lately", "/unread"]);
    const left = await db().invitation.findMany({ select: { tokenHash: true }, orderBy: { id: "asc" } });
    expect(left.map(({ tokenHash }) => tokenHash)).toEqual(["ranOut", "fresh"]);
    expect(await db().outboxMessage.findMany({ select: { topic: true } })).toEqual([{ topic: "late" }]);
  });
});
