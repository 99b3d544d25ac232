import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import type { MailStatus } from "@/lib/db/generated/client";
import type { Actor } from "@/lib/identity/actor";
import { retryFailedMails, retryMail } from "@/lib/notifications/commands";
import { mailTopic } from "@/lib/notifications/mail";
import { mailCounts, mailDetail, mailPage } from "@/lib/notifications/queries";
import { mailFilter } from "@/lib/notifications/schema";

const now = new Date("2024-07-10T02:00:00Z");
const secret = "t0ken-of-one-person";
let admin: Actor;
let written = 0;

async function mail(status: MailStatus, more: { toAddress?: string; subject?: string } = {}) {
  written++;
  return db().mail.create({
    data: {
      dedupeKey: `k${written}`,
      messageId: `<${written}@x.example>`,
      toAddress: "hr@nhamay.example",
      subject: `Thư ${written}`,
      text: `https://x.example/loi-moi/${secret}`,
      html: "",
      template: "invitation",
      locale: "vi",
      status,
      secret: status === "SENT" ? null : secret,
      attempts: status === "SENT" || status === "FAILED" ? 3 : 0,
      sentAt: status === "SENT" ? now : null,
      ...more,
    },
  });
}

beforeAll(async () => {
  const { id } = await db().user.create({ data: { email: "admin@heza.example", fullName: "A", staffRole: "ADMIN" } });
  const base = { kind: "person", userId: id, sessionId: null, fullName: "A", email: "admin@heza.example" } as const;
  admin = { ...base, staffRole: "ADMIN", organisation: null };
});
beforeEach(async () => {
  await db().mail.deleteMany();
  await db().outboxMessage.deleteMany();
});

describe("mails in the back-office", () => {
  it("are listed by page, state and words, newest first", async () => {
    for (const status of ["SENT", "KEPT", "FAILED", "QUEUED", "KEPT"] as const) await mail(status);
    await mail("KEPT", { toAddress: "other@truong.example", subject: "Lời mời" });
    const list = async (more: object, limit = 50) => mailPage(mailFilter.parse(more), limit);
    expect((await list({})).items).toHaveLength(6);
    expect((await list({ status: "KEPT" })).items).toHaveLength(3);
    expect((await list({ search: "TRUONG" })).items).toHaveLength(1);
    expect((await list({ search: "lời", status: "SENT" })).items).toHaveLength(0);
    const first = await list({}, 4);
    const second = await list({ before: first.next }, 4);
    expect([...first.items, ...second.items].map(({ id }) => id)).toEqual((await list({})).items.map(({ id }) => id));
    expect(second.next).toBeNull();
    expect(await mailCounts()).toEqual({ KEPT: 3, FAILED: 1, QUEUED: 1 });
  });

  it("show a link for one person only where it must be passed on by hand", async () => {
    const [kept, queued, failed] = [await mail("KEPT"), await mail("QUEUED"), await mail("FAILED")];
    expect((await mailDetail(kept.id))?.text).toContain(secret);
    expect((await mailDetail(queued.id))?.text).toBe("https://x.example/loi-moi/…");
    expect(JSON.stringify(await mailDetail(failed.id))).not.toContain(secret);
    expect(await mailDetail(0)).toBeNull();
  });

  it("are started again when they were given up or kept, not otherwise", async () => {
    const failed = await mail("FAILED");
    expect(await retryMail(admin, { id: failed.id }, { now })).toMatchObject({ ok: true });
    expect(await db().mail.findUnique({ where: { id: failed.id } })).toMatchObject({ status: "QUEUED", attempts: 0 });
    const outbox = await db().outboxMessage.findMany({ where: { topic: mailTopic } });
    expect(outbox.map(({ payload }) => payload)).toEqual([{ mailId: failed.id }]);
    expect(await retryMail(admin, { id: failed.id }, { now })).toMatchObject({ code: "not_allowed_now" });
    expect(await retryMail(admin, { id: (await mail("SENT")).id }, { now })).toMatchObject({ code: "not_allowed_now" });
    expect(await retryMail(admin, { id: 2_000_000_000 }, { now })).toMatchObject({ code: "not_found" });
  });

  it("are all started again after a fault of the server", async () => {
    const ids = [(await mail("FAILED")).id, (await mail("FAILED")).id];
    await mail("KEPT");
    expect(await retryFailedMails(admin, {}, { now })).toEqual({ ok: true, value: { started: 2 } });
    const outbox = await db().outboxMessage.findMany({ orderBy: { id: "asc" } });
    expect(outbox.map(({ payload }) => payload)).toEqual(ids.map((mailId) => ({ mailId })));
    expect(await mailCounts()).toEqual({ QUEUED: 2, KEPT: 1 });
  });
});
