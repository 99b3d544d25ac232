import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { readAnswers } from "@/lib/jobs/payer-reading";
import { takeAnswers } from "@/lib/payments/answer-commands";
import { settleAnswer } from "@/lib/payments/settle-commands";
import { loadReferenceData } from "@/prisma/seed/reference";
import { giveEnough } from "../factories/budget";
import {
  payingAt as at,
  balances,
  createGranted,
  createPayers,
  giveAccounts,
  good,
  type Payers,
  sendBatch,
} from "../factories/payments";

let payers: Payers;
beforeAll(async () => {
  await loadReferenceData(db());
  await giveEnough();
  payers = await createPayers();
});

let files = 0;
const header = "Ngân hàng Thử Nghiệm;;;;;\nMã tham chiếu;Tên người thụ hưởng;Số tài khoản;Số tiền;Trạng thái;Lý do";

/** Hands lines in as one file and has it read. A mark makes its bytes its own. */
async function answer(lines: readonly string[], mark = `;;;;;lần ${++files}`): Promise<number> {
  const content = Buffer.from([mark, header, ...lines].join("\n")).toString("base64");
  const { id } = good(await takeAnswers(payers.office, { payerFile: { name: `tra-loi-${files}.csv`, content } }, at));
  await readAnswers(id, () => at.now);
  return id;
}

async function sent(persons: number) {
  const dossier = await createGranted({ persons });
  const numbers = await giveAccounts(dossier, payers);
  const batch = await sendBatch(dossier.policyId, payers);
  const lines = batch.lines.filter(({ dossierId }) => dossierId === dossier.id);
  const numberOf = (lastDigits: string) => numbers.find((number) => number.endsWith(lastDigits)) ?? "";
  return { ...dossier, batchId: batch.id, lines, numberOf };
}
type Line = Awaited<ReturnType<typeof sent>>["lines"][number];
const row = (
  line: Line,
  number: string,
  status: string,
  more: { amount?: number; name?: string; reason?: string } = {},
) =>
  `${line.ref};${more.name ?? line.account.holderName.toUpperCase()};${number};${more.amount ?? line.amount};${status};${more.reason ?? ""}`;

const states = async (ids: readonly number[]) =>
  (await db().paymentLine.findMany({ where: { id: { in: [...ids] } }, orderBy: { id: "asc" } })).map(
    ({ state }) => state,
  );

test("every outcome; money follows; the same file twice changes nothing; what failed rolls to the next batch", async () => {
  const dossier = await sent(7);
  const before = await balances(dossier.policyId);
  const [a, b, c, d, e, f, g] = dossier.lines as [Line, Line, Line, Line, Line, Line, Line];
  const number = (line: Line) => dossier.numberOf(line.account.lastDigits);
  const lines = [
    row(a, number(a), "Thành công"),
    row(b, number(b), "Không thành công", { reason: "Tài khoản đã đóng" }),
    row(c, number(c), "Thành công", { amount: c.amount - 1_000 }),
    row(d, "9999999999", "Thành công"),
    row(e, number(e), "Success"),
    row(e, number(e), "Success", { reason: "FT002" }),
    row(f, number(f), "Thành công"),
    row(f, number(f), "Trả lại", { reason: "Sai tên" }),
    row(g, number(g), "đang xử lý"),
    "HZ2026999-00001;AI DO;123456;1000;Thành công;",
  ];
  const mark = ";;;;;một";
  const id = await answer(lines, mark);
  expect(await db().payerFile.findUnique({ where: { id } })).toMatchObject({
    state: "READ",
    sealed: null,
    rowsRead: 10,
  });
  expect(await states(dossier.lines.map((line) => line.id))).toEqual([
    "PAID",
    "FAILED",
    "SENT",
    "SENT",
    "PAID",
    "DISPUTED",
    "SENT",
  ]);
  const outcomes = await db().payerLine.groupBy({ by: ["outcome"], where: { fileId: id }, _count: true });
  expect(Object.fromEntries(outcomes.map(({ outcome, _count }) => [outcome, _count]))).toEqual({
    ...{ PAID: 2, FAILED: 1, WRONG_AMOUNT: 1, WRONG_PAYEE: 1, DUPLICATE: 1, CONFLICT: 2, UNREADABLE: 1, NO_MATCH: 1 },
  });
  const one = a.amount;
  const after = await balances(dossier.policyId);
  expect([after.sent - before.sent, after.paid - before.paid, after.committed - before.committed]).toEqual([
    -4 * one,
    2 * one,
    2 * one,
  ]);

  const entries = await db().ledgerEntry.count();
  expect(await answer(lines, mark)).toBe(id);
  await answer([...lines].reverse());
  await answer(lines.slice(3));
  expect(await db().ledgerEntry.count()).toBe(entries);
  expect(await balances(dossier.policyId)).toEqual(after);

  // People settle the rest, one by one.
  const openOf = (lineId: number) =>
    db().payerLine.findFirstOrThrow({ where: { lineId, resolution: null, outcome: { not: "PAID" } } });
  const settle = async (line: Line, resolution: string) =>
    settleAnswer(payers.office, { id: (await openOf(line.id)).id, resolution, note: "Đã hỏi ngân hàng" }, at);
  good(await settle(c, "PAID"));
  good(await settle(d, "FAILED"));
  good(await settle(f, "PAID"));
  good(await settle(g, "FAILED"));
  expect(await settle(e, "FAILED")).toMatchObject({ code: "not_allowed_now" });
  good(await settle(e, "IGNORED"));
  expect(await states(dossier.lines.map((line) => line.id))).toEqual([
    "PAID",
    "FAILED",
    "PAID",
    "FAILED",
    "PAID",
    "PAID",
    "FAILED",
  ]);
  const next = await sendBatch(dossier.policyId, payers);
  expect(next.lines.filter(({ dossierId }) => dossierId === dossier.id)).toHaveLength(3);

  // A late word on what is in another transfer by now moves nothing.
  const sums = await balances(dossier.policyId);
  await answer([row(b, number(b), "Thành công", { reason: "muộn" })]);
  expect(await balances(dossier.policyId)).toEqual(sums);
  expect(await db().payerLine.findFirst({ where: { reason: "muộn" } })).toMatchObject({ outcome: "CONFLICT" });
  const kept = await db().payerLine.findMany();
  for (const line of dossier.lines)
    expect(JSON.stringify(kept, (_, value) => (typeof value === "bigint" ? String(value) : value))).not.toContain(
      number(line),
    );
});

test("any order, split and repetition of the same lines gives the same end", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.tuple(
          fc.integer({ min: 0, max: 2 }),
          fc.constantFrom("Thành công", "Thất bại"),
          fc.constantFrom("", "FT1", "FT2"),
          fc.boolean(),
        ),
        {
          minLength: 1,
          maxLength: 8,
        },
      ),
      fc.array(fc.nat({ max: 50 }), { minLength: 3, maxLength: 14 }),
      async (said, order) => {
        const ends = [];
        for (const shuffled of [false, true]) {
          const dossier = await sent(3);
          const before = await balances(dossier.policyId);
          const rows = said.map(([which, status, reason, wrong]) => {
            const line = dossier.lines[which] as Line;
            return row(line, dossier.numberOf(line.account.lastDigits), status, {
              reason,
              ...(wrong && { amount: line.amount + 1 }),
            });
          });
          // In any order, some again, in files of two; at last all that were left out.
          const mixed = shuffled ? [...order.map((at) => rows[at % rows.length] ?? ""), ...[...rows].reverse()] : rows;
          const size = shuffled ? 2 : rows.length;
          for (let from = 0; from < mixed.length; from += size) await answer(mixed.slice(from, from + size));
          const after = await balances(dossier.policyId);
          const answers = await db().payerLine.groupBy({
            by: ["ref", "verdict", "outcome"],
            where: { lineId: { in: dossier.lines.map(({ id }) => id) } },
            _count: true,
          });
          ends.push({
            states: await states(dossier.lines.map(({ id }) => id)),
            money: [after.sent - before.sent, after.paid - before.paid, after.committed - before.committed],
            answers: answers
              .map(({ ref, verdict, outcome, _count }) => `${ref.slice(-5)} ${verdict} ${outcome} ${_count}`)
              .sort(),
          });
        }
        expect(ends[0]?.states).toEqual(ends[1]?.states);
        expect(ends[0]?.money).toEqual(ends[1]?.money);
        expect(ends[0]?.answers.map((text) => text.slice(6))).toEqual(ends[1]?.answers.map((text) => text.slice(6)));
      },
    ),
    { numRuns: 5 },
  );
}, 240_000);
