import { entryQuery, writePlace } from "@/lib/budget/entry-list";
import { entryPage } from "@/lib/budget/entry-queries";
import { budgetYear, budgetYears, dossierMoney, moneyPage, proposals } from "@/lib/budget/year-queries";
import type { PrismaClient } from "@/lib/db/generated/client";
import { migrate } from "@/lib/runtime/migrate";
import type { Postgres } from "@/lib/runtime/postgres";
import { recreateDatabase } from "@/lib/runtime/seeding";
import { plansOf } from "../support/plans";
import { dropDatabase } from "./databases";
import type { Figure } from "./figures";
import { clientOf, on } from "./search-load";
import { makeYear } from "./settlement-data";
import { asked, growth, inTurns, type Works } from "./turns";

/** Of a year that `makeYear` made. */
const yearId = 1;

/** What the pages of a year's ledger ask, and the walk from a balance to its persons. */
async function ledgerWorks(people: number): Promise<Works> {
  const read = (query: object, limit?: number) => entryPage(yearId, entryQuery.parse(query), limit);
  /** In the midst of the year's entries. */
  const middle = writePlace({ value: BigInt(Date.parse("2025-06-15T00:00:00Z")), id: BigInt(people * 2) });
  const amid = writePlace({ value: 6_000_000n, id: BigInt(people * 2) });
  const queries: Record<string, object> = {
    ...{ "first page": {}, "page in the middle": { cursor: middle }, "last page": { dir: "asc" } },
    ...{ "by amount": { sort: "amount" }, "by amount, in the middle": { sort: "amount", cursor: amid } },
    ...{ "of a kind": { kind: "COMMIT" }, "of a kind, in the middle": { kind: "SEND", cursor: middle } },
    ...{ "of a rare kind": { kind: "CLAW_BACK" }, "of a kind that is not there": { kind: "UNSETTLE" } },
    ...{
      "of a kind, by amount": { kind: "PAY", sort: "amount" },
      "of a rare kind, by amount": { kind: "CLAW_BACK", sort: "amount" },
      "of a dossier": { q: "2025-7" },
    },
    ...{
      "of a day": { from: "2025-06-01", to: "2025-06-01" },
      "of a kind and a day": { kind: "SEND", to: "2025-05-20" },
    },
    ...{ "of a day, by amount": { from: "2025-06-01", to: "2025-06-01", sort: "amount" } },
  };
  return {
    ...Object.fromEntries(Object.entries(queries).map(([name, query]) => [`entries, ${name}`, () => read(query)])),
    "entries, a lot of an export": () => read({ cursor: middle }, 500),
    "totals of all years": budgetYears,
    "totals of a year, its proposals": () => Promise.all([budgetYear(yearId), proposals({ yearId })]),
    "persons behind what is paid": () => moneyPage(yearId, { account: "PAID", after: 0 }),
    "persons behind what is paid, in the middle": () => moneyPage(yearId, { account: "PAID", after: people / 2 }),
    "persons behind what came back": () => moneyPage(yearId, { account: "RETURNED", after: 0 }),
    "money of a dossier": () => dossierMoney(7, 2025),
  };
}

const listed = (question: string) => question.startsWith("entries");
/** What puts the entries of a stretch of time in another order reads all of them. */
const sorts = (question: string) => question === "entries, of a day, by amount";

type Side = { name: string; url: string; people: number; client: PrismaClient };

async function prepare(postgres: Postgres, people: number): Promise<Side> {
  const name = `ledger_bench_${people}`;
  const url = postgres.url(name);
  await recreateDatabase(url);
  await migrate(url);
  await makeYear(url, people);
  return { name, url, people, client: clientOf(url) };
}

/** Pages of the ledger at a million entries and at ten thousand, in turns; and that none of them reads a table from end to end. */
export async function measureLedger(postgres: Postgres, quick: boolean, rounds: number): Promise<Figure[]> {
  const sides: Side[] = [];
  try {
    for (const people of quick ? [300, 2_500] : [2_500, 250_000]) sides.push(await prepare(postgres, people));
    const [few, many] = sides;
    if (!few || !many) throw new Error("nothing was made");
    const works = async (side: Side) => asked(side, await ledgerWorks(side.people));
    const times = await inTurns(await works(few), await works(many), rounds);
    const entries = await on(many.client, () => many.client.ledgerEntry.count());
    const grown = `${Math.round(many.people / few.people)} times the entries`;
    return [
      growth(
        `ledger, pages of ${entries} entries, ${grown}`,
        3,
        times,
        (question) => listed(question) && !sorts(question),
      ),
      growth(`ledger, totals and persons, ${grown}`, 3, times, (question) => !listed(question)),
      growth(`ledger, a day's entries sorted, ${grown}`, many.people / few.people, times, sorts),
      await plansFigure(many, entries),
    ];
  } finally {
    for (const { client, name } of sides) {
      await client.$disconnect();
      await dropDatabase(postgres.url(), name);
    }
  }
}

async function plansFigure({ url, people }: Side, entries: number): Promise<Figure> {
  const nodes = await plansOf(url, async () => {
    for (const work of Object.values(await ledgerWorks(people))) await work();
  });
  const kinds = new Map<string, number>();
  // Acts are fewer than entries by hundreds, years a handful: those may be read whole.
  const long = / (LedgerEntry|ClaimMoney|SupportClaim|SubsidyDossier|DossierPerson|RosterEntry)\b/;
  for (const node of nodes) if (/Scan/.test(node) && long.test(node)) kinds.set(node, (kinds.get(node) ?? 0) + 1);
  const whole = [...kinds].filter(([node]) => node.startsWith("Seq Scan"));
  return {
    ...{ name: `ledger of ${entries} entries, tables read from end to end`, unit: "", most: 0 },
    value: whole.reduce((sum, [, count]) => sum + count, 0),
    detail: [...kinds]
      .sort((a, b) => b[1] - a[1])
      .map(([node, count]) => `${count} ${node}`)
      .join(", "),
  };
}
