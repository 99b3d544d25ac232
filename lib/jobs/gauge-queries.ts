import { db } from "@/lib/db/client";

type Count = { name: string; state: string; count: number };

async function jobCounts(): Promise<Count[]> {
  const [queue] = await db().$queryRaw<{ there: boolean }[]>`select to_regclass('pgboss.job') is not null as there`;
  // The queue's tables are made by the first worker.
  if (!queue?.there) return [];
  return db().$queryRaw<Count[]>`
    select name, state::text, count(*)::int as count from pgboss.job
    where state < 'completed' or state = 'failed' group by name, state order by name, state`;
}

type Work = { waiting: number; oldest: number; backup: number | null; archived: number | null };

/**
 * How the work behind the pages stands, for monitoring: jobs by queue and state (failed ones for a week), what waits in
 * the outbox and for how many seconds the oldest has been due, mails by state, connections of this database by state, and
 * the age in seconds of the last backup and of the last archived piece of PostgreSQL's log (null: none was taken).
 */
export async function workGauges(now: Date) {
  const [jobs, mails, connections, [work]] = await Promise.all([
    jobCounts(),
    db().$queryRaw<{ state: string; count: number }[]>`
      select status::text as state, count(*)::int as count from "Mail"
      where status in ('QUEUED', 'SENDING', 'FAILED') group by status`,
    db().$queryRaw<{ state: string; count: number }[]>`
      select coalesce(state, 'other') as state, count(*)::int as count from pg_stat_activity
      where datname = current_database() group by 1`,
    db().$queryRaw<Work[]>`
      select count(*)::int as waiting, coalesce(extract(epoch from ${now} - min("notBefore")), 0)::float8 as oldest,
        (select extract(epoch from ${now} - max(at))::float8 from "AuditEntry" where command = 'database.backUp') as backup,
        (select extract(epoch from ${now} - last_archived_time)::float8 from pg_stat_archiver) as archived
      from "OutboxMessage" where "dispatchedAt" is null and "notBefore" <= ${now}`,
  ]);
  return { jobs, mails, connections, work: work ?? { waiting: 0, oldest: 0, backup: null, archived: null } };
}
