import { ok, type Refusal, refuse } from "@/lib/core/result";
import { type Context, command } from "@/lib/db/command";
import type { BudgetYear } from "@/lib/db/generated/client";
import { userIdOf } from "@/lib/identity/actor";
import { permissions } from "@/lib/identity/permissions";
import { commitGranted, fundUnfunded } from "./commitment-commands";
import { lockBudgets, yearFor } from "./ledger-commands";
import { reserveQueue } from "./queue-commands";
import { pausedYear, resumedYear, takenIn } from "./schema";

async function heldYear({
  tx,
  input,
  about,
}: Context<{ id: number; version: number }>): Promise<{ ok: true; row: BudgetYear } | Refusal> {
  const known = await tx.budgetYear.findUnique({ where: { id: input.id }, select: { policyId: true } });
  if (!known) return refuse("not_found");
  await lockBudgets(tx, [known.policyId]);
  const row = await tx.budgetYear.findUniqueOrThrow({ where: { id: input.id } });
  about({ type: "budgetYear", id: row.id });
  return row.version === input.version ? { ok: true, row } : refuse("changed_meanwhile");
}

/**
 * Pauses a year with the reason: nothing is reserved, committed or sent to the payer any more. Dossiers are received all
 * the same and wait in their order.
 */
export const pauseBudget = command({
  name: "budget.pause",
  input: pausedYear,
  may: permissions.pauseBudget,
  run: async (context) => {
    const { tx, actor, now, input } = context;
    const held = await heldYear(context);
    if (!held.ok) return held;
    if (held.row.paused || held.row.closedAt) return refuse("not_allowed_now");
    const { id, version } = await tx.budgetYear.update({
      where: { id: input.id },
      data: {
        ...{ paused: true, pauseReason: input.reason, pausedById: userIdOf(actor), pausedAt: now },
        version: { increment: 1 },
      },
      select: { id: true, version: true },
    });
    return ok({ id, version });
  },
});

/** Ends a pause: who waited is reserved for, in order, as far as the money goes. */
export const resumeBudget = command({
  name: "budget.resume",
  input: resumedYear,
  may: permissions.pauseBudget,
  patience: 60_000,
  run: async (context) => {
    const { tx, input } = context;
    const held = await heldYear(context);
    if (!held.ok) return held;
    if (!held.row.paused) return refuse("not_allowed_now");
    const { id, version } = await tx.budgetYear.update({
      where: { id: input.id },
      data: {
        ...{ paused: false, pauseReason: null, pausedById: null, pausedAt: null },
        version: { increment: 1 },
      },
      select: { id: true, version: true },
    });
    const document = held.row.pauseReason ?? String(held.row.year);
    const reserved = await reserveQueue(context, [id], { key: `resume:${id}:${version}`, document });
    return ok({ id, version, reserved });
  },
});

/** Dossiers of a year that the ledger does not know, by what is to be done: locked, in one order for everybody. */
const unknownDossiers = ({ tx, input }: Context<{ policyId: number; year: number }>) => tx.$queryRaw<
  { id: number; granted: boolean }[]
>`
  select d.id, d.state = 'APPROVED' as granted from "SubsidyDossier" d
  where d."policyId" = ${input.policyId} and d.state in ('SUBMITTED', 'IN_REVIEW', 'CORRECTING', 'PROPOSED', 'CHECKED', 'APPROVED')
    and extract(year from d."submittedAt" at time zone 'Asia/Ho_Chi_Minh') = ${input.year}
    and not exists (select 1 from "DossierFunding" f where f."dossierId" = d.id)
  order by d.id for no key update of d`;

/**
 * Takes in the dossiers that were handed in before there was a ledger: what was granted is committed, all of it or nothing
 * (`over_allocation`, `budget_paused`), what is examined is reserved in the order of submission, or waits. Doing it twice takes in nobody twice.
 */
export const takeInDossiers = command({
  name: "budget.takeIn",
  input: takenIn,
  may: permissions.proposeBudget,
  patience: 120_000,
  run: async (context) => {
    const { tx, input, now, about, touches } = context;
    if ((await tx.supportPolicy.count({ where: { id: input.policyId } })) === 0) return refuse("not_found");
    const yearId = await yearFor(tx, input.policyId, input.year);
    about({ type: "budgetYear", id: yearId });
    const found = await unknownDossiers(context);
    if (found.length === 0) return ok({ granted: 0, examined: 0, waiting: 0 });
    const idsOf = (granted: boolean) => found.filter((one) => one.granted === granted).map(({ id }) => id);
    const [granted, examined] = [idsOf(true), idsOf(false)];
    await fundUnfunded(tx, [...granted, ...examined]);
    const key = `intake:${yearId}:${now.getTime()}`;
    const document = String(input.year);
    if (granted.length > 0) {
      const committed = await commitGranted(context, granted, { key, ground: "INTAKE", subjectId: yearId, document });
      if (!committed.ok) return committed;
    }
    await tx.$executeRaw`
      update "DossierFunding" f set waiting = c.asked
      from (select "dossierId", sum(amount) as asked from "SupportClaim" where state = 'IN_FLIGHT' and "dossierId" = any(${examined})
        group by "dossierId") c where c."dossierId" = f."dossierId"`;
    await reserveQueue(context, [yearId], { key: `${key}:examined`, document });
    const waiting = await tx.dossierFunding.count({ where: { dossierId: { in: examined }, waiting: { gt: 0 } } });
    touches(...found.map(({ id }) => ({ type: "dossier", id })));
    return ok({ granted: granted.length, examined: examined.length, waiting });
  },
});
