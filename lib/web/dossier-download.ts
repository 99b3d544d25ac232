import { formatDay } from "@/lib/core/day";
import { type Annotation, annotatedWorkbook } from "@/lib/documents/annotated-workbook";
import { streamedWorkbook, workbookType } from "@/lib/documents/streamed-workbook";
import { messages } from "@/lib/i18n/messages";
import { wordsIn } from "@/lib/i18n/words";
import type { Actor } from "@/lib/identity/actor";
import { clauseOfReason, reasonOf } from "@/lib/subsidies/decision";
import { dossierSheet, type SheetPerson } from "@/lib/subsidies/dossier-sheet-queries";
import { findingValues, formulaWords } from "@/lib/subsidies/finding-words";
import type { Finding } from "@/lib/subsidies/findings";
import { contentDisposition } from "./download";

/** Where a finding's words stand in the table, by the field that it speaks of; what speaks of none stands at the name. */
const columnOf = ({ field, rate }: Finding): number => (rate ? 5 : field === "qualificationRequired" ? 4 : 1);

/**
 * Everybody of a dossier of the actor's organisation as an Excel file in the language of `?locale`; `?notes=1` marks in its cells
 * what was found. The last row is the sum; once decided, of who is supported, with a column for what was decided. 404 where the dossier is none of theirs, 401 for nobody.
 */
export async function dossierDownload(request: Request, actor: Actor, id: string): Promise<Response> {
  const sheet = /^\d{1,9}$/.test(id) ? await dossierSheet(actor, Number(id)) : null;
  if (!sheet) return new Response(null, { status: actor.kind === "nobody" ? 401 : 404 });
  const { searchParams } = new URL(request.url);
  const locale = searchParams.get("locale") === "en" ? "en" : "vi";
  const t = messages[locale].dossiers.sheet;
  const say = wordsIn(locale, messages[locale].subsidies);
  const { people, policy, decided } = sheet;
  const { reasons } = messages[locale].dossierReview;
  const outcomes = messages[locale].dossiers.decided;
  const why = ({ decision, reasonCode, reasonNote }: SheetPerson): string => {
    const reason = reasonOf(reasonCode);
    const clause = reason && clauseOfReason(policy, sheet.groupCode, reason);
    return [decision !== "PENDING" && outcomes[decision], reason && reasons[reason], clause?.[locale], reasonNote]
      .filter(Boolean)
      .join(" · ");
  };
  const columns = [
    { label: t.position, width: 6 },
    { label: t.name, width: 28 },
    { label: t.staffCode, width: 14 },
    { label: t.birth, width: 12 },
    { label: t.job, width: 24 },
    { label: t.formula, width: 44 },
    { label: t.amount, width: 16 },
    ...(decided ? [{ label: t.decision, width: 44 }] : []),
  ];
  async function* rows() {
    for (const one of people)
      yield [
        ...[one.position, one.fullName, one.staffCode, formatDay(one.birthDate), one.job],
        one.lines.map((line) => formulaWords(line, locale, say)).join("; "),
        one.amount,
        ...(decided ? [why(one)] : []),
      ];
    yield [null, t.total, null, null, null, null, people.reduce((sum, { amount }) => sum + amount, 0)];
  }
  const plain = streamedWorkbook(t.tab, columns, rows());
  const note = ({ findings }: SheetPerson, at: number): Annotation[] =>
    findings
      .filter(({ severity }) => severity !== "TELLS")
      .map((finding) => ({
        row: at + 2,
        column: columnOf(finding),
        text: say(`findings.${finding.code}`, findingValues(policy, finding, locale)),
        grave: finding.severity === "STOPS",
      }));
  const body = searchParams.has("notes")
    ? await annotatedWorkbook(
        new Uint8Array(await new Response(plain).arrayBuffer()),
        { sheet: 0, headerRow: 1, column: columns.length, title: t.findings },
        people.flatMap(note),
        "HezaWorks",
      )
    : plain;
  return new Response(body, {
    headers: {
      "content-type": workbookType,
      "content-disposition": contentDisposition(`${t.tab}-${sheet.name}.xlsx`),
      "cache-control": "private, no-store",
      "x-content-type-options": "nosniff",
    },
  });
}
