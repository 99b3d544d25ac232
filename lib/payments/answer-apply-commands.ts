import { lockBudgets, post } from "@/lib/budget/ledger-commands";
import { env } from "@/lib/config/env";
import type { Tx } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import type { PayerOutcome, PaymentState } from "@/lib/db/generated/enums";
import type { Actor } from "@/lib/identity/actor";
import { secretsKey } from "@/lib/identity/second-factor";
import { lastDigitsOf } from "./account";
import { hashAccount, hashesOfAccount } from "./account-sealed";
import { tellPaid } from "./payment-mail-commands";
import { type Answer, judgeTogether, outcomeAlone, type Said } from "./reconcile";

/** A row of the payer's file as it was read. */
export type AnswerRow = Said & { row: number; day: string | null };

/** What a line says, hashed with a key: the same words are one line, whatever file they came in. */
const keyOf = ({ row: _, ...said }: AnswerRow): string =>
  hashAccount(
    JSON.stringify([said.ref, said.verdict, said.amount, said.payeeName, said.account, said.reason, said.day]),
    secretsKey(env()),
  );

/** The move of the ledger that a transfer's new state is; null: its money stays where it is. */
function moveOf(from: PaymentState, to: PaymentState): "PAY" | "FAIL" | "BOUNCE" | null {
  if (from === "SENT") return to === "PAID" ? "PAY" : "FAIL";
  return from === "PAID" && to === "DISPUTED" ? "BOUNCE" : null;
}
const accounts = {
  PAY: ["SENT", "PAID"],
  FAIL: ["SENT", "COMMITTED"],
  BOUNCE: ["PAID", "COMMITTED"],
  SEND: ["COMMITTED", "SENT"],
} as const;

/** Moves the money of transfers, all of one kind, in one act. `document` cites the payer's file. */
export async function postTransfers(
  tx: Tx,
  kind: keyof typeof accounts,
  lineIds: readonly number[],
  act: { key: string; subjectId: number; document: string; reason?: string; actor: Actor; now: Date },
): Promise<void> {
  if (lineIds.length === 0) return;
  const [from, to] = accounts[kind];
  const rows = Prisma.sql`
    select i."budgetYearId", ${kind}, ${from}, ${to}, sum(i.amount)::bigint, i."claimId", i."dossierId"
    from "PaymentItem" i where i."lineId" = any(${[...lineIds]}) group by 1, 6, 7`;
  const moved = await post(tx, { ...act, key: `${act.key}:${kind}`, ground: "PAYER" }, rows);
  if (moved === null) throw new Error(`${act.key}:${kind} was done before`);
}

type HeldLine = {
  id: number;
  ref: string;
  state: PaymentState;
  amount: bigint;
  policyId: number;
  holderName: string;
  numberHash: string;
  lastDigits: string;
  /** Its benefits are in another transfer by now, or found right in the settlement: its state stays. */
  gone: boolean;
};

const heldLines = (tx: Tx, refs: readonly string[]) => tx.$queryRaw<HeldLine[]>`
  select l.id, l.ref, l.state::text as state, l.amount, b."policyId", a."holderName", a."numberHash", a."lastDigits",
    exists (select 1 from "PaymentItem" i
      left join "ClaimMoney" m on m."claimId" = i."claimId" and m."budgetYearId" = i."budgetYearId"
      where i."lineId" = l.id and ((l.state = 'PAID' and coalesce(m.paid, 0) < i.amount)
        or (l.state = 'FAILED' and exists (select 1 from "PaymentItem" o where o."claimId" = i."claimId"
          and o."budgetYearId" = i."budgetYearId" and o."lineId" <> i."lineId" and o.state not in ('FAILED', 'DROPPED'))))) as gone
  from "PaymentLine" l join "PaymentBatch" b on b.id = l."batchId" join "PayeeAccount" a on a.id = l."accountId"
  where l.ref = any(${[...refs]}) order by l.id for update of l`;

/**
 * Applies rows of the payer's file: each new line is kept, every transfer that one of them speaks of is judged by all that
 * was ever said of it, and its money moves with it. In the caller's transaction.
 *
 * @returns how many rows had been said before in the same words
 */
export async function applyAnswers(
  tx: Tx,
  file: { id: number; name: string },
  rows: readonly AnswerRow[],
  scene: { actor: Actor; now: Date },
): Promise<number> {
  // One file after the other: the same line in two at once is one line.
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended('payer answers', 0))`;
  const keyed = new Map(rows.map((row) => [keyOf(row), row]));
  const known = await tx.payerLine.findMany({ where: { key: { in: [...keyed.keys()] } }, select: { key: true } });
  for (const { key } of known) keyed.delete(key);
  if (keyed.size === 0) return rows.length;
  const lines = new Map(
    (
      await heldLines(
        tx,
        [...keyed.values()].map(({ ref }) => ref),
      )
    ).map((line) => [line.ref, line]),
  );
  const fresh = [...keyed].map(([key, said]) => {
    const line = lines.get(said.ref) ?? null;
    const sent = line && { ...line, amount: Number(line.amount) };
    return { key, said, line, outcome: outcomeAlone(said, sent, hashesOfAccount) };
  });
  await tx.payerLine.createMany({
    data: fresh.map(({ key, said, line, outcome }) => ({
      ...{ key, fileId: file.id, row: said.row, ref: said.ref, amount: said.amount, payeeName: said.payeeName },
      lastDigits: said.account && lastDigitsOf(said.account.replace(/\s/g, "")),
      ...{ verdict: said.verdict, reason: said.reason, lineId: line?.id ?? null, outcome },
    })),
  });
  const touched = new Set(
    fresh.filter(({ outcome }) => outcome === "PAID" || outcome === "FAILED").map(({ line }) => line?.id),
  );
  await judgeLines(
    tx,
    file,
    [...lines.values()].filter(({ id }) => touched.has(id)),
    scene,
    fresh[0]?.said.row ?? 0,
  );
  return rows.length - fresh.length;
}

async function judgeLines(
  tx: Tx,
  file: { id: number; name: string },
  lines: readonly HeldLine[],
  { actor, now }: { actor: Actor; now: Date },
  from: number,
): Promise<void> {
  const all = await tx.payerLine.findMany({
    where: { lineId: { in: lines.map(({ id }) => id) } },
    select: { key: true, lineId: true, verdict: true, outcome: true, resolution: true, reason: true },
  });
  const speaking = ["PAID", "FAILED", "DUPLICATE", "CONFLICT"];
  const outcomes: { key: string; outcome: PayerOutcome }[] = [];
  const states: { id: number; state: PaymentState; reason: string | null }[] = [];
  const moves = { PAY: [] as number[], FAIL: [] as number[], BOUNCE: [] as number[] };
  for (const line of lines) {
    const own = all.filter(({ lineId }) => lineId === line.id);
    const settled = line.gone || own.some(({ resolution }) => resolution === "PAID" || resolution === "FAILED");
    const answers = own.flatMap(({ key, verdict, outcome, resolution }): Answer[] =>
      speaking.includes(outcome) && (verdict === "PAID" || verdict === "FAILED")
        ? [{ key, verdict, resolved: resolution !== null }]
        : [],
    );
    const judged = judgeTogether(answers, line.state, settled);
    for (const [key, outcome] of judged.outcomes)
      if (own.find((one) => one.key === key)?.outcome !== outcome) outcomes.push({ key, outcome });
    if (judged.state === line.state) continue;
    const reasons = own
      .filter(({ verdict, reason }) => verdict === "FAILED" && reason)
      .map(({ reason }) => reason ?? "");
    states.push({
      id: line.id,
      state: judged.state,
      reason: judged.state === "PAID" ? null : (reasons.sort()[0] ?? null),
    });
    const move = moveOf(line.state, judged.state);
    if (move) moves[move].push(line.id);
  }
  if (outcomes.length > 0)
    await tx.$executeRaw`
      update "PayerLine" l set outcome = x.outcome::"PayerOutcome"
      from jsonb_to_recordset(${JSON.stringify(outcomes)}::jsonb) as x(key text, outcome text) where l.key = x.key`;
  if (states.length === 0) return;
  await tx.$executeRaw`
    update "PaymentLine" l set state = x.state::"PaymentState", reason = x.reason, "answeredAt" = ${now}
    from jsonb_to_recordset(${JSON.stringify(states)}::jsonb) as x(id int, state text, reason text) where l.id = x.id`;
  await tellPaid({ tx, now }, moves.PAY);
  // Last, because everybody who moves money waits here.
  await lockBudgets(
    tx,
    lines.map(({ policyId }) => policyId),
  );
  const act = { key: `payer:${file.id}:${from}`, subjectId: file.id, document: file.name, actor, now };
  for (const kind of ["PAY", "FAIL", "BOUNCE"] as const) await postTransfers(tx, kind, moves[kind], act);
}
