import { db, type Prisma } from "@/lib/db/client";
import type { MailFilter, MailState } from "./schema";

const inList = {
  id: true,
  toAddress: true,
  subject: true,
  template: true,
  status: true,
  attempts: true,
  lastError: true,
  createdAt: true,
  sentAt: true,
} as const satisfies Prisma.MailSelect;

export type MailLine = Prisma.MailGetPayload<{ select: typeof inList }>;

/** Mails by page, newest first; for administrators. `next` is the number before which the following page begins. */
export async function mailPage(filter: MailFilter, limit = 50): Promise<{ items: MailLine[]; next: number | null }> {
  const part = filter.search && ({ contains: filter.search, mode: "insensitive" } as const);
  const rows = await db().mail.findMany({
    where: {
      ...(filter.status && { status: filter.status }),
      ...(filter.before && { id: { lt: filter.before } }),
      ...(part && { OR: [{ toAddress: part }, { subject: part }] }),
    },
    orderBy: { id: "desc" },
    take: limit + 1,
    select: inList,
  });
  const items = rows.slice(0, limit);
  return { items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
}

/** How many mails are in each state that asks for a look; those that were sent are not counted. */
export async function mailCounts(): Promise<Partial<Record<MailState, number>>> {
  const groups = await db().mail.groupBy({ by: ["status"], where: { status: { not: "SENT" } }, _count: true });
  return Object.fromEntries(groups.map(({ status, _count }) => [status, _count]));
}

const inDetail = {
  ...inList,
  text: true,
  secret: true,
  locale: true,
  messageId: true,
  nextAttemptAt: true,
  attemptedAt: true,
} as const satisfies Prisma.MailSelect;

export type MailDetail = Omit<Prisma.MailGetPayload<{ select: typeof inDetail }>, "secret">;

/**
 * One mail as administrators may read it: a link that only the receiver may use is blanked, except in a kept mail, which
 * reaches its receiver through them.
 */
export async function mailDetail(id: number): Promise<MailDetail | null> {
  const found = await db().mail.findUnique({ where: { id }, select: inDetail });
  if (!found) return null;
  const { secret, ...mail } = found;
  return secret && mail.status !== "KEPT" ? { ...mail, text: mail.text.replaceAll(secret, "…") } : mail;
}
