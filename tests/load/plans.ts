import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { z } from "zod";
import { PrismaClient } from "@/lib/db/generated/client";
import { searchVacancies } from "@/lib/vacancies/search-queries";
import type { Figure } from "./figures";
import { on } from "./search-load";
import { mixedQueries } from "./search-queries";

const node: z.ZodType<Plan> = z.lazy(() =>
  z.object({ "Node Type": z.string(), "Relation Name": z.string().optional(), Plans: z.array(node).optional() }),
);
interface Plan {
  "Node Type": string;
  "Relation Name"?: string | undefined;
  Plans?: Plan[] | undefined;
}

const flat = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(flat)];

/**
 * Every plan that the server ran for the mixed questions, also inside functions (auto_explain tells them to the client).
 * A vacancy table that is read from end to end breaks the budget of none.
 */
export async function searchPlans(url: string, label: string): Promise<Figure> {
  const kinds = new Map<string, number>();
  const heard = (message: string | undefined) => {
    const json = message?.slice(message.indexOf("{"));
    if (!json?.startsWith("{")) return;
    const { Plan: plan } = z.object({ Plan: node }).parse(JSON.parse(json));
    for (const { "Node Type": type, "Relation Name": relation } of flat(plan)) {
      const name = relation ? `${type} ${relation}` : type;
      kinds.set(name, (kinds.get(name) ?? 0) + 1);
    }
  };
  const pool = new pg.Pool({ connectionString: url, max: 1 });
  pool.on("connect", (client) => client.on("notice", (notice) => heard(notice.message)));
  const settings = [
    "load 'auto_explain'",
    "set auto_explain.log_min_duration = 0",
    "set auto_explain.log_analyze = on",
    "set auto_explain.log_timing = off",
    "set auto_explain.log_nested_statements = on",
    "set auto_explain.log_format = json",
    "set auto_explain.log_level = notice",
  ];
  for (const setting of settings) await pool.query(setting);
  const client = new PrismaClient({ adapter: new PrismaPg(pool, { disposeExternalPool: true }) });
  try {
    for (const query of mixedQueries) await on(client, () => searchVacancies(query, new Date()));
  } finally {
    await client.$disconnect();
  }
  if (kinds.size === 0) throw new Error("the server told no plan: is auto_explain there?");
  const scans = [...kinds].filter(([name]) => /Scan (on )?.*(Vacancy|SearchTerm)|Index Scan/.test(name));
  const whole = scans.filter(([name]) => /^Seq Scan (Vacancy|VacancySearch)$/.test(name));
  return {
    name: `search ${label}, tables read from end to end`,
    value: whole.reduce((sum, [, count]) => sum + count, 0),
    unit: "",
    most: 0,
    detail: scans
      .sort((a, b) => b[1] - a[1])
      .map(([name, count]) => `${count} ${name}`)
      .join(", "),
  };
}
