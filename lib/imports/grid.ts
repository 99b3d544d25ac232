import type { Cell, Merge, TableRow } from "@/lib/documents/table";

/** A row in which merged cells are filled: what a person sees. */
export type FilledRow = {
  row: number;
  hidden: boolean;
  cells: Map<number, Cell>;
  /** Columns whose content stands in a merged cell that begins in a row above, with that row. */
  fromAbove: Map<number, number>;
  /** Columns whose content stands in a merged cell that begins further left. */
  fromLeft: Set<number>;
};

/**
 * Fills the cells of merged ranges as rows come by in order; keeps only the contents of ranges that are still open. A range
 * of a whole column or of the whole width of a sheet costs no more than its width in filled cells.
 */
export function mergeFiller(merges: readonly Merge[]): (row: TableRow) => FilledRow {
  const starting = [...merges].sort((a, b) => a.top - b.top);
  let next = 0;
  let open: { merge: Merge; cell: Cell | undefined }[] = [];
  return ({ row, cells, hidden }) => {
    const filled: FilledRow = {
      row,
      hidden: hidden === true,
      cells: new Map(cells.map((cell) => [cell.column, cell])),
      fromAbove: new Map(),
      fromLeft: new Set(),
    };
    open = open.filter(({ merge }) => merge.bottom >= row);
    for (let merge = starting[next]; merge && merge.top <= row; merge = starting[++next])
      if (merge.bottom >= row) open.push({ merge, cell: merge.top === row ? filled.cells.get(merge.left) : undefined });
    for (const { merge, cell } of open) {
      if (!cell) continue;
      for (let column = merge.left; column <= Math.min(merge.right, merge.left + 63); column++) {
        if (row === merge.top && column === merge.left) continue;
        filled.cells.set(column, { ...cell, column });
        if (row > merge.top) filled.fromAbove.set(column, merge.top);
        if (column > merge.left) filled.fromLeft.add(column);
      }
    }
    return filled;
  };
}

/** Different texts of a row, left to right; one merged cell counts once. */
export const distinctTexts = ({ cells, fromLeft }: FilledRow): string[] => [
  ...new Set([...cells].filter(([column]) => !fromLeft.has(column)).map(([, cell]) => String(cell.value).trim())),
];
