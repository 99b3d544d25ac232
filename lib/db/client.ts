import { PrismaPg } from "@prisma/adapter-pg";
import { env } from "@/lib/config/env";
import { type Prisma, PrismaClient } from "./generated/client";
import { SteadyClient } from "./steady-client";

const held = globalThis as typeof globalThis & { hezaDatabase?: PrismaClient };

/** The database client of this process, made at first use (a build must not need a database). */
export function db(): PrismaClient {
  held.hezaDatabase ??= new PrismaClient({
    adapter: new PrismaPg({
      connectionString: env().DATABASE_URL,
      max: 10,
      idleTimeoutMillis: 30_000,
      Client: SteadyClient,
    }),
    transactionOptions: { maxWait: 10_000, timeout: 30_000 },
  });
  return held.hezaDatabase;
}

/** A transaction, or the client itself where a query needs none. */
export type Tx = Prisma.TransactionClient;

export type { Prisma } from "./generated/client";
