import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { handlers } from "@/lib/jobs/handlers";
import { makeQueue, prepareQueues } from "@/lib/jobs/queue";
import { relay } from "@/lib/jobs/relay";
import { queueMail } from "@/lib/notifications/mail";
import { MailServer, until } from "../support/smtp";

/**
 * Nothing is sent twice and nothing is lost when a process dies: real worker processes, killed with SIGKILL at each step
 * between the commit and the server's acceptance, against a real SMTP server.
 */
let server: MailServer;
const workers: ChildProcess[] = [];
const databaseUrl = () => process.env.DATABASE_URL ?? "";

async function startWorker(): Promise<ChildProcess> {
  const worker = spawn(process.execPath, ["--conditions=react-server", "--import", "tsx", "lib/jobs/worker.ts"], {
    env: { ...process.env, SMTP_URL: server.url, LOG_LEVEL: "info", NODE_ENV: "production" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  workers.push(worker);
  let words = "";
  worker.stdout?.on("data", (data: Buffer) => {
    words += data;
  });
  await until("worker ready", () => words.includes("worker ready") || worker.exitCode !== null, 40_000);
  if (worker.exitCode !== null) throw new Error(`worker ended: ${words}`);
  return worker;
}

async function end(worker: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (worker.exitCode !== null || worker.signalCode !== null) return;
  const gone = once(worker, "exit");
  worker.kill(signal);
  await gone;
}

let occasions = 0;
async function order(count: number): Promise<void> {
  const now = new Date();
  await db().$transaction(async (tx) => {
    for (let i = 0; i < count; i++)
      await queueMail(tx, {
        to: `hr-${i}@nhamay.example`,
        locale: i % 2 ? "en" : "vi",
        template: "batchPublished",
        params: { batch: "Đợt 2 tháng 7/2024", enterprises: 17, workers: 2390 },
        dedupeKey: `batchPublished:${++occasions}`,
        now,
      });
  });
}

const count = (status: "SENT" | "SENDING" | "QUEUED") => db().mail.count({ where: { status } });
const allSent = (total: number, milliseconds = 45_000) =>
  until(`${total} sent`, async () => (await count("SENT")) === total, milliseconds);

beforeAll(async () => {
  server = await MailServer.start();
});
beforeEach(async () => {
  await db().mail.deleteMany();
  await db().outboxMessage.deleteMany();
});
afterEach(async () => {
  await Promise.all(workers.splice(0).map((worker) => end(worker, "SIGKILL")));
  server.behaviour = {};
  server.received.length = 0;
});
afterAll(() => server.stop());

describe("mails and dying workers", () => {
  it("two workers, 200 mails: each exactly once", async () => {
    await Promise.all([startWorker(), startWorker()]);
    await order(200);
    await allSent(200);
    expect(server.received).toHaveLength(200);
    expect(server.distinct.size).toBe(200);
    expect(new Set(server.received.map(({ to }) => to)).size).toBe(200);
    await Promise.all(workers.map((worker) => end(worker, "SIGTERM")));
    expect(workers.map(({ exitCode }) => exitCode)).toEqual([0, 0]);
  }, 120_000);

  it("written while no worker lives: sent by the next one", async () => {
    await order(3);
    await startWorker();
    await allSent(3);
    expect(server.received).toHaveLength(3);
  }, 60_000);

  it("killed between hand-over and handler: sent by the next one, once", async () => {
    const boss = makeQueue(databaseUrl());
    await boss.start();
    await prepareQueues(boss, handlers, []);
    await order(3);
    expect(await relay(boss, new Map(handlers.map((task) => [task.topic, task])), new Date())).toBe(3);
    await boss.stop({ graceful: false });
    await startWorker();
    await allSent(3);
    expect(server.received).toHaveLength(3);
  }, 60_000);

  it("killed while the server reads the message: sent again by the next one, accepted once", async () => {
    let reading = false;
    server.behaviour = {
      message: () => {
        reading = true;
        return new Promise(() => {});
      },
    };
    const worker = await startWorker();
    await order(1);
    await until("the server reads", () => reading);
    expect(await count("SENDING")).toBe(1);
    await end(worker, "SIGKILL");
    server.behaviour = {};
    await startWorker();
    await allSent(1);
    expect(server.received).toHaveLength(1);
    expect(await db().mail.findFirst()).toMatchObject({ attempts: 2 });
  }, 60_000);

  it("killed after the server accepted, before it could say so: the repeat bears the same Message-ID", async () => {
    let held = true;
    server.behaviour = { accepted: () => (held ? new Promise(() => {}) : Promise.resolve()) };
    const worker = await startWorker();
    await order(1);
    await until("the server has it", () => server.received.length === 1);
    await end(worker, "SIGKILL");
    held = false;
    await startWorker();
    await allSent(1);
    // The one window that SMTP leaves open: two copies, which the receiver's server recognises as one.
    expect(server.received).toHaveLength(2);
    expect(server.distinct.size).toBe(1);
  }, 60_000);

  it("killed again and again at any instant: nothing is lost, a repeat bears the same Message-ID", async () => {
    const total = 60;
    const kills = 3;
    server.behaviour = { accepted: () => sleep(40) };
    await order(total);
    for (let i = 0; i < kills; i++) {
      const worker = await startWorker();
      await sleep(20 + Math.random() * 250);
      await end(worker, "SIGKILL");
    }
    await startWorker();
    await allSent(total);
    expect(server.distinct.size).toBe(total);
    // A kill can only hit what was being sent at that instant: five at once.
    expect(server.received.length).toBeLessThanOrEqual(total + kills * 5);
  }, 120_000);

  it("asked to end, it finishes what it has begun", async () => {
    server.behaviour = { accepted: () => sleep(1_000) };
    const worker = await startWorker();
    await order(1);
    await until("the server has it", () => server.received.length === 1);
    await end(worker, "SIGTERM");
    expect(worker.exitCode).toBe(0);
    expect(await count("SENT")).toBe(1);
  }, 60_000);
});
