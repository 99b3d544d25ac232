import Link from "next/link";
import type { ReactNode } from "react";
import { type Column, type Sort, Table } from "@/components/ui/table";

/** What a list of an organisation's own rows is told by its page. */
export type OwnList<Row> = {
  rows: readonly Row[];
  /** Address of the list, under which each row has a page. */
  base: string;
  sort: Sort;
  sortHref: (sort: Sort) => string;
  empty: ReactNode;
};

/** A list of an organisation's own rows, each known by its id. */
export function OwnTable<Row extends { id: number }>({
  caption,
  columns,
  list: { rows, sort, sortHref, empty },
}: {
  caption: string;
  columns: readonly Column<Row>[];
  list: OwnList<Row>;
}) {
  return (
    <Table<Row>
      as={Link}
      caption={caption}
      rows={rows}
      rowKey={({ id }) => id}
      sort={sort}
      sortHref={sortHref}
      empty={empty}
      columns={columns}
    />
  );
}
