import type { TableFile } from "./table";
import { guardTable } from "./table-guard";
import { openText } from "./text-table";
import { openWorkbook } from "./workbook-reader";

/** Opens the bytes of a table, whatever their name says; throws `Unreadable` for what is none or is not safe to read. */
export async function openTable(bytes: Buffer): Promise<TableFile> {
  return (await guardTable(bytes)) === "xlsx" ? openWorkbook(bytes) : openText(bytes);
}
