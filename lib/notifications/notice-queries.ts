import { db } from "@/lib/db/client";
import type { NoticeTemplate } from "./notices";

export const unreadNotices = (userId: number): Promise<number> =>
  db().notice.count({ where: { userId, readAt: null } });

export type NoticeLine = {
  id: number;
  template: NoticeTemplate;
  params: Record<string, string | number>;
  path: string;
  createdAt: Date;
  readAt: Date | null;
};

/** A person's notices by page, newest first. `next` is the number before which the following page begins. */
export async function noticePage(
  userId: number,
  before: number | undefined,
  limit = 30,
): Promise<{ items: NoticeLine[]; next: number | null }> {
  const rows = await db().notice.findMany({
    where: { userId, ...(before && { id: { lt: before } }) },
    orderBy: { id: "desc" },
    take: limit + 1,
    select: { id: true, template: true, params: true, path: true, createdAt: true, readAt: true },
  });
  const items = rows.slice(0, limit) as NoticeLine[];
  return { items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
}

/** Where one of a person's notices leads; null when it is not theirs. */
export const noticeTarget = (userId: number, id: number) =>
  db().notice.findFirst({ where: { id, userId }, select: { path: true } });
