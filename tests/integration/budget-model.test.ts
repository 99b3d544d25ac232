import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { applyProposal } from "@/lib/budget/apply-commands";
import { alignCommitments, commitGranted } from "@/lib/budget/commitment-commands";
import { lockBudgets, post, yearFor } from "@/lib/budget/ledger-commands";
import { reserveQueue } from "@/lib/budget/queue-commands";
import { alignReservation } from "@/lib/budget/reservation-commands";
import { db, type Tx } from "@/lib/db/client";
import { type BudgetProposal, Prisma } from "@/lib/db/generated/client";
import { system } from "@/lib/identity/actor";
import { loadReferenceData } from "@/prisma/seed/reference";
import { createReadyDossiers, type ReadyDossier } from "../factories/budget";

/**
 * The ledger against a model: whatever is done in whatever order, the books are those of a few lines of arithmetic. Money
 * is counted in units of a million.
 */
const unit = 1_000_000;
const now = new Date("2026-11-23T09:00:00+07:00");
const actor = system("test");
let policyId = 0;
let run = 0;
let worlds = 0;

type Year = { available: number; paused: boolean };
type One = {
  claim: ReadyDossier;
  state: "NEW" | "IN_FLIGHT" | "RELEASED" | "GRANTED";
  amount: number;
  year: 0 | 1;
  reserved: number;
  committed: number;
  sent: number;
  paid: number;
  settled: number;
  returned: number;
  waiting: number;
};
type World = { years: [Year, Year]; ids: [number, number]; ones: One[] };

beforeAll(async () => {
  await loadReferenceData(db());
  policyId = (await db().supportPolicy.findFirstOrThrow({ where: { code: "nq-03-2024" } })).id;
});

const scene = (tx: Tx) => ({ tx, actor, now });
const key = () => `model:${++run}`;
const grounds = () => ({ key: key(), ground: "LIST" as const, subjectId: 1, document: "Thử" });

async function begin(count: number): Promise<World> {
  // Years that no other run has touched.
  worlds += 1;
  const first = 2018 + worlds * 2;
  const submittedAt = new Date(`${first}-03-01T09:00:00+07:00`);
  const claims = await createReadyDossiers(count, { amount: 0, submittedAt });
  const ids = [await yearFor(db(), policyId, first), await yearFor(db(), policyId, first + 1)] as [number, number];
  const nothing = { reserved: 0, committed: 0, sent: 0, paid: 0, settled: 0, returned: 0, waiting: 0 };
  return {
    ids,
    years: [
      { available: 0, paused: false },
      { available: 0, paused: false },
    ],
    ones: claims.map((claim) => ({ claim, state: "NEW", amount: 0, year: 0, ...nothing })),
  };
}

/** The queue as the rules say it: from the first on, as far as the money goes. */
function modelQueue({ years, ones }: World, at: 0 | 1) {
  const year = years[at];
  if (year.paused) return;
  let upto = 0;
  const fit: One[] = [];
  for (const one of ones.filter((each) => each.year === at && each.waiting > 0)) {
    upto += one.waiting;
    if (upto > year.available) break;
    fit.push(one);
  }
  for (const one of fit) {
    year.available -= one.waiting;
    one.reserved += one.waiting;
    one.waiting = 0;
  }
}

const claimUpdate = (tx: Tx, one: One, data: { amount?: number; state?: "IN_FLIGHT" | "RELEASED" | "GRANTED" }) =>
  tx.supportClaim.update({
    where: { id: one.claim.claimId },
    data: {
      ...(data.amount !== undefined && { amount: data.amount * unit }),
      ...(data.state && { state: data.state, endedAt: data.state === "RELEASED" ? now : null }),
    },
  });

let versions = 100;
async function align(tx: Tx, one: One) {
  await tx.subsidyDossier.update({ where: { id: one.claim.id }, data: { version: ++versions } });
  await alignReservation(scene(tx), one.claim.id);
}

function modelAlign(world: World, one: One) {
  const year = world.years[one.year];
  const target = one.state === "IN_FLIGHT" ? one.amount : 0;
  const surplus = Math.max(one.reserved - target, 0);
  year.available += surplus;
  one.reserved -= surplus;
  const before = one.waiting;
  const lacking = target - one.reserved;
  const ahead = world.ones.some(
    (other) => other.year === one.year && other.waiting > 0 && world.ones.indexOf(other) < world.ones.indexOf(one),
  );
  const covered = !ahead && !year.paused && lacking <= year.available;
  if (covered) {
    year.available -= lacking;
    one.reserved += lacking;
  }
  one.waiting = covered ? 0 : lacking;
  if (surplus > 0 || one.waiting < before) modelQueue(world, one.year);
}

type Step = { op: string; who: number; amount: number; at: 0 | 1 };

const proposal = (world: World, kind: BudgetProposal["kind"], step: Step) =>
  ({
    ...{ id: ++run, kind, budgetYearId: world.ids[step.at], document: "Thử", note: null },
    toYearId: kind === "TRANSFER" || kind === "CARRY_OVER" ? world.ids[1] : null,
    amount: kind === "CARRY_OVER" ? null : BigInt(step.amount * unit),
  }) as BudgetProposal;

const propose = (world: World, kind: BudgetProposal["kind"], step: Step) =>
  db().$transaction((tx) => applyProposal(scene(tx), proposal(world, kind, step)));

/** A move of one claim between two accounts; false: the database refused it. */
async function move(world: World, one: One, kind: string, from: string, to: string, amount: number): Promise<boolean> {
  return db()
    .$transaction(async (tx) => {
      await lockBudgets(tx, [policyId]);
      const rows = Prisma.sql`select ${world.ids[one.year]}::int, ${kind}::text, ${from}::text, ${to}::text, ${BigInt(amount * unit)}::bigint,
        ${one.claim.claimId}::int, ${one.claim.id}::int`;
      await post(tx, { ...grounds(), actor, now }, rows);
    })
    .then(
      () => true,
      () => false,
    );
}

/** What a step does in the model and in the database; each says whether it was allowed. */
async function take(world: World, step: Step): Promise<[model: boolean, database: boolean]> {
  const one = world.ones[step.who % world.ones.length] as One;
  const year = world.years[step.at];
  const { amount } = step;
  const inTx = (work: (tx: Tx) => Promise<unknown>) =>
    db()
      .$transaction(work)
      .then(() => true);
  const shift = async (kind: string, from: string, to: string, take: keyof One, give: keyof One) => {
    const allowed = one[take] as number;
    const fits = amount <= allowed && !(kind === "SEND" && world.years[one.year].paused);
    const done = await move(world, one, kind, from, to, amount);
    if (fits) {
      (one[take] as number) -= amount;
      (one[give] as number) += amount;
    }
    return [fits, done] as [boolean, boolean];
  };
  switch (step.op) {
    case "allocate":
      year.available += amount;
      modelQueue(world, step.at);
      return [true, (await propose(world, "ALLOCATE", step)).ok];
    case "reduce": {
      const fits = amount <= year.available;
      if (fits) year.available -= amount;
      return [fits, (await propose(world, "REDUCE", step)).ok];
    }
    case "transfer": {
      const fits = amount <= world.years[0].available;
      if (fits) {
        world.years[0].available -= amount;
        world.years[1].available += amount;
        modelQueue(world, 0);
        modelQueue(world, 1);
      }
      return [fits, (await propose(world, "TRANSFER", { ...step, at: 0 })).ok];
    }
    case "carry": {
      const done = await propose(world, "CARRY_OVER", { ...step, at: 0 });
      for (const each of world.ones.filter((other) => other.year === 0)) {
        const open = each.state === "IN_FLIGHT";
        // A commitment goes too; what of it was sent or paid stays in its year, and so does the model's year of it.
        if (open || each.waiting > 0) each.year = 1;
      }
      modelQueue(world, 0);
      modelQueue(world, 1);
      return [true, done.ok];
    }
    case "ask": {
      if (one.state === "GRANTED" || one.state === "RELEASED") return [true, true];
      one.state = "IN_FLIGHT";
      one.amount = amount;
      modelAlign(world, one);
      return [
        true,
        await inTx(async (tx) => {
          await claimUpdate(tx, one, { amount });
          await align(tx, one);
        }),
      ];
    }
    case "withdraw": {
      if (one.state !== "IN_FLIGHT") return [true, true];
      one.state = "RELEASED";
      modelAlign(world, one);
      return [
        true,
        await inTx(async (tx) => {
          await claimUpdate(tx, one, { state: "RELEASED" });
          await tx.subsidyDossier.update({ where: { id: one.claim.id }, data: { state: "WITHDRAWN" } });
          await align(tx, one);
        }),
      ];
    }
    case "grant": {
      if (one.state !== "IN_FLIGHT") return [true, true];
      const of = world.years[one.year];
      const lacking = one.amount - one.reserved;
      const fits = !of.paused && lacking <= of.available;
      if (fits) {
        const waited = one.waiting > 0;
        of.available -= lacking;
        Object.assign(one, { state: "GRANTED", reserved: 0, committed: one.amount, waiting: 0 });
        if (waited || of.available > 0) modelQueue(world, one.year);
      }
      const done = await db()
        .$transaction(async (tx) => {
          await claimUpdate(tx, one, { state: "GRANTED" });
          await tx.$executeRaw`update "SubsidyDossier" set state = 'APPROVED', "decidedAt" = ${now} where id = ${one.claim.id}`;
          const result = await commitGranted(scene(tx), [one.claim.id], grounds());
          if (!result.ok) throw new Error(result.code);
          return true;
        })
        .catch((error: Error) => {
          if (!/^(over_allocation|budget_paused)$/.test(error.message)) throw error;
          return false;
        });
      return [fits, done];
    }
    case "lessen": {
      if (one.state !== "GRANTED" || amount >= one.amount) return [true, true];
      one.amount = amount;
      const gone = one.sent + one.paid + one.settled + one.returned;
      const freed = Math.max(one.committed - Math.max(amount - gone, 0), 0);
      one.committed -= freed;
      world.years[one.year].available += freed;
      if (freed > 0) {
        modelQueue(world, 0);
        modelQueue(world, 1);
      }
      return [
        true,
        await inTx(async (tx) => {
          await claimUpdate(tx, one, { amount });
          await alignCommitments(scene(tx), one.claim.id, grounds());
        }),
      ];
    }
    case "pause":
    case "resume": {
      const paused = step.op === "pause";
      year.paused = paused;
      if (!paused) modelQueue(world, step.at);
      return [
        true,
        await inTx(async (tx) => {
          await lockBudgets(tx, [policyId]);
          await tx.budgetYear.update({
            where: { id: world.ids[step.at] },
            data: { paused, pauseReason: paused ? "Thử" : null, pausedAt: paused ? now : null },
          });
          if (!paused) await reserveQueue(scene(tx), [world.ids[step.at]], { key: key(), document: "Thử" });
        }),
      ];
    }
    case "send":
      return shift("SEND", "COMMITTED", "SENT", "committed", "sent");
    case "pay":
      return shift("PAY", "SENT", "PAID", "sent", "paid");
    case "settle":
      return shift("SETTLE", "PAID", "SETTLED", "paid", "settled");
    default: {
      return shift("CLAW_BACK", "PAID", "RETURNED", "paid", "returned");
    }
  }
}

/** The books of the database: balances, entries and claims agree with each other and with the model. */
async function compare(world: World) {
  for (const at of [0, 1] as const) {
    const id = world.ids[at];
    const year = await db().budgetYear.findUniqueOrThrow({ where: { id } });
    expect(Number(year.available) / unit).toBe(world.years[at].available);
  }
  await balanced(world.ids);
  for (const one of world.ones) {
    const rows = await db().claimMoney.findMany({ where: { claimId: one.claim.claimId } });
    for (const column of ["reserved", "committed", "sent", "paid", "settled", "returned"] as const)
      expect(rows.reduce((sum, row) => sum + Number(row[column]), 0) / unit, column).toBe(one[column]);
    const funding = await db().dossierFunding.findUnique({ where: { dossierId: one.claim.id } });
    expect(Number(funding?.waiting ?? 0) / unit).toBe(one.waiting);
  }
}

/** Balances are the sums of the entries, and nothing is below zero; told by the entries alone. */
async function balanced(ids: readonly number[]) {
  const wrong = await db().$queryRaw<object[]>`
    with side as (
      select "budgetYearId" as year, "toAccount" as account, amount from "LedgerEntry"
      union all select "budgetYearId", "fromAccount", -amount from "LedgerEntry"),
    sums as (select year, account, sum(amount) as amount from side group by 1, 2),
    kept as (
      select y.id as year, a.account::"LedgerAccount", a.amount from "BudgetYear" y cross join lateral (values
        ('SOURCE', y.source), ('CARRIED_IN', y."carriedIn"), ('AVAILABLE', y.available), ('RESERVED', y.reserved), ('COMMITTED', y.committed),
        ('SENT', y.sent), ('PAID', y.paid), ('SETTLED', y.settled), ('RETURNED', y.returned), ('CARRIED_OUT', y."carriedOut")) a(account, amount))
    select k.* from kept k left join sums s using (year, account)
    where k.year = any(${[...ids]}) and (k.amount <> coalesce(s.amount, 0)
      or (k.amount < 0 and k.account not in ('SOURCE', 'CARRIED_IN')))`;
  expect(wrong).toEqual([]);
  const claims = await db().$queryRaw<object[]>`
    select y.id, y.reserved, sum(m.reserved) from "BudgetYear" y left join "ClaimMoney" m on m."budgetYearId" = y.id
    where y.id = any(${[...ids]}) group by y.id
    having (y.reserved, y.committed, y.sent, y.paid, y.settled) is distinct from (coalesce(sum(m.reserved), 0), coalesce(sum(m.committed), 0),
      coalesce(sum(m.sent), 0), coalesce(sum(m.paid), 0), coalesce(sum(m.settled), 0))`;
  expect(claims).toEqual([]);
}

const ops = [
  "allocate",
  "reduce",
  "transfer",
  "ask",
  "ask",
  "withdraw",
  "grant",
  "grant",
  "lessen",
  "send",
  "pay",
  "settle",
  "claw",
  "pause",
  "resume",
];
const step = (names: readonly string[]): fc.Arbitrary<Step> =>
  fc.record({
    op: fc.constantFrom(...names),
    who: fc.nat(4),
    amount: fc.integer({ min: 1, max: 9 }),
    at: fc.constantFrom(0, 1) as fc.Arbitrary<0 | 1>,
  });

test("any order of moves keeps the books of the model, and what the model refuses the database refuses", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step(ops), { minLength: 12, maxLength: 30 }), async (steps) => {
      const world = await begin(5);
      for (const one of steps) {
        const [model, database] = await take(world, one);
        expect(database, JSON.stringify(one)).toBe(model);
        await compare(world);
      }
    }),
    { numRuns: 12, endOnFailure: true },
  );
});

test("the same by several actors at once: nobody waits in a circle, nothing is overspent, the books are balanced", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step([...ops, "carry"]), { minLength: 30, maxLength: 50 }), async (steps) => {
      const world = await begin(5);
      await propose(world, "ALLOCATE", { op: "allocate", who: 0, amount: 12, at: 0 });
      for (let at = 0; at < steps.length; at += 6) {
        // The model is of one actor: here it only says what to try.
        const results = await Promise.allSettled(steps.slice(at, at + 6).map((one) => take(world, one)));
        const bad = results.flatMap((one) => (one.status === "rejected" ? [String(one.reason)] : []));
        expect(bad.filter((message) => /deadlock|40P01/i.test(message))).toEqual([]);
        await balanced(world.ids);
      }
    }),
    { numRuns: 6, endOnFailure: true },
  );
});
