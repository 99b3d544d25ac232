import { z } from "zod";
import { dayOf } from "@/lib/core/day";
import { ok, refuse } from "@/lib/core/result";
import type { Tx } from "@/lib/db/client";
import { command } from "@/lib/db/command";
import { Prisma } from "@/lib/db/generated/client";
import { href, locales } from "@/lib/i18n/paths";
import { isSystem, staff } from "@/lib/identity/actor";
import { queueMail } from "@/lib/notifications/mail";
import { recordOnPortal } from "@/lib/papers/dissemination-commands";
import { moveBatch } from "./batch-commands";
import { batchForNeeds, batchTotals, publishable } from "./batch-queries";
import { batchName } from "./batch-rules";
import { seenBatch, withdrawnBatch } from "./batch-schema";
import { frozenLines } from "./line-queries";

/** Told to the worker at publication: `{ batchId }`. */
export const batchPublishedTopic = "batches.published";

/**
 * Freezes the approved needs of a batch as its lines and opens them to the public, set-based: the rows that one statement
 * publishes are the rows that it writes down.
 */
async function publishLines(tx: Tx, batchId: number, now: Date): Promise<number> {
  const today = dayOf(now);
  // Whoever says meanwhile that an enterprise has stopped waits here, and then finds its listings public and takes them back.
  await tx.$queryRaw`
    select 1 from "Enterprise" where id in (select "enterpriseId" from "Vacancy" where "batchId" = ${batchId} and status = 'APPROVED')
    order by id for share`;
  // One order of locking for all who take many rows (decideMany does the same): nobody waits in a circle.
  await tx.$queryRaw`select 1 from "Vacancy" where "batchId" = ${batchId} and status = 'APPROVED' order by id for update`;
  return tx.$executeRaw`
    with taken as (
      update "Vacancy" v set status = 'PUBLISHED', "publishedAt" = ${now}, "updatedAt" = ${now}, version = v.version + 1
      from "Enterprise" en
      where en.id = v."enterpriseId" and v."batchId" = ${batchId} and ${publishable(today)}
      returning v.*
    )
    ${frozenLines(Prisma.sql`taken`)}`;
}

/** What could not be published goes to the batch that collects next, or waits without one until it is made. */
async function passOn(tx: Tx, batchId: number, now: Date): Promise<{ count: number; next: number | null }> {
  const next = await batchForNeeds(tx, dayOf(now));
  const { count } = await tx.vacancy.updateMany({
    where: { batchId, status: { in: ["DRAFT", "SUBMITTED", "RETURNED", "APPROVED"] } },
    data: { batchId: next },
  });
  return { count, next };
}

/**
 * Publishes a batch: all or nothing, in one transaction. Needs that are not approved, past their deadline or of an
 * enterprise that has stopped are passed on to the next batch. Refuses `nothing_approved`.
 *
 * @returns the frozen totals (as `batchTotals` says them) and how many needs were passed on
 */
export const publishBatch = command({
  name: "batches.publish",
  input: seenBatch,
  may: staff("LABOUR_HEAD"),
  run: async (context) => {
    const { tx, actor, input, now, about, later, changed } = context;
    const publishedById = actor.kind === "person" ? actor.userId : null;
    const moved = await moveBatch(context, "publish", { publishedAt: now, publishedById });
    if (!moved.ok) return moved;
    if ((await publishLines(tx, input.id, now)) === 0) return refuse("nothing_approved");
    await recordOnPortal(tx, moved.value, publishedById, now);
    const passedOn = await passOn(tx, input.id, now);
    const { enterprises, vacancies, headcount } = await batchTotals(input.id, tx);
    const published = { enterprises, vacancies, headcount, passedOn: passedOn.count };
    about({ type: "batch", id: input.id }, published);
    changed("public", "batches", "vacancies");
    await later(batchPublishedTopic, { batchId: input.id });
    return ok(published);
  },
});

/**
 * Withdraws a batch with a note that everybody can read. Before publication its needs go on to the next batch; after it
 * the listings still open are withdrawn with the same note. Its lines and totals stay as they were published.
 */
export const withdrawBatch = command({
  name: "batches.withdraw",
  input: withdrawnBatch,
  may: staff("LABOUR_HEAD"),
  run: async (context) => {
    const { tx, input, now, about, changed } = context;
    const moved = await moveBatch(context, "withdraw", { withdrawnAt: now, withdrawalNote: input.note });
    if (!moved.ok) return moved;
    const listings = await tx.vacancy.updateMany({
      where: { batchId: input.id, status: "PUBLISHED" },
      data: { status: "WITHDRAWN", withdrawalNote: input.note, closedAt: now, version: { increment: 1 } },
    });
    const passedOn = await passOn(tx, input.id, now);
    about({ type: "batch", id: input.id }, { withdrawn: listings.count, passedOn: passedOn.count });
    if (moved.value.publishedAt) changed("public", "batches", "vacancies");
    return ok({ withdrawn: listings.count, passedOn: passedOn.count });
  },
});

type Listed = { userId: number; email: string; locale: string; enterprise: string; titles: string[] };

/**
 * Writes to the members of every enterprise in a published batch which of their listings are out. By the worker, after
 * the publication; done twice, it writes nothing twice.
 */
export const tellPublished = command({
  name: "batches.tellPublished",
  input: z.object({ batchId: z.number().int().positive() }),
  may: isSystem,
  run: async ({ tx, input, now, about }) => {
    const batch = await tx.vacancyBatch.findUnique({ where: { id: input.batchId } });
    if (!batch?.publishedAt) return refuse("not_found");
    const members = await tx.$queryRaw<Listed[]>(Prisma.sql`
      select u.id as "userId", u.email::text as email, u.locale, min(e.content->'enterprise'->>'nameVi') as enterprise,
        array_agg(e.content->>'titleVi' order by e.position) as titles
      from "BatchEntry" e join "Membership" m on m."organisationId" = e."enterpriseId"
      join "User" u on u.id = m."userId" and u."disabledAt" is null
      where e."batchId" = ${batch.id} group by u.id, e."enterpriseId" order by u.id`);
    let written = 0;
    for (const member of members) {
      const locale = locales.find((known) => known === member.locale) ?? "vi";
      const queued = await queueMail(tx, {
        to: member.email,
        locale,
        template: "listingsPublished",
        params: {
          batch: batchName(locale, batch),
          enterprise: member.enterprise,
          count: member.titles.length,
          titles: member.titles.map((title) => `- ${title}`).join("\n"),
        },
        dedupeKey: `listingsPublished:${batch.id}:${member.userId}:${member.enterprise}`,
        now,
        path: href(locale, "batches", batch.year, batch.no),
      });
      if (queued) written += 1;
    }
    about({ type: "batch", id: batch.id }, { written });
    return ok({ written });
  },
});
