import { z } from "zod";
import { ok, refuse } from "@/lib/core/result";
import { command } from "@/lib/db/command";
import { staff } from "@/lib/identity/actor";
import { mailTopic } from "./mail";
import { mailId } from "./schema";

const again = (now: Date) => ({ status: "QUEUED", attempts: 0, lastError: null, nextAttemptAt: now }) as const;

/** Starts a mail again that was given up, or that was kept while no SMTP server was set. */
export const retryMail = command({
  name: "mail.retry",
  input: mailId,
  may: staff("ADMIN"),
  run: async ({ tx, input: { id }, now, about, later }) => {
    const mail = await tx.mail.findUnique({ where: { id }, select: { status: true } });
    if (!mail) return refuse("not_found");
    const { count } = await tx.mail.updateMany({ where: { id, status: { in: ["FAILED", "KEPT"] } }, data: again(now) });
    if (count === 0) return refuse("not_allowed_now");
    about({ type: "mail", id }, { before: mail.status });
    await later(mailTopic, { mailId: id });
    return ok({ id });
  },
});

const mostAtOnce = 1_000;

/** Starts all mails again that were given up, as after a fault of the mail server; a thousand at once. */
export const retryFailedMails = command({
  name: "mail.retryFailed",
  input: z.object({}),
  may: staff("ADMIN"),
  run: async ({ tx, now, about }) => {
    const due = {
      where: { status: "FAILED" },
      orderBy: { id: "asc" },
      take: mostAtOnce,
      select: { id: true },
    } as const;
    const ids = (await tx.mail.findMany(due)).map(({ id }) => id);
    const started = await tx.mail.updateManyAndReturn({
      where: { id: { in: ids }, status: "FAILED" },
      data: again(now),
      select: { id: true },
    });
    await tx.outboxMessage.createMany({
      data: started.map(({ id }) => ({ topic: mailTopic, payload: { mailId: id }, notBefore: now, createdAt: now })),
    });
    about({ type: "mail", id: "failed" }, { started: started.length });
    return ok({ started: started.length });
  },
});
