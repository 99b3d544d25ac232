import { ok, type Result, refuse } from "@/lib/core/result";
import type { Tx } from "@/lib/db/client";
import { type Context, command } from "@/lib/db/command";
import { type Actor, userIdOf } from "@/lib/identity/actor";
import { permissions } from "@/lib/identity/permissions";
import { confirmedAccount, newAccount, rejectedAccount } from "./account-schema";
import { sealedAccount } from "./account-sealed";
import { tellRejected } from "./payment-mail-commands";

/** The organisation whose people somebody may give accounts of; null: the Authority's office, which may of everybody. */
export const accountScope = (actor: Actor): number | null =>
  actor.kind === "person" && actor.staffRole === null ? (actor.organisation?.id ?? 0) : null;

export type Owner = { beneficiaryId: number } | { organisationId: number };
type Given = { holderName: string; bankName: string; bankBranch: string | null; accountNumber: string };

/**
 * Writes an account that waits for a second person. One of the same payee that waits already is withdrawn: only the last
 * word counts. Answers null where the very same account holds or waits: nothing is to be decided.
 */
export async function proposeAccount(
  { tx, actor, now }: Pick<Context<unknown>, "tx" | "actor" | "now">,
  owner: Owner,
  given: Given,
  imported = false,
): Promise<number | null> {
  const kind = "beneficiaryId" in owner ? "beneficiary" : "organisation";
  const key = `payee:${kind}:${"beneficiaryId" in owner ? owner.beneficiaryId : owner.organisationId}`;
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`;
  const { accountNumber, ...said } = given;
  const sealed = sealedAccount(accountNumber);
  const standing = await tx.payeeAccount.findMany({ where: { ...owner, state: { in: ["PROPOSED", "CONFIRMED"] } } });
  const same = (row: (typeof standing)[number] | undefined) =>
    row?.numberHash === sealed.numberHash && row.bankName === said.bankName && row.holderName === said.holderName;
  const waiting = standing.find(({ state }) => state === "PROPOSED");
  if (same(waiting ?? standing[0])) return null;
  if (waiting) await tx.payeeAccount.update({ where: { id: waiting.id }, data: { state: "WITHDRAWN", endedAt: now } });
  const { id } = await tx.payeeAccount.create({
    data: {
      ...{ ...owner, ...said, ...sealed, imported },
      ...{ enteredById: userIdOf(actor), enteredForId: accountScope(actor), enteredAt: now },
    },
    select: { id: true },
  });
  return id;
}

/** The payee that an actor means, in their scope. */
async function ownerOf(tx: Tx, actor: Actor, payee: (typeof newAccount)["_output"]["payee"]): Promise<Result<Owner>> {
  const scope = accountScope(actor);
  if (payee.kind === "ORGANISATION") {
    if (scope !== null && scope !== payee.organisationId) return refuse("not_found");
    const known = await tx.organisation.findUnique({ where: { id: payee.organisationId }, select: { id: true } });
    return known ? ok({ organisationId: known.id }) : refuse("not_found");
  }
  const person = await tx.dossierPerson.findFirst({
    where: {
      ...{ dossierId: payee.dossierId, position: payee.position },
      ...(scope !== null && { dossier: { organisationId: scope } }),
    },
    select: { beneficiaryId: true },
  });
  return person ? ok({ beneficiaryId: person.beneficiaryId }) : refuse("not_found");
}

/**
 * Gives the account of a learner or an organisation, the first one or another one. Nothing is paid to it before a second
 * person has confirmed it; until then the one before holds. Refuses `account_known` where it holds or waits already.
 */
export const enterAccount = command({
  name: "payees.enter",
  input: newAccount,
  may: permissions.giveAccounts,
  run: async (context) => {
    const { tx, actor, input, about } = context;
    const owner = await ownerOf(tx, actor, input.payee);
    if (!owner.ok) return owner;
    const { payee: _, ...given } = input;
    const id = await proposeAccount(context, owner.value, given);
    if (id === null) return refuse("account_known");
    about({ type: "payeeAccount", id });
    return ok({ id });
  },
});

/** An account that waits, locked; whoever entered it does not decide on it. */
async function waiting({ tx, actor, about }: Context<unknown>, id: number) {
  await tx.$executeRaw`select 1 from "PayeeAccount" where id = ${id} for update`;
  const row = await tx.payeeAccount.findUnique({ where: { id } });
  if (!row) return refuse("not_found");
  about({ type: "payeeAccount", id });
  if (row.state !== "PROPOSED") return refuse("changed_meanwhile");
  if (row.enteredById === userIdOf(actor)) return refuse("same_person");
  return ok(row);
}

/** A second person has held the account against the paper: from now on it is paid to. The one before ends. */
export const confirmAccount = command({
  name: "payees.confirm",
  input: confirmedAccount,
  may: permissions.confirmAccounts,
  run: async (context) => {
    const { tx, actor, now, input } = context;
    const row = await waiting(context, input.id);
    if (!row.ok) return row;
    const { beneficiaryId, organisationId } = row.value;
    await tx.payeeAccount.updateMany({
      where: { beneficiaryId, organisationId, state: "CONFIRMED" },
      data: { state: "REPLACED", endedAt: now },
    });
    await tx.payeeAccount.update({
      where: { id: input.id },
      data: { state: "CONFIRMED", decidedById: userIdOf(actor), decidedAt: now },
    });
    return ok({ id: input.id });
  },
});

/** A second person does not find the account right; the reason is told to whoever gave it. */
export const rejectAccount = command({
  name: "payees.reject",
  input: rejectedAccount,
  may: permissions.confirmAccounts,
  run: async (context) => {
    const { tx, actor, now, input } = context;
    const row = await waiting(context, input.id);
    if (!row.ok) return row;
    const data = { state: "REJECTED" as const, decidedById: userIdOf(actor), decidedAt: now, endedAt: now };
    await tx.payeeAccount.update({ where: { id: input.id }, data: { ...data, reason: input.reason } });
    await tellRejected(context, input.id);
    return ok({ id: input.id });
  },
});
