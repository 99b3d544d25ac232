import { createServer, type Server } from "node:net";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { closeLocks, exclusively } from "@/lib/jobs/lock";
import { deliverMail, rescueMails } from "@/lib/jobs/mail-delivery";
import { smtpSender } from "@/lib/jobs/smtp";
import { attemptLimit } from "@/lib/notifications/delivery";
import { mailTopic, queueMail } from "@/lib/notifications/mail";
import { MailServer } from "../support/smtp";

const now = new Date("2024-07-10T02:00:00Z");
const at = (seconds: number) => new Date(now.getTime() + seconds * 1_000);
const clock = () => now;
const from = "HezaWorks <khong-tra-loi@hezaworks.example>";
const short = { connect: 500, silence: 500 };
const long = { connect: 20_000, silence: 20_000 };
let server: MailServer;

const send = (url = server.url, timeouts = long) => smtpSender({ url, from, timeouts });

async function order(occasion: string, more: { path?: string; secret?: string } = {}) {
  await db().$transaction((tx) =>
    queueMail(tx, {
      to: "hr@nhamay.example",
      locale: "vi",
      template: "registrationMatched",
      params: { enterprise: "Công ty <Ánh Dương> & Bạn" },
      dedupeKey: occasion,
      now,
      ...more,
    }),
  );
  return db().mail.findUniqueOrThrow({ where: { dedupeKey: occasion } });
}

const row = (id: number) => db().mail.findUniqueOrThrow({ where: { id } });
const waiting = () => db().outboxMessage.findMany({ where: { topic: mailTopic, dispatchedAt: null } });

beforeAll(async () => {
  server = await MailServer.start();
});
beforeEach(async () => {
  await db().mail.deleteMany();
  await db().outboxMessage.deleteMany();
});
afterEach(() => {
  server.behaviour = {};
  server.received.length = 0;
});
afterAll(async () => {
  await server.stop();
  await closeLocks();
});

describe("a mail is written with the act that it tells of", () => {
  it("once an occasion, however often it is ordered, at once or later", async () => {
    await Promise.all(Array.from({ length: 5 }, () => order("vacancyReturned:1")));
    await order("vacancyReturned:1");
    expect(await db().mail.count()).toBe(1);
    const outbox = await waiting();
    expect(outbox).toHaveLength(1);
    expect(outbox[0]?.payload).toEqual({ mailId: (await db().mail.findFirstOrThrow()).id });
  });

  it("or not at all, when the act is undone", async () => {
    const undone = db().$transaction(async (tx) => {
      const base = { locale: "vi", template: "registrationMatched", params: { enterprise: "x" }, now } as const;
      expect(await queueMail(tx, { ...base, to: "a@nhamay.example", dedupeKey: "undone" })).toBe(true);
      throw new Error("undone");
    });
    await expect(undone).rejects.toThrow("undone");
    expect(await db().mail.count()).toBe(0);
    expect(await waiting()).toHaveLength(0);
  });
});

describe("delivery", () => {
  it("sends both parts under the fixed Message-ID and notes it", async () => {
    const mail = await order("a", { path: "/enterprise" });
    expect(await deliverMail(mail.id, send(), clock)).toBe("sent");
    const [received] = server.received;
    expect(received?.messageId).toBe(mail.messageId);
    expect(received?.to).toBe("hr@nhamay.example");
    expect(received?.mail.subject).toBe("Đã xác minh Công ty <Ánh Dương> & Bạn");
    expect(received?.mail.text).toContain("https://vieclam.hezaworks.example/enterprise");
    expect(received?.mail.html).toContain("Công ty &lt;Ánh Dương&gt; &amp; Bạn");
    expect(received?.mail.headers.get("auto-submitted")).toBe("auto-generated");
    expect(await row(mail.id)).toMatchObject({ status: "SENT", attempts: 1, sentAt: now, lastError: null });
    expect(await deliverMail(mail.id, send(), clock)).toBe("nothing");
    expect(server.received).toHaveLength(1);
  });

  it("blanks a secret in the stored copy once it is sent, not before", async () => {
    const mail = await order("b", { path: "/loi-moi/tok3n-of-one-person", secret: "tok3n-of-one-person" });
    expect(mail.text).toContain("tok3n-of-one-person");
    await deliverMail(mail.id, send(), clock);
    expect(server.received[0]?.mail.text).toContain("/loi-moi/tok3n-of-one-person");
    const { text, html, secret } = await row(mail.id);
    expect([text, html, secret].join()).not.toContain("tok3n");
    expect(text).toContain("/loi-moi/…");
  });

  it("keeps it when no server is set", async () => {
    const mail = await order("c", { path: "/loi-moi/t0ken", secret: "t0ken" });
    expect(await deliverMail(mail.id, undefined, clock)).toBe("kept");
    expect(await row(mail.id)).toMatchObject({ status: "KEPT", attempts: 0, secret: "t0ken" });
  });

  it("451, then 250: waits, sends, once", async () => {
    const mail = await order("d");
    await db().outboxMessage.deleteMany();
    let refusals = 1;
    server.behaviour = { message: () => (refusals-- > 0 ? 451 : undefined) };
    expect(await deliverMail(mail.id, send(), clock)).toBe("later");
    expect(await row(mail.id)).toMatchObject({ status: "QUEUED", attempts: 1, nextAttemptAt: at(30) });
    expect((await row(mail.id)).lastError).toContain("451");
    expect(await waiting()).toMatchObject([{ notBefore: at(30), payload: { mailId: mail.id } }]);
    expect(await deliverMail(mail.id, send(), clock), "not before its time").toBe("nothing");
    expect(await deliverMail(mail.id, send(), () => at(30))).toBe("sent");
    expect(server.received).toHaveLength(1);
    expect(await row(mail.id)).toMatchObject({ status: "SENT", attempts: 2, lastError: null });
  });

  it("550: gives up at once and says why", async () => {
    const mail = await order("e");
    server.behaviour = { recipient: () => 550 };
    expect(await deliverMail(mail.id, send(), clock)).toBe("failed");
    expect(await row(mail.id)).toMatchObject({ status: "FAILED", attempts: 1 });
    expect((await row(mail.id)).lastError).toContain("550");
  });

  it("nobody listens: waits; after the last attempt gives up", async () => {
    const mail = await order("f");
    const closed = send("smtp://127.0.0.1:1");
    expect(await deliverMail(mail.id, closed, clock)).toBe("later");
    await db().mail.update({ where: { id: mail.id }, data: { attempts: attemptLimit - 1, nextAttemptAt: now } });
    expect(await deliverMail(mail.id, closed, clock)).toBe("failed");
    expect(await row(mail.id)).toMatchObject({ status: "FAILED", attempts: attemptLimit });
  });

  it("a server that says nothing does not hold the worker", async () => {
    const silent: Server = createServer(() => {}).listen(0, "127.0.0.1");
    await new Promise((resolve) => silent.once("listening", resolve));
    const address = silent.address();
    const mail = await order("g");
    const begin = Date.now();
    const port = typeof address === "object" ? address?.port : 0;
    expect(await deliverMail(mail.id, send(`smtp://127.0.0.1:${port}`, short), clock)).toBe("later");
    expect(Date.now() - begin).toBeLessThan(15_000);
    silent.close();
  });

  it("a server that falls silent in the message does not either", async () => {
    const mail = await order("h");
    server.behaviour = { message: () => new Promise(() => {}) };
    expect(await deliverMail(mail.id, send(server.url, short), clock)).toBe("later");
  });

  it("by ten at once: one sends", async () => {
    const mail = await order("i");
    server.behaviour = { message: () => new Promise((resolve) => setTimeout(() => resolve(undefined), 200)) };
    const outcomes = await Promise.all(Array.from({ length: 10 }, () => deliverMail(mail.id, send(), clock)));
    expect(outcomes.filter((outcome) => outcome === "sent")).toHaveLength(1);
    expect(server.received).toHaveLength(1);
    expect((await row(mail.id)).attempts).toBe(1);
  });
});

describe("what a dead worker leaves", () => {
  it("SENDING with a free lock is sent again under the same Message-ID", async () => {
    const mail = await order("j");
    await db().mail.update({ where: { id: mail.id }, data: { status: "SENDING", attempts: 1, attemptedAt: now } });
    expect(await deliverMail(mail.id, send(), clock)).toBe("sent");
    expect(server.received.map(({ messageId }) => messageId)).toEqual([mail.messageId]);
    expect((await row(mail.id)).attempts).toBe(2);
  });

  it("SENDING with the lock held is left alone", async () => {
    const mail = await order("k");
    await exclusively(`mail:${mail.id}`, async () => {
      expect(await deliverMail(mail.id, send(), clock)).toBe("busy");
    });
    expect(server.received).toHaveLength(0);
  });

  it("is found: begun long ago, or due for long; each once a while", async () => {
    const begun = await order("l");
    const due = await order("m");
    const kept = await order("n");
    await db().mail.update({ where: { id: begun.id }, data: { status: "SENDING", attempts: 1, attemptedAt: now } });
    await db().mail.update({ where: { id: kept.id }, data: { status: "KEPT" } });
    await db().outboxMessage.deleteMany();
    expect(await rescueMails(at(60), 120_000), "neither is overdue yet").toBe(0);
    expect(await rescueMails(at(121), 120_000)).toBe(2);
    const found = (await waiting()).map(({ payload }) => payload);
    expect(found).toEqual(expect.arrayContaining([{ mailId: begun.id }, { mailId: due.id }]));
    await db().mail.update({ where: { id: begun.id }, data: { status: "FAILED" } });
    expect(await rescueMails(at(130), 120_000), "has just been found").toBe(0);
  });

  it("of a sent mail nothing can be undone: the database holds its state to its dates", async () => {
    const mail = await order("o");
    await expect(db().mail.update({ where: { id: mail.id }, data: { status: "SENT" } })).rejects.toThrow();
    await expect(db().mail.update({ where: { id: mail.id }, data: { status: "SENDING" } })).rejects.toThrow();
  });
});
