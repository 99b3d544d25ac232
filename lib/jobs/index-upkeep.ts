import { log } from "@/lib/config/log";
import { db } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";

/** A page holds a hundred entries of days and numbers and more; fewer than these, and most of its room is of entries that are gone. */
const fewEntries = 20;

/**
 * Makes indexes of what is open or waiting (partial ones) anew where nearly all of their entries are gone, as after the reports
 * of past years were taken over at once: they keep their room, and by their size PostgreSQL takes reading the whole table for
 * cheaper. Beside reading and writing, one after the other; safe to repeat, also after it was killed half-way.
 *
 * @param fromPages indexes smaller than this (pages of 8 kB) are left alone
 * @returns names of the indexes that were made anew
 */
export async function slimIndexes(fromPages = 1_000): Promise<string[]> {
  const ours = Prisma.sql`from pg_index i join pg_class c on c.oid = i.indexrelid join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public'`;
  // What a run that was killed has left behind.
  const halves = await db().$queryRaw<{ name: string }[]>`
    select format('%I.%I', n.nspname, c.relname) as name ${ours} and not i.indisvalid and c.relname ~ '_cc(new|old)[0-9]*$'`;
  for (const { name } of halves) await db().$executeRawUnsafe(`drop index concurrently if exists ${name}`);
  const large = await db().$queryRaw<{ name: string }[]>`
    select format('%I.%I', n.nspname, c.relname) as name ${ours} and i.indpred is not null and i.indisvalid
      and c.relam = (select oid from pg_am where amname = 'btree')
      and c.relpages >= ${fromPages} and c.reltuples >= 0 and c.reltuples < c.relpages * ${fewEntries} order by 1`;
  for (const { name } of large) {
    // No parameter can name an index; format('%I') has quoted it.
    await db().$executeRawUnsafe(`reindex index concurrently ${name}`);
    log().info({ index: name }, "index made anew");
  }
  return large.map(({ name }) => name);
}
