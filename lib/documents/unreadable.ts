/** Why bytes are not taken as a table; the words are `imports.unreadable.*`. */
export type UnreadableCode =
  | "empty"
  | "too_large"
  | "too_many_rows"
  | "legacy_xls"
  | "encrypted"
  | "macros"
  | "binary_workbook"
  | "html"
  | "not_a_table"
  | "bomb"
  | "damaged"
  | "no_sheet";

/** Thrown where bytes cannot be read safely; callers answer its code as a refusal. */
export class Unreadable extends Error {
  constructor(
    readonly code: UnreadableCode,
    readonly params: Record<string, string | number> = {},
    detail = "",
  ) {
    super(detail ? `${code}: ${detail}` : code);
  }
}
