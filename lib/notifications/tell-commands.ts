import type { Tx } from "@/lib/db/client";
import { type Locale, locales } from "@/lib/i18n/paths";
import type { MailParams, MailTemplate } from "./letter";
import { type MailOrder, queueMails } from "./mail";
import { writeNotices } from "./notice-commands";
import type { NoticeTemplate } from "./notices";

/** Somebody with an account that works. */
export type Receiver = { userId: number; email: string; locale: string };

/** What one person is told of one occasion. */
export type Telling = {
  to: Receiver;
  /** Of what, unique for the template: `812:v3`. */
  occasion: string;
  /** What the words of the letter and of the notice ask for, in the receiver's language. */
  params: (locale: Locale) => MailParams;
  /** Where both lead, an address of the portal from `href()`. */
  path: (locale: Locale) => string;
};

/**
 * Tells people of something by a letter, each in their own language, and by a notice of the same name; an occasion that
 * somebody was told of is not told again.
 *
 * @returns how many were told now
 */
export async function tell(
  { tx, now }: { tx: Tx; now: Date },
  template: MailTemplate & NoticeTemplate,
  all: readonly Telling[],
): Promise<number> {
  const orders = all.map(({ to, occasion, params, path }): MailOrder => {
    const locale = locales.find((known) => known === to.locale) ?? "vi";
    return {
      ...{ to: to.email, locale, template, now, params: params(locale), path: path(locale) },
      dedupeKey: `${template}:${occasion}:${to.userId}`,
    };
  });
  const written = await queueMails(tx, orders);
  const notices = all.flatMap(({ to: { userId }, path }, at) => {
    const order = orders[at];
    // Vietnamese addresses are those without a language.
    return order && written.has(order.dedupeKey) ? [{ userId, template, params: order.params, path: path("vi") }] : [];
  });
  await writeNotices(tx, notices, now);
  return notices.length;
}

/** Everybody of an organisation who has an account that works; `but` is somebody who knows already. */
export async function membersOf(tx: Tx, organisationId: number, but: number | null = null): Promise<Receiver[]> {
  const rows = await tx.membership.findMany({
    where: { organisationId, user: { disabledAt: null }, ...(but !== null && { userId: { not: but } }) },
    orderBy: { userId: "asc" },
    select: { userId: true, user: { select: { email: true, locale: true } } },
  });
  return rows.map(({ userId, user }) => ({ userId, ...user }));
}
