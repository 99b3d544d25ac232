import { db } from "@/lib/db/client";
import { PayerOutcome, type Prisma } from "@/lib/db/generated/client";

export const answersPerPage = 50;
const person = { select: { id: true, fullName: true } } as const;

/** Lines that people have to settle: matched with nothing that was paid or failed. */
const open: Prisma.PayerLineWhereInput = { resolution: null, outcome: { notIn: ["PAID", "FAILED"] } };

/** Lines of the payer's answers, latest first; of one outcome, or only those to settle. */
export async function payerAnswers(query: { outcome?: PayerOutcome | undefined; open: "0" | "1"; page: number }) {
  const where: Prisma.PayerLineWhereInput = {
    AND: [query.open === "1" ? open : {}, query.outcome ? { outcome: query.outcome } : {}],
  };
  const [rows, total] = await Promise.all([
    db().payerLine.findMany({
      where,
      orderBy: { id: "desc" },
      skip: (query.page - 1) * answersPerPage,
      take: answersPerPage,
      include: {
        file: { select: { name: true } },
        line: { select: { amount: true, state: true, batchId: true, account: { select: { holderName: true } } } },
        resolvedBy: person,
      },
    }),
    db().payerLine.count({ where }),
  ]);
  return {
    rows: rows.map((row) => ({
      ...row,
      amount: row.amount === null ? null : Number(row.amount),
      line: row.line && { ...row.line, amount: Number(row.line.amount) },
    })),
    total,
  };
}
export type ShownAnswer = Awaited<ReturnType<typeof payerAnswers>>["rows"][number];

/** How many lines had each outcome, and how many wait for somebody. */
export async function answerCounts() {
  const [groups, waiting] = await Promise.all([
    db().payerLine.groupBy({ by: ["outcome"], _count: true }),
    db().payerLine.count({ where: open }),
  ]);
  const counts = Object.values(PayerOutcome).flatMap((outcome) => {
    const found = groups.find((one) => one.outcome === outcome);
    return found ? [{ outcome, count: found._count }] : [];
  });
  return { counts, waiting };
}

/** The last files of the payer. */
export const payerFiles = () =>
  db().payerFile.findMany({
    orderBy: { id: "desc" },
    take: 20,
    select: {
      ...{ id: true, name: true, state: true, problem: true, rowsRead: true, repeated: true, takenAt: true },
      takenBy: person,
    },
  });
