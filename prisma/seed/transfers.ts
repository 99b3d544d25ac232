import { db } from "@/lib/db/client";
import type { Person } from "@/lib/identity/actor";
import { readAnswers } from "@/lib/jobs/payer-reading";
import { confirmAccount, enterAccount } from "@/lib/payments/account-commands";
import { takeAnswers } from "@/lib/payments/answer-commands";
import { checkPayments, gatherPayments, proposePayments } from "@/lib/payments/batch-commands";
import { sendPayments } from "@/lib/payments/send-commands";
import { done, type Owner } from "./dossiers";
import type { Units } from "./granted";

/** Account numbers of no bank, one after the other. */
let numbers = 0;
const sampleNumber = (): string => {
  numbers += 1;
  return `000 000 ${String(numbers).padStart(4, "0")}`;
};

type Payee =
  | { kind: "LEARNER"; dossierId: number; position: number }
  | { kind: "ORGANISATION"; organisationId: number };

/** Gives an account; its id. */
export async function giveAccount(by: Person, payee: Payee, holderName: string, now: Date): Promise<number> {
  const bank = { bankName: "Ngân hàng Mẫu", bankBranch: "Chi nhánh Bến Cảng" };
  return done(await enterAccount(by, { payee, holderName, ...bank, accountNumber: sampleNumber() }, { now })).id;
}

/** Gives accounts of a dossier's learners and has the office confirm all but the last `left`, whose ids are answered. */
export async function giveAccounts(owner: Owner, dossierId: number, left: number, office: Person, now: Date) {
  const people = await db().dossierPerson.findMany({
    where: { dossierId, decision: "ACCEPTED" },
    orderBy: { position: "asc" },
    include: { rosterEntry: true },
  });
  const waiting: number[] = [];
  for (const [at, { position, rosterEntry }] of people.entries()) {
    const id = await giveAccount(owner, { kind: "LEARNER", dossierId, position }, rosterEntry.fullName, now);
    if (at < people.length - left) done(await confirmAccount(office, { id }, { now }));
    else waiting.push(id);
  }
  return waiting;
}

/** Gathers all that is payable into a batch; its id. */
export async function gather({ office }: Units, policyId: number, title: string, now: Date): Promise<number> {
  return done(await gatherPayments(office, { policyId, title }, { now })).id;
}

export type SampleLine = { ref: string; amount: number; holderName: string };

/** Sends a batch through its three pairs of hands; its transfers. */
export async function send(units: Units, id: number, document: string, now: Date): Promise<SampleLine[]> {
  const at = { now };
  const shown = async () => {
    const { version, lineCount, amount } = await db().paymentBatch.findUniqueOrThrow({ where: { id } });
    return { id, version, seen: { lines: lineCount, amount: Number(amount) } };
  };
  done(await proposePayments(units.office, await shown(), at));
  done(await checkPayments(units.head, await shown(), at));
  done(await sendPayments(units.leader, { ...(await shown()), document }, at));
  const lines = await db().paymentLine.findMany({
    where: { batchId: id },
    orderBy: { position: "asc" },
    include: { account: true },
  });
  return lines.map(({ ref, amount, account }) => ({
    ref: ref ?? "",
    amount: Number(amount),
    holderName: account.holderName,
  }));
}

export type SampleAnswer = Partial<SampleLine> & { result: string; reason?: string };

/** The payer's answer as a file, taken by the office and read. */
export async function answer(office: Person, name: string, answers: readonly SampleAnswer[], now: Date): Promise<void> {
  const rows = answers.map(({ ref, result, amount, holderName, reason }) =>
    [ref, holderName, amount, result, reason].map((cell) => cell ?? "").join(";"),
  );
  const csv = ["Mã tham chiếu;Người thụ hưởng;Số tiền;Kết quả;Lý do", ...rows].join("\n");
  const payerFile = { name, content: Buffer.from(csv).toString("base64") };
  const { id } = done(await takeAnswers(office, { payerFile }, { now }));
  const read = await readAnswers(id, () => now);
  if (read !== "read") throw new Error(`the sample's answers were not read: ${read}`);
}
