import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { ledgerKinds, ledgerMoves } from "@/lib/budget/accounts";
import { lockBudgets, post } from "@/lib/budget/ledger-commands";
import { alignReservation } from "@/lib/budget/reservation-commands";
import { db } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import type { LedgerKind } from "@/lib/db/generated/enums";
import { system } from "@/lib/identity/actor";
import { loadReferenceData } from "@/prisma/seed/reference";
import { createReadyDossiers, giveMoney, type ReadyDossier } from "../factories/budget";

const actor = system("test");
const now = new Date("2026-11-23T09:00:00+07:00");
let dossiers: ReadyDossier[] = [];
let yearId = 0;

const align = (id: number) => db().$transaction((tx) => alignReservation({ tx, actor, now }, id));
const year = () => db().budgetYear.findUniqueOrThrow({ where: { id: yearId } });

beforeAll(async () => {
  await loadReferenceData(db());
  dossiers = await createReadyDossiers(3, { amount: 6_000_000 });
  const [first] = dossiers as [ReadyDossier];
  yearId = await giveMoney(first.policyId, 2026, 13_000_000);
  for (const { id } of dossiers) await align(id);
});

/** An entry, of an act of its own, written past all code. */
const raw = (kind: string, from: string, to: string, amount: bigint, claim: ReadyDossier | null) =>
  db().$executeRaw`
    with act as (insert into "LedgerPosting" (key, ground, "subjectId", document, at)
      values (${randomUUID()}, 'BATCH', 1, 'Thử', ${now}) returning id, at)
    insert into "LedgerEntry" ("postingId", at, "budgetYearId", kind, "fromAccount", "toAccount", amount, "claimId", "dossierId")
    select id, at, ${yearId}, ${kind}::"LedgerKind", ${from}::"LedgerAccount", ${to}::"LedgerAccount", ${amount},
      ${claim?.claimId ?? null}::int, ${claim?.id ?? null}::int from act`;

test("what is not covered waits in order, and the books are balanced", async () => {
  expect(await year()).toMatchObject({ source: -13_000_000n, available: 1_000_000n, reserved: 12_000_000n });
  const waiting = await db().dossierFunding.findMany({ orderBy: { since: "asc" } });
  expect(waiting.map((one) => Number(one.waiting))).toEqual([0, 0, 6_000_000]);
});

test("the database refuses from raw SQL what would break the books", async () => {
  const [first, second, third] = dossiers as [ReadyDossier, ReadyDossier, ReadyDossier];
  const before = await year();
  // More than is free, a negative amount, nothing.
  await expect(raw("RESERVE", "AVAILABLE", "RESERVED", 1_000_001n, third)).rejects.toThrow(/not_overspent/);
  await expect(raw("RESERVE", "AVAILABLE", "RESERVED", -1n, third)).rejects.toThrow(/LedgerEntry_amount/);
  await expect(raw("REDUCE", "AVAILABLE", "SOURCE", 0n, null)).rejects.toThrow(/LedgerEntry_amount/);
  await expect(raw("REDUCE", "AVAILABLE", "SOURCE", 1_000_001n, null)).rejects.toThrow(/not_overspent/);
  // Committed before a decision granted it; more than the benefit; paid without being sent; of nobody; of another's dossier.
  await expect(raw("COMMIT", "RESERVED", "COMMITTED", 6_000_000n, first)).rejects.toThrow(/holds more than it may/);
  await expect(raw("RESERVE", "AVAILABLE", "RESERVED", 1n, first)).rejects.toThrow(/holds more than it may/);
  await expect(raw("PAY", "SENT", "PAID", 1n, first)).rejects.toThrow(/not_below_zero/);
  await expect(raw("PAY", "SENT", "PAID", 1n, null)).rejects.toThrow(/LedgerEntry_move/);
  await expect(raw("ALLOCATE", "SOURCE", "PAID", 1n, null)).rejects.toThrow(/LedgerEntry_move/);
  await expect(raw("RESERVE", "AVAILABLE", "RESERVED", 1n, { ...third, id: first.id })).rejects.toThrow(
    /fkey|foreign key/i,
  );
  await expect(raw("CARRY_OUT", "RESERVED", "CARRIED_OUT", 1n, second)).rejects.toThrow(/carried out of a year/);
  // Balances and claims by hand.
  for (const sql of [
    `update "BudgetYear" set available = available + 1, source = source - 1`,
    `update "BudgetYear" set year = 2030`,
    `delete from "BudgetYear"`,
    `insert into "BudgetYear" ("policyId", year, source, available) values (${first.policyId}, 2031, -5, 5)`,
    `update "ClaimMoney" set reserved = 0`,
    `delete from "ClaimMoney"`,
    `insert into "ClaimMoney" ("claimId", "budgetYearId", "dossierId", paid) values (${third.claimId}, ${yearId}, ${third.id}, 1)`,
    `update "LedgerEntry" set amount = amount + 1`,
    `delete from "LedgerEntry"`,
    `truncate "LedgerEntry"`,
    `truncate "BudgetYear" cascade`,
    `truncate "ClaimMoney"`,
    `truncate "LedgerPosting" cascade`,
    `update "LedgerPosting" set document = 'khác'`,
    `delete from "LedgerPosting"`,
    // A benefit that keeps its money after it was released, or holds more than it is.
    `update "SupportClaim" set state = 'RELEASED', "endedAt" = now() where id = ${first.claimId}`,
    `update "SupportClaim" set amount = 1 where id = ${first.claimId}`,
  ])
    await expect(db().$executeRawUnsafe(sql), sql).rejects.toThrow();
  expect(await year()).toEqual(before);
});

test("the table of moves is the database's: all kinds, accounts, with and without a person", async () => {
  const accepted = await db().$transaction(async (tx) => {
    await tx.$executeRawUnsafe(`create temp table tried (like "LedgerEntry" including constraints) on commit drop`);
    await tx.$executeRawUnsafe(`do $$ declare k "LedgerKind"; f "LedgerAccount"; t "LedgerAccount"; c int; begin
      foreach k in array enum_range(null::"LedgerKind") loop foreach f in array enum_range(null::"LedgerAccount") loop
      foreach t in array enum_range(null::"LedgerAccount") loop foreach c in array array[0, 1] loop begin
        insert into tried values (1, 1, now(), 1, k, f, t, 1, nullif(c, 0), nullif(c, 0));
      exception when check_violation then null; end; end loop; end loop; end loop; end loop; end $$`);
    return tx.$queryRaw<{ kind: LedgerKind; from: string; to: string; claim: boolean }[]>`
      select kind, "fromAccount" as "from", "toAccount" as "to", "claimId" is not null as claim from tried`;
  });
  const allowed = ledgerKinds.flatMap((kind) => {
    const { from, to, of } = ledgerMoves[kind];
    return from.flatMap((one) =>
      to.map((other) => ({
        ...{ kind, from: one, to: other },
        claim: of === "claim" || (of === "either" && one !== "AVAILABLE" && other !== "AVAILABLE"),
      })),
    );
  });
  const sorted = (rows: object[]) => rows.map((row) => JSON.stringify(row)).sort();
  expect(sorted(accepted)).toEqual(sorted(allowed));
});

test("a benefit is paid once; what came back can be paid again; one act is done once", async () => {
  const [first] = dossiers as [ReadyDossier];
  const move = (key: string, kind: string, from: string, to: string, amount = 6_000_000n) =>
    db().$transaction(async (tx) => {
      await lockBudgets(tx, [first.policyId]);
      return post(
        tx,
        { key, ground: "BATCH", subjectId: 1, document: "Bảng kê thử", actor, now },
        Prisma.sql`select ${yearId}::int, ${kind}::text, ${from}::text, ${to}::text, ${amount}::bigint, ${first.claimId}::int, ${first.id}::int`,
      );
    });
  // Granted and committed in one transaction: neither stands without the other.
  await expect(move("c0", "COMMIT", "RESERVED", "COMMITTED")).rejects.toThrow(/holds more than it may/);
  await db().$transaction(async (tx) => {
    await tx.supportClaim.update({ where: { id: first.claimId }, data: { state: "GRANTED" } });
    await lockBudgets(tx, [first.policyId]);
    await post(
      tx,
      { key: "c1", ground: "LIST", subjectId: 1, document: "Danh sách thử", actor, now },
      Prisma.sql`select ${yearId}::int, 'COMMIT', 'RESERVED', 'COMMITTED', 6000000::bigint, ${first.claimId}::int, ${first.id}::int`,
    );
  });
  expect(await move("s1", "SEND", "COMMITTED", "SENT")).toBe(1);
  expect(await move("s1", "SEND", "COMMITTED", "SENT")).toBeNull();
  await expect(move("s2", "SEND", "COMMITTED", "SENT")).rejects.toThrow(/not_below_zero/);
  expect(await move("p1", "PAY", "SENT", "PAID")).toBe(1);
  await expect(move("p2", "PAY", "SENT", "PAID")).rejects.toThrow(/not_below_zero/);
  await expect(move("r2", "RESERVE", "AVAILABLE", "RESERVED", 1_000_000n)).rejects.toThrow(/holds more than it may/);
  expect(await move("b1", "BOUNCE", "PAID", "COMMITTED")).toBe(1);
  await move("s3", "SEND", "COMMITTED", "SENT");
  await move("p3", "PAY", "SENT", "PAID");
  await move("t1", "SETTLE", "PAID", "SETTLED", 5_000_000n);
  await move("x1", "CLAW_BACK", "SETTLED", "RETURNED", 2_000_000n);
  // What was clawed back is not granted to the same benefit once more.
  await expect(move("r3", "RESERVE", "AVAILABLE", "RESERVED", 1_000_000n)).rejects.toThrow(/holds more than it may/);
  expect(await db().claimMoney.findFirst({ where: { claimId: first.claimId } })).toMatchObject({
    ...{ reserved: 0n, committed: 0n, sent: 0n, paid: 1_000_000n, settled: 3_000_000n, returned: 2_000_000n },
  });
  // Lessened after it was paid: it may be, and what is too much is known.
  await db().supportClaim.update({ where: { id: first.claimId }, data: { amount: 2_000_000 } });
});

test("while a year is paused nothing is reserved, committed or sent, also from raw SQL", async () => {
  const [, second] = dossiers as [ReadyDossier, ReadyDossier];
  await db().budgetYear.update({
    where: { id: yearId },
    data: { paused: true, pauseReason: "Chờ thông báo", pausedAt: now },
  });
  await expect(raw("RESERVE", "AVAILABLE", "RESERVED", 1n, second)).rejects.toThrow(/paused/);
  await raw("RELEASE", "RESERVED", "AVAILABLE", 1n, second);
});
