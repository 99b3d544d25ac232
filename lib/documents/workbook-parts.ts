import type { SheetInfo } from "./table";
import { Unreadable } from "./unreadable";
import { attribute, xmlReader } from "./xml";
import { entryText, inflated, type ZipEntry } from "./zip";

/** What a workbook says apart from its sheets' rows. */
export type WorkbookParts = {
  sheets: (SheetInfo & { entry: ZipEntry })[];
  since1904: boolean;
  /** By style index: is the number format one of days? */
  dayStyles: boolean[];
};

const builtInDays = new Set([14, 15, 16, 17, 22, ...range(27, 36), ...range(50, 58)]);
function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, at) => from + at);
}

/** Does a number format show a day (not only a time)? Colours, conditions and quoted words are no format letters. */
export function showsDay(format: string): boolean {
  const letters = format.replace(/"[^"]*"|\[[^\]]*\]|\\.|_.|\*./g, "").toLowerCase();
  return /[dy]/.test(letters) || (/m/.test(letters) && !/[hs]/.test(letters));
}

const resolve = (target: string) => (target.startsWith("/") ? target.slice(1) : `xl/${target.replace(/^\.\//, "")}`);

async function parse(bytes: Buffer, entry: ZipEntry, open: (name: string, attributes: string) => void) {
  const reader = xmlReader({ open, text: () => {}, close: () => {} });
  reader.feed(Buffer.from(await entryText(bytes, entry)));
  reader.end();
}

async function relations(bytes: Buffer, entry: ZipEntry | undefined): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  if (entry)
    await parse(bytes, entry, (name, attributes) => {
      if (name !== "Relationship") return;
      found.set(attribute(attributes, "Id") ?? "", resolve(attribute(attributes, "Target") ?? ""));
    });
  return found;
}

async function dayStylesOf(bytes: Buffer, entry: ZipEntry | undefined): Promise<boolean[]> {
  if (!entry) return [];
  const custom = new Map<number, boolean>();
  const styles: boolean[] = [];
  let inCells = false;
  await parse(bytes, entry, (name, attributes) => {
    if (name === "numFmt")
      custom.set(Number(attribute(attributes, "numFmtId")), showsDay(attribute(attributes, "formatCode") ?? ""));
    else if (name === "cellXfs") inCells = true;
    else if (name === "cellStyles") inCells = false;
    else if (name === "xf" && inCells) {
      const id = Number(attribute(attributes, "numFmtId") ?? 0);
      styles.push(custom.get(id) ?? builtInDays.has(id));
    }
  });
  return styles;
}

/** Reads the small parts of a workbook; throws `no_sheet` when there is nothing to read rows from. */
export async function workbookParts(bytes: Buffer, entries: ZipEntry[]): Promise<WorkbookParts> {
  const byName = new Map(entries.map((entry) => [entry.name, entry]));
  const workbook = byName.get("xl/workbook.xml");
  if (!workbook) throw new Unreadable("damaged", {}, "no workbook");
  const targets = await relations(bytes, byName.get("xl/_rels/workbook.xml.rels"));
  const sheets: WorkbookParts["sheets"] = [];
  let since1904 = false;
  await parse(bytes, workbook, (name, attributes) => {
    if (name === "workbookPr") since1904 = /^(1|true)$/.test(attribute(attributes, "date1904") ?? "");
    if (name !== "sheet") return;
    const entry = byName.get(targets.get(attribute(attributes, "id") ?? "") ?? "");
    const state = attribute(attributes, "state");
    if (entry && /worksheets\//.test(entry.name))
      sheets.push({
        name: attribute(attributes, "name") ?? "",
        hidden: state === "hidden" || state === "veryHidden",
        entry,
      });
  });
  if (sheets.length === 0) throw new Unreadable("no_sheet");
  return { sheets, since1904, dayStyles: await dayStylesOf(bytes, byName.get("xl/styles.xml")) };
}

/** The workbook's table of texts; phonetic hints are left out. */
export async function sharedStrings(bytes: Buffer, entries: ZipEntry[]): Promise<string[]> {
  const entry = entries.find(({ name }) => name.toLowerCase() === "xl/sharedstrings.xml");
  const texts: string[] = [];
  if (!entry) return texts;
  let current = "";
  let inText = false;
  let phonetic = 0;
  const reader = xmlReader({
    open: (name) => {
      if (name === "si") current = "";
      else if (name === "rPh") phonetic++;
      else if (name === "t") inText = phonetic === 0;
    },
    text: (text) => {
      if (inText) current += text;
    },
    close: (name) => {
      if (name === "si") texts.push(current.normalize("NFC"));
      else if (name === "rPh") phonetic--;
      else if (name === "t") inText = false;
    },
  });
  for await (const piece of inflated(bytes, entry)) reader.feed(piece);
  reader.end();
  return texts;
}
