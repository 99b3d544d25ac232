import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { z } from "zod";
import { PrismaClient } from "@/lib/db/generated/client";

const node: z.ZodType<Plan> = z.lazy(() =>
  z.object({
    "Node Type": z.string(),
    "Relation Name": z.string().optional(),
    "Index Name": z.string().optional(),
    Plans: z.array(node).optional(),
  }),
);
interface Plan {
  "Node Type": string;
  "Relation Name"?: string | undefined;
  "Index Name"?: string | undefined;
  Plans?: Plan[] | undefined;
}

const flat = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(flat)];

/** Where lib/db/client.ts keeps the process's client. */
const held = globalThis as typeof globalThis & { hezaDatabase?: PrismaClient };

/**
 * How the server ran every statement of some work on the database of an address, also those inside functions (auto_explain
 * tells them to the client): a line for each node, as `Seq Scan SubsidyDossier` or `Index Only Scan SubsidyDossier
 * SubsidyDossier_queue`. The work finds the database by `db()`.
 */
export async function plansOf(url: string, work: () => Promise<unknown>): Promise<string[]> {
  const nodes: string[] = [];
  const heard = (message: string | undefined) => {
    const json = message?.slice(message.indexOf("{"));
    if (!json?.startsWith("{")) return;
    for (const one of flat(z.object({ Plan: node }).parse(JSON.parse(json)).Plan))
      nodes.push([one["Node Type"], one["Relation Name"], one["Index Name"]].filter(Boolean).join(" "));
  };
  const pool = new pg.Pool({ connectionString: url, max: 1 });
  pool.on("connect", (client) => client.on("notice", (notice) => heard(notice.message)));
  for (const setting of [
    "load 'auto_explain'",
    "set auto_explain.log_min_duration = 0",
    "set auto_explain.log_analyze = on",
    "set auto_explain.log_timing = off",
    "set auto_explain.log_nested_statements = on",
    "set auto_explain.log_format = json",
    "set auto_explain.log_level = notice",
  ])
    await pool.query(setting);
  const before = held.hezaDatabase;
  const client = new PrismaClient({ adapter: new PrismaPg(pool, { disposeExternalPool: true }) });
  held.hezaDatabase = client;
  try {
    await work();
  } finally {
    if (before) held.hezaDatabase = before;
    else delete held.hezaDatabase;
    await client.$disconnect();
  }
  if (nodes.length === 0) throw new Error("the server told no plan: is auto_explain there?");
  return nodes;
}
