import { streamXlsxRows } from "hucre/xlsx";

/** The amounts of a decision's text as they are read back: said, of each person, and the sum under them; đồng. */
export function amountsIn(text: string) {
  const read = (shownAmount: string | undefined) => Number(shownAmount?.replaceAll(".", "") ?? "0");
  const cells = text.split("\n").filter((line) => /^\d{1,3}(\.\d{3})+$/.test(line));
  const last = cells.pop();
  return { said: read(/tổng số tiền là ([\d.]+) đồng/.exec(text)?.[1]), persons: cells.map(read), sum: read(last) };
}

/** The rows of a workbook whose last column is money, the last row its sum. */
export async function amountsOfSheet(response: Response) {
  const rows: unknown[][] = [];
  for await (const { values } of streamXlsxRows(new Uint8Array(await response.arrayBuffer()))) rows.push(values);
  const amounts = rows.slice(1).map((row) => Number(row.at(-1)));
  return { rows, sum: amounts.pop(), persons: amounts };
}

export const add = (amounts: readonly number[]) => amounts.reduce((sum, amount) => sum + amount, 0);
