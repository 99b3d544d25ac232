import { beforeAll, expect, test } from "vitest";
import { entryQuery } from "@/lib/budget/entry-list";
import { entryPage, entryStatement } from "@/lib/budget/entry-queries";
import { alignReservation } from "@/lib/budget/reservation-commands";
import { budgetYear, budgetYears, dossierMoney, moneyPage } from "@/lib/budget/year-queries";
import { db } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { system } from "@/lib/identity/actor";
import { loadReferenceData } from "@/prisma/seed/reference";
import { createReadyDossiers, giveMoney, type ReadyDossier } from "../factories/budget";

const now = new Date("2026-11-23T09:00:00+07:00");
let dossiers: ReadyDossier[] = [];
let yearId = 0;
const many = 30_000;

beforeAll(async () => {
  await loadReferenceData(db());
  dossiers = await createReadyDossiers(7, { amount: 6_000_000 });
  const [first] = dossiers as [ReadyDossier];
  yearId = await giveMoney(first.policyId, 2026, 39_000_000, new Date("2026-01-01"));
  for (const { id } of dossiers)
    await db().$transaction((tx) => alignReservation({ tx, actor: system("test"), now }, id));
  // A long ledger of another kind: acts of one đồng each, ten a minute.
  await db().$executeRaw`
    with act as (
      insert into "LedgerPosting" (key, ground, "subjectId", document, at)
      select 'many:' || n, 'PROPOSAL', 0, 'Quyết định thử', timestamptz '2026-01-01' + n * interval '6 seconds'
      from generate_series(1, ${many}::int) n returning id, at)
    insert into "LedgerEntry" ("postingId", at, "budgetYearId", kind, "fromAccount", "toAccount", amount)
    select id, at, ${yearId}, 'ALLOCATE', 'SOURCE', 'AVAILABLE', 1 + id % 1000 from act`;
  await db().$executeRawUnsafe(`analyze "LedgerEntry", "LedgerPosting", "ClaimMoney"`);
});

const query = (more: object = {}) => entryQuery.parse(more);

test("entries are read by page without a gap or a repetition, in either order, filtered by kind, day and dossier", async () => {
  for (const more of [{}, { dir: "asc" }, { sort: "amount" }, { sort: "amount", dir: "asc" }]) {
    const seen: string[] = [];
    let cursor: string | undefined;
    for (let page = 0; page < 5; page += 1) {
      const { items, next } = await entryPage(yearId, query({ ...more, cursor }), 40);
      seen.push(...items.map(({ id }) => id));
      cursor = next ?? undefined;
    }
    expect(new Set(seen).size, JSON.stringify(more)).toBe(200);
  }
  const reserved = await entryPage(yearId, query({ kind: "RESERVE" }));
  expect(reserved.items).toHaveLength(6);
  expect(reserved.items[0]).toMatchObject({
    ...{ from: "AVAILABLE", to: "RESERVED", amount: 6_000_000, ground: "DOSSIER", rateCode: "hoc-phi" },
    person: expect.stringContaining("Thử"),
  });
  const code = reserved.items[0]?.dossier;
  expect((await entryPage(yearId, query({ q: code }))).items).toHaveLength(1);
  expect((await entryPage(yearId, query({ q: "không có" }))).items).toHaveLength(0);
  expect((await entryPage(yearId, query({ from: "2026-11-23", to: "2026-11-23" }))).items).toHaveLength(6);
});

test("a page of the ledger is found by an index, however long it is", async () => {
  const deep = (await entryPage(yearId, query(), 50)).next ?? undefined;
  for (const more of [
    {},
    { cursor: deep },
    { dir: "asc" },
    { sort: "amount" },
    { kind: "RESERVE" },
    { kind: "ALLOCATE", cursor: deep },
    { from: "2026-01-02", to: "2026-01-02" },
  ]) {
    const statement = await entryStatement(yearId, query(more), 51);
    const plan = await db().$queryRaw<{ "QUERY PLAN": [{ Plan: object }] }[]>(
      Prisma.sql`explain (analyze, buffers, format json) ${statement}`,
    );
    const text = JSON.stringify(plan);
    const place = JSON.stringify(more);
    expect(text, place).not.toMatch(/"Node Type":\s*"Seq Scan"[^}]*"Relation Name":\s*"LedgerEntry"/);
    // The page and one row more, not the ledger: whatever is read is told.
    const read = [...text.matchAll(/"Relation Name":\s*"LedgerEntry"[^}]*?"Actual Rows":\s*([\d.]+)/g)].map((one) =>
      Number(one[1]),
    );
    expect(read.length, place).toBeGreaterThan(0);
    expect(Math.max(...read), place).toBeLessThanOrEqual(51);
  }
});

test("from a balance one walks to its persons: their sum is the balance", async () => {
  const year = await budgetYear(yearId);
  const { items, next } = await moneyPage(yearId, { account: "RESERVED", after: 0 }, 4);
  const rest = await moneyPage(yearId, { account: "RESERVED", after: next ?? 0 }, 4);
  const all = [...items, ...rest.items];
  expect(rest.next).toBeNull();
  expect(all.reduce((sum, { amount }) => sum + amount, 0)).toBe(year?.reserved);
  expect(all[0]).toMatchObject({ rateCode: "hoc-phi", dossierId: dossiers[0]?.id, organisation: expect.any(String) });
  expect((await budgetYears())[0]).toMatchObject({ waitingDossiers: 1, waiting: 6_000_000 });
  expect(await dossierMoney(dossiers[6]?.id ?? 0, 2026)).toMatchObject({ waiting: 6_000_000, reserved: 0, year: 2026 });
  expect(await dossierMoney(dossiers[0]?.id ?? 0, 2026)).toMatchObject({ waiting: 0, reserved: 6_000_000 });
});
