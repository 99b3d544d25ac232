import { addDays, type Day, dateToDay, daysBetween, dayToDate } from "@/lib/core/day";
import { db } from "@/lib/db/client";
import type { VacancyStatus } from "@/lib/db/generated/enums";
import { expiringWithin } from "./deadline";
import { deskRowSelect } from "./vacancy-queries";

/** What a reviewer asked to correct: a field and the reason in words. */
export type Reason = { field: string; reason: string };

/** Reasons as a decision keeps them; anything else in the column is no reason. */
export const reasonsOf = (stored: unknown): Reason[] =>
  Array.isArray(stored)
    ? stored.flatMap((entry) =>
        entry && typeof entry === "object" && typeof entry.field === "string" && typeof entry.reason === "string"
          ? [{ field: entry.field, reason: entry.reason }]
          : [],
      )
    : [];

/** The batch that takes needs on a day, with the days left (0: today is the last), or the next one announced. */
export async function batchWindow(today: Day) {
  const on = dayToDate(today);
  const batch = await db().vacancyBatch.findFirst({
    where: { status: "COLLECTING", collectTo: { gte: on } },
    orderBy: { collectFrom: "asc" },
    select: { id: true, year: true, no: true, month: true, collectFrom: true, collectTo: true },
  });
  if (!batch) return null;
  const from = dateToDay(batch.collectFrom);
  const to = dateToDay(batch.collectTo);
  return { ...batch, from, to, open: from <= today, daysLeft: daysBetween(today, to) };
}
export type BatchWindow = NonNullable<Awaited<ReturnType<typeof batchWindow>>>;

/** What the register says of an enterprise that decides whether it may submit. */
export const deskEnterprise = (id: number) =>
  db().enterprise.findUniqueOrThrow({
    where: { id },
    select: { id: true, nameVi: true, nameEn: true, lifecycle: true, verifiedAt: true },
  });
export type DeskEnterprise = Awaited<ReturnType<typeof deskEnterprise>>;

/** What is asked of an enterprise on a day. */
export async function deskHome(enterpriseId: number, today: Day) {
  const [enterprise, batch, groups, returned, expiring, open, repeatable] = await Promise.all([
    deskEnterprise(enterpriseId),
    batchWindow(today),
    db().vacancy.groupBy({ by: ["status"], where: { enterpriseId }, _count: true }),
    db().vacancy.findMany({
      where: { enterpriseId, status: "RETURNED" },
      orderBy: { updatedAt: "asc" },
      take: 10,
      select: {
        ...deskRowSelect,
        decisions: { orderBy: { id: "desc" }, take: 1, select: { at: true, reasons: true } },
      },
    }),
    db().vacancy.findMany({
      where: {
        enterpriseId,
        status: "PUBLISHED",
        deadline: { gte: dayToDate(today), lte: dayToDate(addDays(today, expiringWithin)) },
      },
      orderBy: [{ deadline: "asc" }, { id: "asc" }],
      take: 10,
      select: deskRowSelect,
    }),
    db().vacancy.aggregate({
      where: { enterpriseId, status: { in: ["PUBLISHED", "FILLED"] }, batch: { status: "PUBLISHED" } },
      _sum: { headcount: true, filledCount: true },
      _count: true,
    }),
    lastBatchOf(enterpriseId),
  ]);
  const counts = Object.fromEntries(groups.map((group) => [group.status, group._count])) as Partial<
    Record<VacancyStatus, number>
  >;
  return {
    enterprise,
    batch,
    counts,
    returned: returned.map(({ decisions, ...row }) => ({ ...row, reasons: reasonsOf(decisions[0]?.reasons) })),
    expiring,
    hiring: { listings: open._count, wanted: open._sum.headcount ?? 0, hired: open._sum.filledCount ?? 0 },
    repeatable,
  };
}
export type DeskHome = Awaited<ReturnType<typeof deskHome>>;

/** The last published batch in which the enterprise took part, and how many listings of it are not copied yet. */
async function lastBatchOf(enterpriseId: number) {
  const wasPublic = { enterpriseId, status: { in: ["PUBLISHED", "FILLED", "EXPIRED"] satisfies VacancyStatus[] } };
  const batch = await db().vacancyBatch.findFirst({
    where: { status: { in: ["PUBLISHED", "CLOSED"] }, vacancies: { some: wasPublic } },
    orderBy: [{ year: "desc" }, { no: "desc" }],
    select: { id: true, year: true, no: true, month: true },
  });
  if (!batch) return null;
  const sources = await db().vacancy.findMany({ where: { ...wasPublic, batchId: batch.id }, select: { id: true } });
  const copied = await db().vacancy.groupBy({
    by: ["copiedFromId"],
    where: {
      enterpriseId,
      copiedFromId: { in: sources.map((source) => source.id) },
      status: { not: "WITHDRAWN" },
    },
  });
  return { ...batch, remaining: sources.length - copied.length };
}
