import { env } from "@/lib/config/env";
import { dayOf, formatDay } from "@/lib/core/day";
import { href } from "@/lib/i18n/paths";
import { anyone, ofEnterprise, scopeOf, userIdOf } from "@/lib/identity/actor";
import { permissions } from "@/lib/identity/permissions";
import { batchById, batchLines, staffBatches } from "@/lib/vacancies/batch-queries";
import { batchName } from "@/lib/vacancies/batch-rules";
import { listQuery } from "@/lib/vacancies/desk-list";
import { listingSegment, named, parkShortName, titleOf } from "@/lib/vacancies/listing";
import { reviewQueue } from "@/lib/vacancies/review-queries";
import { queueQuery } from "@/lib/vacancies/review-schema";
import { parseSearch } from "@/lib/vacancies/search";
import { newestMatches } from "@/lib/vacancies/search-queries";
import { deskList } from "@/lib/vacancies/vacancy-queries";
import { wageText } from "@/lib/vacancies/wage";
import { nextPage, pagesOf } from "@/lib/web/list-export";
import { type ListExport, mapped, moment } from "./list";

const lot = 250;
/** Whoever wants more of the public listings than this takes the open data of `/api/v1`. */
const mostPublic = 10_000;

/** What the public search shows, newest first. */
export const jobs: ListExport = {
  may: anyone,
  columns: [
    "title",
    "enterprise",
    "park",
    "group",
    "headcount",
    "left",
    "wage",
    "shift",
    "deadline",
    "published",
    "address",
  ],
  rows: ({ params, locale, words, now }) => {
    const query = parseSearch(params);
    let count = 0;
    const items = pagesOf<Awaited<ReturnType<typeof newestMatches>>["items"][number], number | undefined>(
      undefined,
      async (before) => {
        const page = await newestMatches(query, now, { limit: lot, before });
        count += page.items.length;
        return { items: page.items, next: count < mostPublic ? page.cursor : null };
      },
    );
    return mapped(items, (job) => [
      titleOf(job, locale),
      named(job.enterprise, locale),
      parkShortName(job.park, locale),
      words.vacancies.positionGroup[job.positionGroup],
      job.headcount,
      job.left,
      wageText(job, locale),
      job.shift && words.vacancies.shift[job.shift],
      formatDay(job.deadline),
      formatDay(job.publishedOn),
      `${env().PUBLIC_URL.replace(/\/$/, "")}${href(locale, "jobs", listingSegment(job))}`,
    ]);
  },
};

/** An enterprise's own needs. */
export const needs: ListExport = {
  may: ofEnterprise(),
  columns: ["title", "state", "headcount", "filled", "wage", "deadline", "batch", "changed"],
  rows: ({ actor, params, locale, words }) => {
    const query = listQuery.parse(params);
    const id = scopeOf(actor, "ENTERPRISE");
    const items = pagesOf(1, async (page) => {
      const { rows, pages } = await deskList(id, { ...query, page });
      return { items: rows, next: nextPage(page, pages) };
    });
    return mapped(items, (row) => [
      titleOf(row, locale),
      words.vacancies.status[row.status],
      row.headcount,
      row.filledCount,
      wageText(row, locale),
      row.deadline && formatDay(dayOf(row.deadline)),
      row.batch && batchName(locale, row.batch),
      moment(row.updatedAt),
    ]);
  },
};

/** What waits for a reviewer, with what the computer sees in it. */
export const queue: ListExport = {
  may: permissions.reviewNeeds,
  columns: [
    "title",
    "enterprise",
    "park",
    "state",
    "group",
    "headcount",
    "wage",
    "deadline",
    "batch",
    "holder",
    "since",
    "findings",
  ],
  rows: ({ actor, params, locale, words, now }) => {
    const query = { ...queueQuery.parse(params), size: 200 as const };
    const items = pagesOf(1, async (page) => {
      const found = await reviewQueue({ ...query, page }, userIdOf(actor), dayOf(now));
      return { items: found.items, next: nextPage(page, Math.ceil(found.total / query.size)) };
    });
    return mapped(items, ({ content, enterprise, park, status, batch, holder, since, findings }) => [
      titleOf(content, locale),
      named(enterprise, locale),
      parkShortName(park, locale),
      words.vacancies.status[status],
      words.vacancies.positionGroup[content.positionGroup],
      content.headcount,
      wageText(content, locale),
      content.deadline && formatDay(content.deadline),
      batch && batchName(locale, batch),
      holder?.fullName ?? null,
      moment(since),
      findings
        .map(
          ({ field, severity }) =>
            `${words.vacancies.findings[severity]}${field ? `: ${words.vacancies.field[field]}` : ""}`,
        )
        .join("; "),
    ]);
  },
};

/** All batches with their sums. */
export const batches: ListExport = {
  may: permissions.readBatches,
  columns: ["batch", "state", "from", "to", "enterprises", "positions", "headcount", "published"],
  rows: ({ locale, words }) => {
    const items = pagesOf(1, async (page) => {
      const found = await staffBatches({ page, size: 100 });
      return { items: found.items, next: nextPage(page, Math.ceil(found.total / 100)) };
    });
    return mapped(items, (row) => [
      batchName(locale, row),
      words.batches.status[row.status],
      formatDay(row.collectFrom),
      formatDay(row.collectTo),
      row.enterprises,
      row.vacancies,
      row.headcount,
      moment(row.publishedAt),
    ]);
  },
};

async function* noLines() {}

/** The lines of one published batch (`batch=id`), as they were published, and what has become of each. */
export const lines: ListExport = {
  may: permissions.readBatches,
  columns: ["no", "enterprise", "park", "title", "group", "headcount", "wage", "deadline", "state", "filled"],
  rows: ({ params, locale, words }) => {
    const id = /^\d{1,9}$/.test(String(params.batch)) ? Number(params.batch) : null;
    if (id === null) return noLines();
    const items = pagesOf(0, async (after) => {
      const batch = after > 0 || (await batchById(id))?.publishedAt ? await batchLines(id, { after, limit: lot }) : [];
      return { items: batch, next: batch.length === lot ? (batch.at(-1)?.position ?? null) : null };
    });
    return mapped(items, ({ position, content, now }) => [
      position,
      named(content.enterprise, locale),
      parkShortName(content.park, locale),
      titleOf(content, locale),
      words.vacancies.positionGroup[content.positionGroup],
      content.headcount,
      wageText(content, locale),
      content.deadline && formatDay(content.deadline),
      words.vacancies.status[now.status],
      now.filledCount,
    ]);
  },
};
