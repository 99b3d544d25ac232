import { type Day, formatDay } from "@/lib/core/day";
import { href, type Locale } from "@/lib/i18n/paths";
import { type BatchNumber, batchName } from "@/lib/vacancies/batch-rules";
import { xml } from "@/lib/vacancies/feed";
import { wordsOf } from "./words";

/** A batch in a feed. `publishedAt` null: not public yet, the item bears no date. */
export type FeedBatch = BatchNumber & {
  asOf: Day;
  publishedAt: string | null;
  enterprises: number;
  headcount: number;
  vacancies: number;
};

/** One item of RSS 2.0: a batch with its totals, known by its address. */
export function batchItem(batch: FeedBatch, locale: Locale, portal: string, draft = false): string {
  const { say } = wordsOf(locale);
  const link = xml(portal + href(locale, "batches", batch.year, batch.no));
  const name = batchName(locale, batch);
  const { enterprises, headcount, vacancies } = batch;
  const text = say("feedText", { enterprises, headcount, positions: vacancies, day: formatDay(batch.asOf) });
  const title = say("feedTitle", { batch: draft ? `[${say("draft")}] ${name}` : name, enterprises, headcount });
  const day = batch.publishedAt ? `<pubDate>${new Date(batch.publishedAt).toUTCString()}</pubDate>` : "";
  return `<item><title>${xml(title)}</title><link>${link}</link><guid isPermaLink="true">${link}</guid>${day}<description>${xml(text)}</description></item>`;
}

/** RSS 2.0 of the batches, newest first. */
export function batchFeed(feed: { locale: Locale; portal: string; batches: readonly FeedBatch[] }): string {
  const { locale, portal } = feed;
  const { say, authority } = wordsOf(locale);
  const page = xml(portal + href(locale, "batches"));
  const self = xml(portal + href(locale, "batches", "rss"));
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>${xml(say("feedName"))}</title><link>${page}</link><description>${xml(authority)}</description><language>${locale}</language><atom:link href="${self}" rel="self" type="application/rss+xml"/>
${feed.batches.map((batch) => batchItem(batch, locale, portal)).join("\n")}
</channel></rss>
`;
}
