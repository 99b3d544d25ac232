import { fold } from "@/lib/core/text";
import { harmless } from "@/lib/documents/streamed-workbook";
import { printedWorkbook } from "@/lib/documents/workbook";

/** A transfer as the bank is told of it. */
export type BankLine = {
  ref: string;
  holderName: string;
  accountNumber: string;
  bankName: string;
  bankBranch: string | null;
  /** đồng */
  amount: number;
  dossier: string;
};

/**
 * The bank's file: the portal's own form, to be agreed with the bank or the State Treasury before the first real batch.
 *
 * | column | content                                                              |
 * | ------ | -------------------------------------------------------------------- |
 * | A STT  | number of the row, from 1                                            |
 * | B      | reference of the transfer, which the answer gives back               |
 * | C      | account holder, as given                                             |
 * | D      | account number, as text                                              |
 * | E, F   | bank, branch                                                         |
 * | G      | đồng, a whole number                                                 |
 * | H      | words of the transfer, letters without signs: dossier and reference  |
 *
 * The order is that of the batch; the same batch gives the same bytes each time.
 */
export const bankColumns = [
  { label: "STT", width: 6 },
  { label: "Mã tham chiếu", width: 20 },
  { label: "Tên người thụ hưởng", width: 32 },
  { label: "Số tài khoản", width: 22 },
  { label: "Ngân hàng", width: 32 },
  { label: "Chi nhánh", width: 22 },
  { label: "Số tiền", width: 16 },
  { label: "Nội dung", width: 44 },
] as const;

const rowsOf = (lines: readonly BankLine[]): (string | number | null)[][] =>
  lines.map((line, at) => [
    ...[at + 1, line.ref, line.holderName, line.accountNumber, line.bankName, line.bankBranch, line.amount],
    fold(`HEZA ho tro dao tao ho so ${line.dossier} ${line.ref}`).toUpperCase(),
  ]);

const quoted = (value: string | number | null): string =>
  typeof value === "string" ? `"${harmless(value).replaceAll('"', '""')}"` : String(value ?? "");

/** CSV: UTF-8 with its mark, commas, texts quoted, lines ended as Windows does. */
export function bankCsv(lines: readonly BankLine[]): Uint8Array<ArrayBuffer> {
  const rows = [bankColumns.map(({ label }) => label), ...rowsOf(lines)];
  return new TextEncoder().encode(`\ufeff${rows.map((row) => `${row.map(quoted).join(",")}\r\n`).join("")}`);
}

/** 1 January 1980, the day on which the time of archives begins. */
const zipEpoch = 0x0021_0000;

/** Sets the times of all entries of an archive to one day: what it holds alone makes its bytes. */
function withoutTimes(archive: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
  let end = archive.byteLength - 22;
  while (end > 0 && view.getUint32(end, true) !== 0x0605_4b50) end--;
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    view.setUint32(at + 12, zipEpoch, true);
    view.setUint32(view.getUint32(at + 42, true) + 10, zipEpoch, true);
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return archive;
}

/** The same as a workbook of one sheet. */
export async function bankWorkbook(
  batch: { code: string; sentAt: Date },
  lines: readonly BankLine[],
): Promise<Uint8Array<ArrayBuffer>> {
  const sheet = { name: `Dot chi ${batch.code}`, titles: [], columns: bankColumns, rows: rowsOf(lines) };
  return withoutTimes(await printedWorkbook({ ...sheet, madeAt: batch.sentAt }));
}
