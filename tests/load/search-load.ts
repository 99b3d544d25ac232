import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { PrismaClient } from "@/lib/db/generated/client";
import { searchVacancies } from "@/lib/vacancies/search-queries";
import { type Figure, median, quantile, spread } from "./figures";
import { mixedQueries } from "./search-queries";

/** Where lib/db/client.ts keeps the process's client: measuring puts one after the other there. */
const held = globalThis as typeof globalThis & { hezaDatabase?: PrismaClient };

export type Recorded = Parameters<pg.Pool["query"]>;

/** A client of one database whose statements can be listened to. */
export function clientOf(url: string, heard?: (statement: unknown[]) => void): PrismaClient {
  const pool = new pg.Pool({ connectionString: url, max: 10 });
  if (heard) {
    const query = pool.query.bind(pool) as (...given: unknown[]) => unknown;
    Object.assign(pool, {
      query: (...given: unknown[]) => {
        heard(given);
        return query(...given);
      },
    });
  }
  return new PrismaClient({ adapter: new PrismaPg(pool, { disposeExternalPool: true }) });
}

/** Runs work as if `client` were the process's database. */
export async function on<T>(client: PrismaClient, work: () => Promise<T>): Promise<T> {
  held.hezaDatabase = client;
  return work();
}

/**
 * The real search over the mixed set on two databases, in turns, one request at a time. Ratios of the medians and of the
 * 95th percentiles; the slowest question is told by name.
 */
export async function compareSearch(
  small: string,
  large: string,
  options: { label: string; rounds: number },
): Promise<Figure[]> {
  const clients = [clientOf(small), clientOf(large)] as const;
  const took = clients.map(() => mixedQueries.map((): number[] => []));
  try {
    for (let round = -2; round < options.rounds; round++)
      // Who comes first changes each round, so that neither always finds the other's caches.
      for (const [at, query] of mixedQueries.entries())
        for (const which of round % 2 === 0 ? [0, 1] : [1, 0]) {
          const client = clients[which === 0 ? 0 : 1];
          const since = performance.now();
          await on(client, () => searchVacancies(query, new Date()));
          if (round >= 0) took[which]?.[at]?.push(performance.now() - since);
        }
  } finally {
    for (const client of clients) await client.$disconnect();
  }
  const [a = [], b = []] = took;
  const [allA, allB] = [a.flat(), b.flat()];
  const each = mixedQueries.map((query, at) => ({ query, ratio: median(b[at] ?? []) / median(a[at] ?? []) }));
  const worst = each.sort((one, other) => other.ratio - one.ratio)[0];
  const ms = (values: number[], share: number) => `${quantile(values, share).toFixed(1)} ms`;
  return [
    {
      name: `search ${options.label}, median`,
      value: median(allB) / median(allA),
      unit: "×",
      most: 3,
      detail: `${ms(allB, 0.5)} : ${ms(allA, 0.5)}; questions ${spread(each.map(({ ratio }) => ratio))}`,
    },
    {
      name: `search ${options.label}, 95th percentile`,
      value: quantile(allB, 0.95) / quantile(allA, 0.95),
      unit: "×",
      most: 3,
      detail: `${ms(allB, 0.95)} : ${ms(allA, 0.95)}`,
    },
    {
      name: `search ${options.label}, slowest question`,
      value: worst?.ratio ?? Number.NaN,
      unit: "×",
      detail: JSON.stringify(
        Object.fromEntries(
          Object.entries(worst?.query ?? {}).filter(
            ([name, value]) => !["", null, "relevance", 1].includes(value as string) && name && String(value) !== "",
          ),
        ),
      ),
    },
  ];
}
