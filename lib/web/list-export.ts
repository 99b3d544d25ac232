import {
  type StreamedColumn,
  type StreamedValue,
  streamedWorkbook,
  workbookType,
} from "@/lib/documents/streamed-workbook";
import { contentDisposition } from "./download";

export type ListFile = {
  name: string;
  columns: readonly StreamedColumn[];
  rows: AsyncIterable<readonly StreamedValue[]>;
};

/**
 * All items of a list that is read by pages, one page at a time and the next only when it is wanted: however long the list,
 * one page of it is in memory.
 *
 * @param read answers a page and where the next begins; null at the end
 */
export async function* pagesOf<T, Place>(
  first: Place,
  read: (place: Place) => Promise<{ items: readonly T[]; next: Place | null }>,
): AsyncGenerator<T, void, undefined> {
  for (let place: Place | null = first; place !== null; ) {
    const page: { items: readonly T[]; next: Place | null } = await read(place);
    yield* page.items;
    place = page.next;
  }
}

/** The place after a numbered page; null when it was the last. */
export const nextPage = (page: number, pages: number): number | null => (page < pages ? page + 1 : null);

/** A list as an Excel file, streamed; whoever stops reading stops the queries, too. */
export const exportedList = ({ name, columns, rows }: ListFile): Response =>
  new Response(streamedWorkbook(name, columns, rows), {
    headers: {
      "content-type": workbookType,
      "content-disposition": contentDisposition(`${name}.xlsx`),
      "cache-control": "private, no-store",
      "x-content-type-options": "nosniff",
    },
  });
