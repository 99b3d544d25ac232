import { setTimeout as sleep } from "node:timers/promises";
import { log } from "@/lib/config/log";
import { db } from "@/lib/db/client";
import type { Mail } from "@/lib/db/generated/client";
import { attemptLimit, failureOf, nextAttempt } from "@/lib/notifications/delivery";
import { mailTopic } from "@/lib/notifications/mail";
import { exclusively } from "./lock";
import type { Send } from "./smtp";

export type Outcome =
  | "sent"
  | "kept"
  /** Failed for now; the next attempt is written in the outbox. */
  | "later"
  | "failed"
  /** Another worker is at it. */
  | "busy"
  /** Done before, unknown, or not due yet. */
  | "nothing";

const blank = "…";
const clocksMayDiffer = 5_000;

/**
 * One attempt to deliver a mail. The steps are committed one by one, so that a dead process leaves behind what it had
 * begun: SENDING and the attempt before the connection, SENT after the server's acceptance. Who finds SENDING with the
 * lock free knows that the sender died and sends again under the same Message-ID (docs/decisions/0005).
 *
 * @param send hands it over; undefined when no SMTP server is set: the mail is kept
 * @param clock the current time, asked again after the server's answer
 */
export async function deliverMail(mailId: number, send: Send | undefined, clock: () => Date): Promise<Outcome> {
  const outcome = await exclusively(`mail:${mailId}`, async (): Promise<Outcome> => {
    const now = clock();
    const open = { id: mailId, status: { in: ["QUEUED", "SENDING"] as ("QUEUED" | "SENDING")[] } };
    const due = new Date(now.getTime() + clocksMayDiffer);
    const mail = await db().mail.findFirst({ where: { ...open, nextAttemptAt: { lte: due } } });
    if (!mail) return "nothing";
    if (!send) {
      await db().mail.updateMany({ where: open, data: { status: "KEPT", lastError: null } });
      return "kept";
    }
    const attempts = mail.attempts + 1;
    await db().mail.update({ where: { id: mailId }, data: { status: "SENDING", attempts, attemptedAt: now } });
    try {
      await send(mail);
    } catch (error) {
      return recordFailure(mail, attempts, error, clock());
    }
    await recordAcceptance(mail, clock());
    return "sent";
  });
  return outcome ?? "busy";
}

/** The server has the mail: that must not be forgotten because the database is away for a moment. */
async function recordAcceptance(mail: Mail, now: Date): Promise<void> {
  const conceal = (text: string) => (mail.secret ? text.replaceAll(mail.secret, blank) : text);
  const data = {
    status: "SENT" as const,
    sentAt: now,
    lastError: null,
    secret: null,
    text: conceal(mail.text),
    html: conceal(mail.html),
  };
  for (let tries = 1; ; tries++) {
    try {
      await db().mail.update({ where: { id: mail.id }, data });
      return;
    } catch (error) {
      if (tries === 20) throw error;
      log().warn({ mailId: mail.id, err: error }, "a mail is sent, but not yet noted as sent");
      await sleep(Math.min(250 * 2 ** tries, 5_000));
    }
  }
}

async function recordFailure(mail: Mail, attempts: number, error: unknown, now: Date): Promise<Outcome> {
  const { permanent, reason } = failureOf(error);
  const givenUp = permanent || attempts >= attemptLimit;
  log().warn({ mailId: mail.id, template: mail.template, attempts, reason, givenUp }, "a mail could not be sent");
  if (givenUp) {
    await db().mail.update({ where: { id: mail.id }, data: { status: "FAILED", lastError: reason } });
    return "failed";
  }
  const nextAttemptAt = nextAttempt(attempts, now);
  await db().$transaction([
    db().mail.update({ where: { id: mail.id }, data: { status: "QUEUED", lastError: reason, nextAttemptAt } }),
    db().outboxMessage.create({
      data: { topic: mailTopic, payload: { mailId: mail.id }, notBefore: nextAttemptAt, createdAt: now },
    }),
  ]);
  return "later";
}

const mostAtOnce = 500;

/**
 * Finds mails that nobody is going to send: begun by a process that died, or due for long (their job was lost). Each gets
 * an outbox row; one that is being sent right now is found busy and left alone.
 *
 * @param grace milliseconds that a mail may be overdue; 0 for a worker that starts, which knows of none
 */
export async function rescueMails(now: Date, grace: number): Promise<number> {
  const since = new Date(now.getTime() - grace);
  return db().$executeRaw`
    with stranded as (
      select id from "Mail"
      where (status = 'SENDING' and "attemptedAt" <= ${since}) or (status = 'QUEUED' and "nextAttemptAt" <= ${since})
      order by "nextAttemptAt", id limit ${mostAtOnce} for update skip locked
    ), marked as (
      update "Mail" set "nextAttemptAt" = ${now} where id in (select id from stranded) returning id
    )
    insert into "OutboxMessage" (topic, payload, "notBefore", "createdAt")
    select ${mailTopic}, jsonb_build_object('mailId', id), ${now}, ${now} from marked`;
}
