import PizZip from "pizzip";
import { escapeXml } from "./word-template";

/** What stands in the cells of the row that is to be repeated. */
export const rowToken = (column: number): string => `⟦${column}⟧`;

const inCell = (text: string): string =>
  text.split("\n").map(escapeXml).join('</w:t><w:br/><w:t xml:space="preserve">');

/**
 * Repeats the table row whose cells hold `rowToken`s, once for each of `rows`; without rows it is taken away. Written as
 * text: a library's object for each cell costs half a megabyte a row.
 */
export function repeatRow(word: Uint8Array, rows: readonly (readonly string[])[]): Uint8Array<ArrayBuffer> {
  const zip = new PizZip(word);
  const xml = zip.file("word/document.xml")?.asText() ?? "";
  const at = xml.indexOf(rowToken(0));
  const starts = [...xml.slice(0, Math.max(0, at)).matchAll(/<w:tr(?=[ >])/g)];
  const start = starts.at(-1)?.index;
  const end = xml.indexOf("</w:tr>", at) + "</w:tr>".length;
  if (at < 0 || start === undefined) throw new Error("there is no row to repeat");
  // The text between the tokens is the same in each row.
  const pieces = xml.slice(start, end).split(/⟦(\d+)⟧/);
  const written = rows.map((values) =>
    pieces.map((piece, index) => (index % 2 === 0 ? piece : inCell(values[Number(piece)] ?? ""))).join(""),
  );
  zip.file("word/document.xml", xml.slice(0, start) + written.join("") + xml.slice(end));
  return new Uint8Array(zip.generate({ type: "uint8array", compression: "DEFLATE" }));
}
