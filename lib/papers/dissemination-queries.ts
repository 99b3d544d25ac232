import { type Day, dateToDay, dayToDate } from "@/lib/core/day";
import { db, type Prisma } from "@/lib/db/client";
import type { DisseminationChannel } from "@/lib/db/generated/enums";
import { type SendingQuery, sendingsPerPage } from "./dissemination-schema";

/** A sending of a batch. `link` of the portal's own entry is a path of the portal. */
export type Sending = {
  id: number;
  batch: { id: number; year: number; no: number; month: number };
  channel: DisseminationChannel;
  sentOn: Day;
  receiver: string | null;
  link: string | null;
  file: { name: string; size: number } | null;
  document: { id: number; no: number; symbol: string } | null;
  automatic: boolean;
  recordedBy: string | null;
  recordedAt: string;
  correctsId: number | null;
  /** Why it does not count any more; `byId`: the entry that took its place. */
  ended: { at: string; by: string | null; reason: string; correctedById: number | null } | null;
};

const names = {
  batch: { select: { id: true, year: true, no: true, month: true } },
  file: { select: { name: true, size: true } },
  document: { select: { id: true, no: true, register: { select: { symbol: true } } } },
  recordedBy: { select: { fullName: true } },
  withdrawnBy: { select: { fullName: true } },
  correctedBy: { select: { id: true } },
} as const;

type Row = Prisma.DisseminationGetPayload<{ include: typeof names }>;

const sendingOf = (row: Row): Sending => ({
  id: row.id,
  batch: row.batch,
  channel: row.channel,
  sentOn: dateToDay(row.sentOn),
  receiver: row.receiver,
  link: row.link,
  file: row.file,
  document: row.document && { id: row.document.id, no: row.document.no, symbol: row.document.register.symbol },
  automatic: row.automatic,
  recordedBy: row.recordedBy?.fullName ?? null,
  recordedAt: row.recordedAt.toISOString(),
  correctsId: row.correctsId,
  ended: row.withdrawnAt && {
    at: row.withdrawnAt.toISOString(),
    by: row.withdrawnBy?.fullName ?? null,
    reason: row.withdrawReason ?? "",
    correctedById: row.correctedBy?.id ?? null,
  },
});

/** A batch goes out a few dozen times: its log is read whole. */
const mostOfBatch = 500;

/** The log of one batch, newest first: what counts, and what was corrected or withdrawn. */
export async function sendingsOf(batchId: number): Promise<{ current: Sending[]; ended: Sending[] }> {
  const rows = await db().dissemination.findMany({
    where: { batchId },
    include: names,
    orderBy: [{ sentOn: "desc" }, { id: "desc" }],
    take: mostOfBatch,
  });
  const all = rows.map(sendingOf);
  return { current: all.filter(({ ended }) => !ended), ended: all.filter(({ ended }) => ended) };
}

const between = ({ from, to }: SendingQuery): Prisma.DisseminationWhereInput =>
  from || to ? { sentOn: { ...(from && { gte: dayToDate(from) }), ...(to && { lte: dayToDate(to) }) } } : {};

const counting = (query: SendingQuery): Prisma.DisseminationWhereInput => ({
  withdrawnAt: null,
  ...(query.batch && { batchId: query.batch }),
  ...between(query),
});

/** Sendings of all batches by page; only those that count. */
export async function sendingPage(query: SendingQuery): Promise<{ items: Sending[]; total: number }> {
  const where = { ...counting(query), ...(query.channel && { channel: query.channel }) };
  const [rows, total] = await Promise.all([
    db().dissemination.findMany({
      where,
      include: names,
      orderBy: [{ sentOn: query.direction }, { id: query.direction }],
      skip: (query.page - 1) * sendingsPerPage,
      take: sendingsPerPage,
    }),
    db().dissemination.count({ where }),
  ]);
  return { items: rows.map(sendingOf), total };
}

/** How often batches went out by channel, within days and batch of a query: what the progress report cites. */
export async function sendingTotals(
  query: SendingQuery,
): Promise<{ channel: DisseminationChannel; sendings: number; batches: number }[]> {
  const rows = await db().dissemination.groupBy({
    by: ["channel", "batchId"],
    where: counting(query),
    _count: { _all: true },
  });
  const sums = new Map<DisseminationChannel, { sendings: number; batches: number }>();
  for (const { channel, _count } of rows) {
    const sum = sums.get(channel) ?? { sendings: 0, batches: 0 };
    sums.set(channel, { sendings: sum.sendings + _count._all, batches: sum.batches + 1 });
  }
  return [...sums].map(([channel, sum]) => ({ channel, ...sum }));
}

/** The file of a sending, also of one that has ended; null when it has none. */
export async function sendingFile(id: number) {
  const row = await db().dissemination.findUnique({
    where: { id },
    select: { file: { select: { name: true, contentType: true, content: true } } },
  });
  return row?.file ?? null;
}

/** Batches that can be chosen in the filter: those that came out, newest first. */
export function sentBatches(limit: number) {
  return db().vacancyBatch.findMany({
    where: { publishedAt: { not: null } },
    orderBy: { publishedAt: "desc" },
    take: limit,
    select: { id: true, year: true, no: true, month: true },
  });
}
