import { gzipSync } from "node:zlib";
import pg from "pg";
import { href, type Locale, locales } from "@/lib/i18n/paths";
import type { Figure } from "./figures";

export interface PublicPage {
  name: string;
  path: string;
}

/** Each public page of the contract in a language, with real rows of that database. */
export async function publicPages(databaseUrl: string, locale: Locale): Promise<PublicPage[]> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const one = async (sql: string) => {
    const { rows } = await client.query<Record<string, string>>(sql);
    if (!rows[0]) throw new Error(`nothing there: ${sql}`);
    return rows[0];
  };
  try {
    const job = await one(`select v.id, v.slug, v."verifyCode", e.slug as enterprise, p.slug as park
      from "Vacancy" v join "Enterprise" e on e.id = v."enterpriseId" join "IndustrialPark" p on p.id = v."parkId"
      where v.status = 'PUBLISHED' and v.deadline > now() + interval '2 days' order by v.id limit 1`);
    const batch = await one(`select b.year, b.no from "VacancyBatch" b
      where b.status in ('PUBLISHED', 'CLOSED') order by b.year = 2024 and b.no = 2 desc limit 1`);
    const at = (name: string, ...address: Parameters<typeof href> extends [Locale, ...infer Rest] ? Rest : never) => ({
      name: `${name} ${locale}`,
      path: href(locale, ...address),
    });
    return [
      at("home", "home"),
      at("search", "jobs"),
      at("job", "jobs", `${job.slug}-${job.id}`),
      at("batches", "batches"),
      at("batch", "batches", batch.year ?? "", batch.no ?? ""),
      at("enterprises", "enterprises"),
      at("enterprise", "enterprises", job.enterprise ?? ""),
      at("parks", "parks"),
      at("park", "parks", job.park ?? ""),
      at("verify", "verify"),
      at("verified listing", "verify", job.verifyCode ?? ""),
    ];
  } finally {
    await client.end();
  }
}

/** Addresses of every script that a page loads or names for later; those for browsers without modules are not loaded. */
export function scriptsOf(html: string): string[] {
  const modern = html.replace(/<script[^>]*\snomodule[^>]*>/gi, "");
  const loaded = [...modern.matchAll(/<script[^>]*\ssrc="([^"?]+)/g)].map(([, path]) => path ?? "");
  const named = [...modern.matchAll(/static\/[\w./~-]+\.js(?=["'\\?])/g)].map(([path]) => `/_next/${path}`);
  return [...new Set([...loaded, ...named])];
}

/** JavaScript of each public page in both languages, gzip: the heaviest is the figure. */
export async function scriptWeights(portalUrl: string, databaseUrl: string): Promise<Figure> {
  const weighed = new Map<string, number>();
  const weight = async (path: string): Promise<number> => {
    const known = weighed.get(path);
    if (known !== undefined) return known;
    const answer = await fetch(portalUrl + path);
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
    const bytes = gzipSync(Buffer.from(await answer.arrayBuffer())).length;
    weighed.set(path, bytes);
    return bytes;
  };
  const pages: { name: string; bytes: number }[] = [];
  for (const locale of locales)
    for (const { name, path } of await publicPages(databaseUrl, locale)) {
      const answer = await fetch(portalUrl + path);
      if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
      const weights = await Promise.all(scriptsOf(await answer.text()).map(weight));
      pages.push({ name, bytes: weights.reduce((sum, bytes) => sum + bytes, 0) });
    }
  pages.sort((a, b) => b.bytes - a.bytes);
  return {
    name: `JavaScript of ${pages.length} public pages, gzip, the heaviest`,
    value: (pages[0]?.bytes ?? Number.NaN) / 1_000,
    unit: "kB",
    most: 150,
    detail: pages.map(({ name, bytes }) => `${name} ${(bytes / 1_000).toFixed(1)}`).join(", "),
  };
}
