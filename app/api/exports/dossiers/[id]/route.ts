import { getTranslations } from "next-intl/server";
import { formatDay } from "@/lib/core/day";
import { type Annotation, annotatedWorkbook } from "@/lib/documents/annotated-workbook";
import { streamedWorkbook, workbookType } from "@/lib/documents/streamed-workbook";
import { dossierSheet, type SheetPerson } from "@/lib/subsidies/dossier-sheet-queries";
import { findingValues, formulaWords } from "@/lib/subsidies/finding-words";
import type { Finding } from "@/lib/subsidies/findings";
import { contentDisposition } from "@/lib/web/download";
import { getActor } from "@/lib/web/session";

/** Where a finding's words stand in the table, by the field that it speaks of; what speaks of none stands at the name. */
const columnOf = ({ field, rate }: Finding): number => (rate ? 5 : field === "qualificationRequired" ? 4 : 1);

/** Everybody of a dossier as an Excel file; `notes=1` marks in its cells what was found. */
export async function GET(request: Request, context: RouteContext<"/api/exports/dossiers/[id]">): Promise<Response> {
  const actor = await getActor();
  const { id } = await context.params;
  const sheet = /^\d{1,9}$/.test(id) ? await dossierSheet(actor, Number(id)) : null;
  if (!sheet) return new Response(null, { status: actor.kind === "nobody" ? 401 : 404 });
  const { searchParams } = new URL(request.url);
  const locale = searchParams.get("locale") === "en" ? "en" : "vi";
  const t = await getTranslations({ locale, namespace: "dossiers.sheet" });
  const words = await getTranslations({ locale, namespace: "subsidies" });
  const { people, policy } = sheet;
  const columns = [
    { label: t("position"), width: 6 },
    { label: t("name"), width: 28 },
    { label: t("staffCode"), width: 14 },
    { label: t("birth"), width: 12 },
    { label: t("job"), width: 24 },
    { label: t("formula"), width: 44 },
    { label: t("amount"), width: 16 },
  ];
  async function* rows() {
    for (const one of people)
      yield [
        ...[one.position, one.fullName, one.staffCode, formatDay(one.birthDate), one.job],
        one.lines.map((line) => formulaWords(line, locale, words)).join("; "),
        one.amount,
      ];
    yield [null, t("total"), null, null, null, null, sheet?.amount ?? 0];
  }
  const plain = streamedWorkbook(t("tab"), columns, rows());
  const noted = searchParams.has("notes");
  const text = (finding: Finding) => words(`findings.${finding.code}`, findingValues(policy, finding, locale));
  const note = ({ findings }: SheetPerson, at: number): Annotation[] =>
    findings
      .filter(({ severity }) => severity !== "TELLS")
      .map((finding) => ({
        row: at + 2,
        column: columnOf(finding),
        text: text(finding),
        grave: finding.severity === "STOPS",
      }));
  const body = noted
    ? await annotatedWorkbook(
        new Uint8Array(await new Response(plain).arrayBuffer()),
        { sheet: 0, headerRow: 1, column: columns.length, title: t("findings") },
        people.flatMap(note),
        "HezaWorks",
      )
    : plain;
  return new Response(body, {
    headers: {
      "content-type": workbookType,
      "content-disposition": contentDisposition(`${t("tab")}-${sheet.name}.xlsx`),
      "cache-control": "private, no-store",
      "x-content-type-options": "nosniff",
    },
  });
}
