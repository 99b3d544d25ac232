import { db } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { type BatchSummary, summaryColumns, summaryOf, summarySums } from "./batch-queries";

/** What anybody may see: published, closed, and withdrawn after publication (with its note). */
const published = Prisma.sql`b."publishedAt" is not null and b.status in ('PUBLISHED', 'CLOSED', 'WITHDRAWN')`;

type Row = Parameters<typeof summaryOf>[0];

/** Published batches, newest first. `total` counts all pages. */
export async function publicBatches(options: { page: number; size: number }): Promise<{
  items: BatchSummary[];
  total: number;
}> {
  const [rows, counted] = await Promise.all([
    db().$queryRaw<Row[]>`
      select ${summaryColumns} from "VacancyBatch" b ${summarySums} where ${published}
      order by b.year desc, b.no desc limit ${options.size} offset ${(options.page - 1) * options.size}`,
    db().$queryRaw<{ total: number }[]>`select count(*)::int as total from "VacancyBatch" b where ${published}`,
  ]);
  return { items: rows.map(summaryOf), total: counted[0]?.total ?? 0 };
}

/** The batch behind `/dot-tuyen-dung/{year}/{no}`; null when it does not exist for the public. */
export async function publicBatch(year: number, no: number): Promise<BatchSummary | null> {
  const rows = await db().$queryRaw<Row[]>`
    select ${summaryColumns} from "VacancyBatch" b ${summarySums} where ${published} and b.year = ${year} and b.no = ${no}`;
  return rows[0] ? summaryOf(rows[0]) : null;
}

/** The batch of the home page: the newest that still counts; null before the first. */
export async function latestPublishedBatch(): Promise<BatchSummary | null> {
  const rows = await db().$queryRaw<Row[]>`
    select ${summaryColumns} from "VacancyBatch" b ${summarySums}
    where b.id = (select id from "VacancyBatch" where status in ('PUBLISHED', 'CLOSED') order by year desc, no desc limit 1)`;
  return rows[0] ? summaryOf(rows[0]) : null;
}
