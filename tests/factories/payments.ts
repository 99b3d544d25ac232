import { commitGranted } from "@/lib/budget/commitment-commands";
import { dayToDate } from "@/lib/core/day";
import type { Result } from "@/lib/core/result";
import { db } from "@/lib/db/client";
import { system } from "@/lib/identity/actor";
import { confirmAccount, enterAccount } from "@/lib/payments/account-commands";
import { checkPayments, gatherPayments, proposePayments } from "@/lib/payments/batch-commands";
import { sendPayments } from "@/lib/payments/send-commands";
import { createStaff } from "./identity";
import { createDossier, type DossierOptions } from "./reviewed-dossiers";

export const payingAt = { now: new Date("2026-11-23T09:00:00+07:00") };

export function good<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.code} ${JSON.stringify(result.fields ?? result.params)}`);
  return result.value;
}

/** Everybody whom a payment needs. */
export async function createPayers() {
  const office = await createStaff("OFFICE");
  const secondOffice = await createStaff("OFFICE");
  const leader = await createStaff("LEADER");
  return { office, secondOffice, leader };
}
export type Payers = Awaited<ReturnType<typeof createPayers>>;

/** A dossier whose persons are all granted, their money committed, their course completed. Needs money. */
export async function createGranted(options: DossierOptions & { completed?: boolean } = {}) {
  const dossier = await createDossier(options);
  const { policyId } = await db().subsidyDossier.findUniqueOrThrow({ where: { id: dossier.id } });
  await db().dossierPerson.updateMany({
    where: { dossierId: dossier.id },
    data: { decision: "ACCEPTED", decidedById: dossier.applicant.userId, decidedAt: payingAt.now },
  });
  await db().subsidyDossier.update({
    where: { id: dossier.id },
    data: { state: "APPROVED", decidedAt: payingAt.now, dueOn: null },
  });
  if (options.completed ?? true)
    await db().courseParticipant.updateMany({
      where: { courseId: dossier.courseId },
      data: { completedOn: dayToDate("2026-11-01") },
    });
  await db().$transaction(async (tx) => {
    await tx.$executeRaw`
      insert into "DossierDecisionPerson" ("dossierId", position, "beneficiaryId", "fullName", "birthDate", decision, lines, amount)
      select p."dossierId", p.position, p."beneficiaryId", e."fullName", e."birthDate", p.decision, p.lines, p.amount
      from "DossierPerson" p join "RosterEntry" e on e.id = p."rosterEntryId" where p."dossierId" = ${dossier.id}`;
    await tx.supportClaim.updateMany({ where: { dossierId: dossier.id }, data: { state: "GRANTED" } });
    good(
      await commitGranted({ tx, actor: system("test"), now: payingAt.now }, [dossier.id], {
        ...{ key: `test:${dossier.id}`, ground: "LIST", subjectId: dossier.id, document: "Quyết định thử" },
      }),
    );
  });
  return { ...dossier, policyId };
}
export type Granted = Awaited<ReturnType<typeof createGranted>>;

let numbers = 1_000_000_000;
/** An account number that nobody has. */
export const newNumber = (): string => String(++numbers);

/** Confirmed accounts of all persons of a dossier; numbers by position from 1. */
export async function giveAccounts({ id, applicant }: Granted, payers: Payers): Promise<string[]> {
  const people = await db().dossierPerson.findMany({
    where: { dossierId: id },
    orderBy: { position: "asc" },
    include: { rosterEntry: true },
  });
  const given: string[] = [];
  for (const { position, rosterEntry } of people) {
    const accountNumber = newNumber();
    given.push(accountNumber);
    const entered = good(
      await enterAccount(
        applicant,
        {
          payee: { kind: "LEARNER", dossierId: id, position },
          ...{ holderName: rosterEntry.fullName, bankName: "Ngân hàng Thử Nghiệm", bankBranch: null, accountNumber },
        },
        payingAt,
      ),
    );
    good(await confirmAccount(payers.office, { id: entered.id }, payingAt));
  }
  return given;
}

/** A batch as the screen shows it. */
export async function shownBatch(id: number) {
  const { version, lineCount, amount } = await db().paymentBatch.findUniqueOrThrow({ where: { id } });
  return { id, version, seen: { lines: lineCount, amount: Number(amount) } };
}

/** A batch of all that is payable, sent; with its lines in their order. */
export async function sendBatch(policyId: number, payers: Payers) {
  const { id } = good(await gatherPayments(payers.office, { policyId, title: "Đợt chi thử" }, payingAt));
  good(await proposePayments(payers.office, await shownBatch(id), payingAt));
  good(await checkPayments(payers.secondOffice, await shownBatch(id), payingAt));
  good(await sendPayments(payers.leader, { ...(await shownBatch(id)), document: "Tờ trình thử 01" }, payingAt));
  const lines = await db().paymentLine.findMany({
    where: { batchId: id },
    orderBy: { position: "asc" },
    include: { account: true, items: true },
  });
  return { id, lines: lines.map((line) => ({ ...line, ref: line.ref ?? "", amount: Number(line.amount) })) };
}

/** Balances of a policy's years together, đồng. */
export async function balances(policyId: number) {
  const years = await db().budgetYear.findMany({ where: { policyId } });
  const sum = (of: (year: (typeof years)[number]) => bigint) => Number(years.reduce((all, one) => all + of(one), 0n));
  return {
    committed: sum((one) => one.committed),
    sent: sum((one) => one.sent),
    paid: sum((one) => one.paid),
    returned: sum((one) => one.returned),
  };
}
