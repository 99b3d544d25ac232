import type { Reader } from "./readers";

export type Names = { vi: string; en: string };

/** A column that a kind of table may have. */
export type TableField = {
  key: string;
  names: Names;
  /**
   * Headers under which people have it, with or without diacritics; folded before they are compared. A parent header of a
   * merged one stands before it: "số lượng đại học".
   */
  headers: readonly string[];
  read: Reader;
  /** A row without it is refused. */
  required?: true;
  /** Fields whose numbers add up to it, where the table does not say it. */
  sumOf?: readonly string[];
  /** A row of the table has it; a row without it is a section, a total or a note. */
  identifies?: true;
  /**
   * Where it is empty, what stands above holds: the enterprise of several positions. With the key of another field it holds
   * only as long as that one does: the tax code of the enterprise. Merged cells always hold.
   */
  spreads?: true | string;
  /** An amount that a merged cell gives once for several rows; it cannot be divided by us. */
  amount?: true;
  /** What the template shows as an example. */
  example?: string | number;
};

/** One kind of table that can be taken in. */
export type TableDescription = {
  kind: string;
  fields: readonly TableField[];
  /**
   * What a section row ("II. Khu vực KCN Nomura", "1. Công ty TNHH …") says of the rows below it, by field; empty when it
   * says nothing that a field holds.
   */
  section?: (text: string) => Record<string, string>;
  /** Words that open a section without a number before them: "Hệ cao đẳng". */
  opens?: RegExp;
  /** Fields whose sums are compared with those that the table's own total rows say. */
  totals?: readonly string[];
};
