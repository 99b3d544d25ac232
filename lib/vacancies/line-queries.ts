import { type Day, dayOf } from "@/lib/core/day";
import { db, type Tx } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { vietnameseOrder } from "@/lib/db/order";
import type { PaperLine } from "./batch-changes";
import { type BatchSummary, batchLines, batchTotals, provisionalTotals, publishable } from "./batch-queries";
import { contentFields } from "./schema";
import type { BatchTotals } from "./totals";

/** `'titleVi', t."titleVi", …`: names of our own schema, never what somebody typed. */
const contentPairs = Prisma.raw(contentFields.map((field) => `'${field}', t."${field}"`).join(", "));

const position = Prisma.sql`
  row_number() over (partition by t."batchId" order by p."nameVi", en."nameVi", t."titleVi" ${vietnameseOrder}, t.id)`;

const content = Prisma.sql`
  jsonb_build_object(${contentPairs}) || jsonb_build_object(
    'id', t.id, 'slug', t.slug, 'verifyCode', t."verifyCode", 'versionNo', t."submissionNo",
    'enterprise', jsonb_build_object('id', en.id, 'slug', en.slug, 'nameVi', en."nameVi", 'nameEn', en."nameEn",
      'investorCountry', en."investorCountry"),
    'park', jsonb_build_object('id', p.id, 'code', p.code, 'slug', p.slug, 'nameVi', p."nameVi", 'nameEn', p."nameEn",
      'shortNameVi', p."shortNameVi", 'shortNameEn', p."shortNameEn"),
    'occupation', case when o.id is not null then
      jsonb_build_object('id', o.id, 'code', o.code, 'nameVi', o."nameVi", 'nameEn', o."nameEn") end)`;

/**
 * The statement that writes published vacancies down as lines of their batches. `published` is a table of rows of Vacancy;
 * lines stand in a stable order: park, enterprise, title.
 */
export const frozenLines = (published: Prisma.Sql): Prisma.Sql => Prisma.sql`
  insert into "BatchEntry" ("batchId", "vacancyId", "position", "enterpriseId", "parkId", "positionGroup", "headcount",
    "unskilled", "elementary", "intermediate", "college", "university", "postgraduate", "content")
  select t."batchId", t.id, ${position}, t."enterpriseId", t."parkId", t."positionGroup", t.headcount,
    t.unskilled, t.elementary, t.intermediate, t.college, t.university, t.postgraduate, ${content}
  from ${published} t join "Enterprise" en on en.id = t."enterpriseId" join "IndustrialPark" p on p.id = t."parkId"
  left join "Occupation" o on o.id = t."occupationId"`;

/** The lines that a publication on that day would write down, in the same order and form as `frozenLines`. */
function provisionalLines(batchId: number, today: Day, tx: Pick<Tx, "$queryRaw">): Promise<PaperLine[]> {
  return tx.$queryRaw<PaperLine[]>`
    select (${position})::int as position, ${content} as content
    from (select v.* from "Vacancy" v join "Enterprise" en on en.id = v."enterpriseId"
      where v."batchId" = ${batchId} and ${publishable(today)}) t
    join "Enterprise" en on en.id = t."enterpriseId" join "IndustrialPark" p on p.id = t."parkId"
    left join "Occupation" o on o.id = t."occupationId"
    order by position`;
}

/** Lines of one batch are written by the thousand at most: they are read whole. */
const most = 100_000;

/**
 * All lines and the totals of a batch from one moment: as published, or, before, what a publication at this instant would
 * say.
 */
export function wholeBatch(
  batch: Pick<BatchSummary, "id" | "publishedAt">,
  now: Date,
): Promise<{ lines: PaperLine[]; totals: BatchTotals }> {
  return db().$transaction(
    async (tx) => {
      if (batch.publishedAt)
        return { lines: await batchLines(batch.id, { limit: most }, tx), totals: await batchTotals(batch.id, tx) };
      const today = dayOf(now);
      return {
        lines: await provisionalLines(batch.id, today, tx),
        totals: await provisionalTotals(batch.id, today, tx),
      };
    },
    { isolationLevel: "RepeatableRead" },
  );
}
