import { randomUUID } from "node:crypto";
import { env } from "@/lib/config/env";
import type { Tx } from "@/lib/db/client";
import type { Locale } from "@/lib/i18n/paths";
import { type MailParams, type MailTemplate, writeLetter } from "./letter";

/** The outbox topic by which the worker learns of a mail; the payload is `{ mailId }`. */
export const mailTopic = "mail.send";

export type MailOrder = {
  to: string;
  locale: Locale;
  template: MailTemplate;
  params: MailParams;
  /** Same purpose, same person, same occasion, e.g. `vacancyReturned:812:v3:hr@example.vn`. Written once, whoever repeats. */
  dedupeKey: string;
  now: Date;
  /** Where the mail's link leads: an address of the portal from `href()`. Without it: the home page. */
  path?: string;
  /** The token inside `path` that only the receiver may know: it is blanked in the stored copy once the mail is sent. */
  secret?: string;
};

/** So many mails are written by one statement: each has a dozen values, a statement 65,535 at most. */
const mailsAtOnce = 500;

/**
 * Writes mails into the caller's transaction: they leave after the commit, or never existed. A second order with the
 * same `dedupeKey` does nothing.
 *
 * @returns ids of those that this call wrote, by `dedupeKey`
 */
export async function queueMails(tx: Tx, orders: readonly MailOrder[]): Promise<Map<string, number>> {
  const { PUBLIC_URL } = env();
  const host = new URL(PUBLIC_URL).hostname;
  const written = new Map<string, number>();
  for (let at = 0; at < orders.length; at += mailsAtOnce) {
    const lot = orders.slice(at, at + mailsAtOnce);
    const mails = await tx.mail.createManyAndReturn({
      data: lot.map((order) => ({
        ...writeLetter({
          locale: order.locale,
          template: order.template,
          params: order.params,
          portal: PUBLIC_URL,
          path: order.path,
        }),
        dedupeKey: order.dedupeKey,
        toAddress: order.to,
        template: order.template,
        locale: order.locale,
        messageId: `<${randomUUID()}@${host}>`,
        secret: order.secret ?? null,
        createdAt: order.now,
        nextAttemptAt: order.now,
      })),
      skipDuplicates: true,
      select: { id: true, dedupeKey: true, createdAt: true },
    });
    await tx.outboxMessage.createMany({
      data: mails.map(({ id, createdAt }) => ({
        topic: mailTopic,
        payload: { mailId: id },
        notBefore: createdAt,
        createdAt,
      })),
    });
    for (const { id, dedupeKey } of mails) written.set(dedupeKey, id);
  }
  return written;
}

/** One mail, as `queueMails`; answers whether this call wrote it. */
export const queueMail = async (tx: Tx, order: MailOrder): Promise<boolean> =>
  (await queueMails(tx, [order])).size === 1;
