import { formatMoment } from "@/lib/core/day";
import type { StreamedValue } from "@/lib/documents/streamed-workbook";
import type { Messages } from "@/lib/i18n/messages";
import type { Locale } from "@/lib/i18n/paths";
import type { Actor, May } from "@/lib/identity/actor";

export type Heading = keyof Messages["exports"]["column"];

/** What an export is asked for: the list's own filters as they stand in its address, who asks, in which language. */
export type Asked = {
  actor: Actor;
  params: Record<string, string | string[]>;
  locale: Locale;
  words: Messages;
  now: Date;
};

/** A list as it can be taken away: the same filters and the same rows as on its page. */
export type ListExport = {
  may: May;
  columns: readonly Heading[];
  rows: (asked: Asked) => AsyncIterable<readonly StreamedValue[]>;
};

/** `22/11/2026 10:42:07` in Hải Phòng. */
export const moment = (at: Date | string | null): string | null => (at === null ? null : formatMoment(new Date(at)));

/** Turns the items of a list into rows as they come. */
export async function* mapped<T>(
  items: AsyncIterable<T>,
  row: (item: T) => readonly StreamedValue[],
): AsyncGenerator<readonly StreamedValue[], void, undefined> {
  for await (const item of items) yield row(item);
}
