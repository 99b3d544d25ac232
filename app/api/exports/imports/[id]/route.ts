import { getTranslations } from "next-intl/server";
import { type FindingWords, findingNamespaces, sayFinding } from "@/components/imports/finding-words";
import { type Annotation, annotatedWorkbook } from "@/lib/documents/annotated-workbook";
import { type StreamedValue, streamedWorkbook, workbookType } from "@/lib/documents/streamed-workbook";
import { parseAddress } from "@/lib/documents/table";
import { openTable } from "@/lib/documents/table-reader";
import { findingLots, type ImportEntry, importBytes, importEntry } from "@/lib/imports/import-queries";
import type { CellFinding } from "@/lib/imports/records";
import { contentDisposition } from "@/lib/web/download";
import { getActor } from "@/lib/web/session";

/** Up to so many rows somebody's own file comes back; of a larger one its rows in a new file, which can be streamed. */
const mostAnnotated = 10_000;

type Lots = ReturnType<typeof findingLots>;
type Say = (finding: CellFinding) => string;

async function ownFile(bytes: Buffer, entry: ImportEntry, lots: Lots, title: string, say: Say) {
  const annotations: Annotation[] = [];
  for await (const lot of lots)
    for (const { row, findings } of lot)
      for (const finding of findings) {
        const column = finding.address === null ? null : (parseAddress(finding.address)?.column ?? null);
        annotations.push({ row, column, text: say(finding), grave: finding.severity === "error" });
      }
  // What a total row says is no record: its findings come from the sums that differ.
  for (const { row, sums = [] } of entry.passed)
    for (const { field, said, read } of sums) {
      const column = entry.layout?.columns.find((one) => one.field === field)?.column ?? null;
      const finding: CellFinding = {
        severity: "note",
        code: "sumDiffers",
        field,
        address: null,
        params: { said, read },
      };
      annotations.push({ row, column, text: say(finding), grave: false });
    }
  const column = Math.max(-1, ...(entry.layout?.columns ?? []).map((one) => one.column)) + 1;
  const headerRow = entry.layout?.headerLast ?? 1;
  return annotatedWorkbook(bytes, { sheet: entry.sheet, headerRow, column, title }, annotations, "HezaWorks");
}

/** The table's rows as they were, with what is said of each in a last column. */
async function* rowsWithFindings(bytes: Buffer, entry: ImportEntry, lots: Lots, width: number, say: Say) {
  const file = await openTable(bytes);
  let pending: { row: number; findings: CellFinding[] }[] = [];
  for await (const { row, cells } of file.rows(entry.sheet)) {
    while (pending.length === 0 || (pending.at(-1)?.row ?? 0) < row) {
      const next = await lots.next();
      if (next.done) break;
      pending = next.value;
    }
    const said = pending.find((one) => one.row === row)?.findings ?? [];
    const values: StreamedValue[] = Array.from({ length: width + 2 }, () => null);
    values[0] = row;
    for (const { column, value } of cells) if (column < width) values[column + 1] = value;
    values[width + 1] = said.map(say).join("\n") || null;
    yield values;
  }
}

/** The table that somebody handed in, with the findings in its cells. */
export async function GET(request: Request, context: RouteContext<"/api/exports/imports/[id]">): Promise<Response> {
  const actor = await getActor();
  const { id } = await context.params;
  const entry = /^\d{1,9}$/.test(id) ? await importEntry(actor, Number(id)) : null;
  if (!entry) return new Response(null, { status: actor.kind === "nobody" ? 401 : 404 });
  const bytes = await importBytes(actor, entry.id);
  if (!bytes || !["CHECKED", "APPLYING", "APPLIED"].includes(entry.state)) return new Response(null, { status: 404 });

  const locale = new URL(request.url).searchParams.get("locale") === "en" ? "en" : "vi";
  const namespaces = Object.fromEntries(
    await Promise.all(
      Object.entries(findingNamespaces).map(async ([key, namespace]) => [
        key,
        await getTranslations({ locale, namespace }),
      ]),
    ),
  ) as Omit<FindingWords, "locale">;
  const words: FindingWords = { ...namespaces, locale };
  const t = await getTranslations({ locale, namespace: "imports" });
  const say: Say = (finding) => sayFinding(words, finding);
  const title = t("annotated.column");
  const own = bytes[0] === 0x50 && entry.rowsRead <= mostAnnotated;
  const width = Math.max(0, ...entry.preview.flatMap(({ cells }) => cells.map(([column]) => column + 1)));
  const columns = [
    { label: t("trial.row"), width: 8 },
    ...Array.from({ length: width }, () => ({ label: "" })),
    { label: title, width: 60 },
  ];
  const lots = findingLots(actor, entry.id);
  const body = own
    ? await ownFile(bytes, entry, lots, title, say)
    : streamedWorkbook(title, columns, rowsWithFindings(bytes, entry, lots, width, say));
  const name = `${entry.fileName.replace(/\.(xlsx|csv|txt)$/i, "")}-${t("annotated.name")}.xlsx`;
  return new Response(body, {
    headers: {
      "content-type": workbookType,
      "content-disposition": contentDisposition(name),
      "cache-control": "private, no-store",
    },
  });
}
