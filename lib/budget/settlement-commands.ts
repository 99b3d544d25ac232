import { dayToDate } from "@/lib/core/day";
import { ok, type Refusal, refuse } from "@/lib/core/result";
import { type Context, command } from "@/lib/db/command";
import { type FinalSettlement, Prisma } from "@/lib/db/generated/client";
import { userIdOf } from "@/lib/identity/actor";
import { permissions } from "@/lib/identity/permissions";
import { lockBudgets, post } from "./ledger-commands";
import { fillLines, sumLines, unexplainedOf } from "./settlement-fill-queries";
import {
  explainedLines,
  newSettlement,
  proposedSettlement,
  returnedSettlement,
  seenSettlement,
} from "./settlement-schema";

/** A year of a million people is written and posted in minutes. */
const patience = 1_800_000;

type Scene = Pick<Context<unknown>, "tx" | "now">;

/** The last entry of a year's ledger; 0: none. */
async function lastEntryOf({ tx }: Pick<Scene, "tx">, budgetYearId: number): Promise<bigint> {
  const [row] = await tx.$queryRaw<{ last: bigint }[]>`
    select coalesce(max(id), 0)::bigint as last from "LedgerEntry" where "budgetYearId" = ${budgetYearId}`;
  return row?.last ?? 0n;
}

/** Fills a draft from the ledger as it stands, and sums it up. */
async function fill({ tx, now }: Scene, id: number, budgetYearId: number) {
  const lastEntryId = await lastEntryOf({ tx }, budgetYearId);
  await fillLines(tx, { id, budgetYearId, lastEntryId, asOf: now });
  return tx.finalSettlement.update({
    where: { id },
    data: { ...(await sumLines(tx, id)), lastEntryId, asOf: now, version: { increment: 1 } },
    select: { id: true, version: true },
  });
}

/** A settlement, its row locked. Refuses `not_found`, `changed_meanwhile`. */
async function held({
  tx,
  input,
  about,
}: Context<{ id: number; version?: number }>): Promise<{ ok: true; row: FinalSettlement } | Refusal> {
  await tx.$executeRaw`select 1 from "FinalSettlement" where id = ${input.id} for update`;
  const row = await tx.finalSettlement.findUnique({ where: { id: input.id } });
  if (!row) return refuse("not_found");
  about({ type: "settlement", id: row.id });
  return input.version === undefined || row.version === input.version ? { ok: true, row } : refuse("changed_meanwhile");
}

/** The office begins the settlement of a year: a line for each benefit that its money was committed to. */
export const openSettlement = command({
  name: "settlements.open",
  input: newSettlement,
  may: permissions.proposeBudget,
  patience,
  run: async (context) => {
    const { tx, now, input, about } = context;
    const year = await tx.budgetYear.findUnique({
      where: { policyId_year: input },
      select: { id: true, closedAt: true, settlement: { select: { id: true } } },
    });
    if (!year) return refuse("invalid_input", { fields: [{ path: ["year"], code: "choice" }] });
    if (year.closedAt || year.settlement) return refuse("not_allowed_now");
    const { id } = await tx.finalSettlement.create({
      data: { budgetYearId: year.id, asOf: now, lastEntryId: 0n, createdAt: now },
      select: { id: true },
    });
    about({ type: "settlement", id });
    return ok(await fill(context, id, year.id));
  },
});

/** Writes the lines anew from the ledger as it stands. */
export const refreshSettlement = command({
  name: "settlements.refresh",
  input: seenSettlement,
  may: permissions.proposeBudget,
  patience,
  run: async (context) => {
    const found = await held(context);
    if (!found.ok) return found;
    const { row } = found;
    if (row.state !== "DRAFT") return refuse("not_allowed_now");
    return ok(await fill(context, row.id, row.budgetYearId));
  },
});

/** Explains differences of lines as they were seen; one that has changed since stays unexplained. */
export const explainLines = command({
  name: "settlements.explain",
  input: explainedLines,
  may: permissions.proposeBudget,
  run: async (context) => {
    const { tx, actor, now, input } = context;
    const found = await held(context);
    if (!found.ok) return found;
    if (found.row.state !== "DRAFT") return refuse("not_allowed_now");
    let explained = 0;
    for (const { claimId, digest } of input.lines) {
      const { count } = await tx.settlementLine.updateMany({
        where: { settlementId: input.id, claimId, digest, NOT: { causes: { isEmpty: true } } },
        data: { note: input.note, noteDigest: digest, explainedById: userIdOf(actor), explainedAt: now },
      });
      explained += count;
    }
    if (explained < input.lines.length) return refuse("changed_meanwhile");
    const unexplained = await unexplainedOf(tx, input.id);
    await tx.finalSettlement.update({ where: { id: input.id }, data: { unexplained } });
    return ok({ id: input.id, explained, unexplained });
  },
});

/**
 * What stands in the way of a settlement: the ledger moved since (`ledger_moved`), money that is neither paid nor carried
 * over (`open_money`, đồng), differences that nobody explained (`unexplained`, lines). Null: nothing.
 */
async function obstacle({ tx }: Pick<Scene, "tx">, row: FinalSettlement): Promise<Refusal | null> {
  if ((await lastEntryOf({ tx }, row.budgetYearId)) !== row.lastEntryId) return refuse("ledger_moved");
  const year = await tx.budgetYear.findUniqueOrThrow({ where: { id: row.budgetYearId } });
  const open = year.reserved + year.committed + year.sent;
  if (open > 0n) return refuse("open_money", { params: { open: Number(open) } });
  const unexplained = await unexplainedOf(tx, row.id);
  return unexplained > 0 ? refuse("unexplained", { params: { lines: unexplained } }) : null;
}

/** The office proposes a settlement to a leader; from then on nothing of it changes. */
export const proposeSettlement = command({
  name: "settlements.propose",
  input: proposedSettlement,
  may: permissions.proposeBudget,
  patience,
  run: async (context) => {
    const { tx, actor, now, input } = context;
    const found = await held(context);
    if (!found.ok) return found;
    const { row } = found;
    if (row.state !== "DRAFT") return refuse("not_allowed_now");
    const wrong = await obstacle(context, row);
    if (wrong) return wrong;
    const { id, version } = await tx.finalSettlement.update({
      where: { id: row.id },
      data: {
        ...{ state: "PROPOSED", document: input.document, documentOn: dayToDate(input.documentOn) },
        ...{ preparedById: userIdOf(actor), preparedAt: now, returnReason: null, unexplained: 0 },
        version: { increment: 1 },
      },
      select: { id: true, version: true },
    });
    return ok({ id, version });
  },
});

/** A leader sends a settlement back to the office. */
export const returnSettlement = command({
  name: "settlements.return",
  input: returnedSettlement,
  may: permissions.decideBudget,
  run: async (context) => {
    const { tx, input } = context;
    const found = await held(context);
    if (!found.ok) return found;
    if (found.row.state !== "PROPOSED") return refuse("not_allowed_now");
    const { id, version } = await tx.finalSettlement.update({
      where: { id: input.id },
      data: {
        state: "DRAFT",
        preparedById: null,
        preparedAt: null,
        returnReason: input.reason,
        version: { increment: 1 },
      },
      select: { id: true, version: true },
    });
    return ok({ id, version });
  },
});

/**
 * A leader approves a settlement: all that was paid is settled in one posting, and the year is closed. Refuses
 * `same_person` to whoever proposed it, and what stands in the way by now.
 */
export const closeSettlement = command({
  name: "settlements.close",
  input: seenSettlement,
  may: permissions.decideBudget,
  patience,
  run: async (context) => {
    const { tx, actor, now } = context;
    const found = await held(context);
    if (!found.ok) return found;
    const { row } = found;
    if (row.state !== "PROPOSED") return refuse("not_allowed_now");
    const closedById = userIdOf(actor);
    if (row.preparedById === closedById) return refuse("same_person");
    const { policyId } = await tx.budgetYear.findUniqueOrThrow({
      where: { id: row.budgetYearId },
      select: { policyId: true },
    });
    await lockBudgets(tx, [policyId]);
    const wrong = await obstacle(context, row);
    if (wrong) return wrong;
    const { budgetYearId } = row;
    const act = {
      ...{ key: `settlement:${row.id}`, ground: "SETTLEMENT" as const, subjectId: row.id, actor, now },
      document: row.document ?? String(row.id),
    };
    const settled = await post(
      tx,
      act,
      Prisma.sql`select ${budgetYearId}::int, 'SETTLE', 'PAID', 'SETTLED', m.paid, m."claimId", m."dossierId"
        from "ClaimMoney" m where m."budgetYearId" = ${budgetYearId} and m.paid > 0`,
    );
    await tx.budgetYear.update({ where: { id: budgetYearId }, data: { closedAt: now, version: { increment: 1 } } });
    const { id, version } = await tx.finalSettlement.update({
      where: { id: row.id },
      data: { state: "CLOSED", closedById, closedAt: now, version: { increment: 1 } },
      select: { id: true, version: true },
    });
    return ok({ id, version, settled: settled ?? 0 });
  },
});
