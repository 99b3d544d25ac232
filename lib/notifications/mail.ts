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

/**
 * Writes a mail into the caller's transaction: it leaves after the commit, or never existed. A second order with the
 * same `dedupeKey` does nothing.
 *
 * @returns whether this call wrote it
 */
export async function queueMail(tx: Tx, order: MailOrder): Promise<boolean> {
  const { PUBLIC_URL } = env();
  const letter = writeLetter({
    locale: order.locale,
    template: order.template,
    params: order.params,
    portal: PUBLIC_URL,
    path: order.path,
  });
  const [mail] = await tx.mail.createManyAndReturn({
    data: [
      {
        ...letter,
        dedupeKey: order.dedupeKey,
        toAddress: order.to,
        template: order.template,
        locale: order.locale,
        messageId: `<${randomUUID()}@${new URL(PUBLIC_URL).hostname}>`,
        secret: order.secret ?? null,
        createdAt: order.now,
        nextAttemptAt: order.now,
      },
    ],
    skipDuplicates: true,
    select: { id: true },
  });
  if (!mail) return false;
  await tx.outboxMessage.create({
    data: { topic: mailTopic, payload: { mailId: mail.id }, notBefore: order.now, createdAt: order.now },
  });
  return true;
}
