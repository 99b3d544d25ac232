import { db } from "@/lib/db/client";
import type { PaymentBatchState, PaymentState, Prisma } from "@/lib/db/generated/client";
import type { Person } from "@/lib/identity/actor";
import { permissions } from "@/lib/identity/permissions";
import { type PaymentMove, type PaymentParty, paymentWorkflow } from "./workflow";

export const batchesPerPage = 30;
const person = { select: { id: true, fullName: true } } as const;

/** Batches, latest first, of one state or of all. */
export async function paymentBatches(state: PaymentBatchState | undefined, page: number) {
  const where = state ? { state } : {};
  const [rows, total] = await Promise.all([
    db().paymentBatch.findMany({
      where,
      orderBy: { id: "desc" },
      skip: (page - 1) * batchesPerPage,
      take: batchesPerPage,
      include: { createdBy: person, policy: { select: { code: true } } },
    }),
    db().paymentBatch.count({ where }),
  ]);
  return { rows: rows.map((row) => ({ ...row, amount: Number(row.amount) })), total };
}

export const linesPerPage = 50;
const states = ["HELD", "SENT", "PAID", "FAILED", "DISPUTED", "DROPPED"] as const satisfies PaymentState[];

/** The condition on lines of a batch that a filter names. */
export const linesOf = (batchId: number, outcome: string | undefined): Prisma.PaymentLineWhereInput => {
  const state = states.find((one) => one === outcome);
  return { batchId, ...(state && { state }) };
};

/** A page of a batch's transfers with whose they are; account numbers by their end alone. */
export async function paymentLines(batchId: number, outcome: string | undefined, page: number) {
  const where = linesOf(batchId, outcome);
  const [rows, total] = await Promise.all([
    db().paymentLine.findMany({
      where,
      orderBy: { position: "asc" },
      skip: (page - 1) * linesPerPage,
      take: linesPerPage,
      select: {
        ...{ id: true, position: true, ref: true, amount: true, state: true, reason: true, dossierId: true },
        account: { select: { holderName: true, bankName: true, lastDigits: true, state: true, organisationId: true } },
        dossier: { select: { code: true, organisation: { select: { nameVi: true } } } },
        _count: { select: { items: true } },
      },
    }),
    db().paymentLine.count({ where }),
  ]);
  return {
    rows: rows.map(({ amount, _count, ...row }) => ({ ...row, amount: Number(amount), items: _count.items })),
    total,
  };
}

/** A batch with its acts and what became of its transfers; null where there is none. */
export async function paymentBatch(id: number) {
  const row = await db().paymentBatch.findUnique({
    where: { id },
    include: {
      policy: { select: { id: true, code: true } },
      acts: { orderBy: { id: "desc" }, include: { byUser: person } },
    },
  });
  if (!row) return null;
  const groups = await db().paymentLine.groupBy({
    by: ["state"],
    where: { batchId: id },
    _count: true,
    _sum: { amount: true },
  });
  const outcomes = states.flatMap((state) => {
    const group = groups.find((one) => one.state === state);
    return group ? [{ state, lines: group._count, amount: Number(group._sum.amount ?? 0) }] : [];
  });
  return { ...row, amount: Number(row.amount), outcomes };
}
export type ShownPayments = NonNullable<Awaited<ReturnType<typeof paymentBatch>>>;

const parties = {
  office: permissions.preparePayments,
  checker: permissions.checkPayments,
  leader: permissions.approvePayments,
} as const satisfies Record<PaymentParty, unknown>;

/** The acts that somebody may make on a batch now. */
export const paymentActsFor = (
  me: Person,
  batch: Pick<ShownPayments, "state" | "proposedById" | "checkedById">,
): PaymentMove[] =>
  (Object.keys(parties) as PaymentParty[]).flatMap((party) =>
    parties[party](me) && (party === "office" || ![batch.proposedById, batch.checkedById].includes(me.userId))
      ? paymentWorkflow.allowed(batch.state, party)
      : [],
  );

/** Policies whose money may be paid, for choosing. */
export const payingPolicies = () =>
  db().supportPolicy.findMany({ orderBy: { id: "asc" }, select: { id: true, code: true, nameVi: true, nameEn: true } });
