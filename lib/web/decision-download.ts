import { streamedWorkbook, workbookType } from "@/lib/documents/streamed-workbook";
import { wordType } from "@/lib/documents/word";
import type { Actor } from "@/lib/identity/actor";
import { decisionSheet, decisionWord } from "@/lib/subsidies/decision-file";
import type { DecisionLetter } from "@/lib/subsidies/decision-letter";
import { decisionLetter } from "@/lib/subsidies/decision-letter-queries";
import { contentDisposition, download } from "./download";

/**
 * The decision of a list or a dossier as a file: Word, or with `?format=xlsx` its persons as an Excel table in the language
 * of `?locale`. 404 where there is none for the actor, 401 for nobody.
 */
export async function decisionDownload(
  request: Request,
  actor: Actor,
  of: DecisionLetter["of"],
  id: string,
): Promise<Response> {
  const letter = /^\d{1,9}$/.test(id) ? await decisionLetter(actor, of, Number(id)) : null;
  if (!letter) return new Response(null, { status: actor.kind === "nobody" ? 401 : 404 });
  const name = `quyet-dinh-${(letter.number ?? `ban-thao-${id}`).replace(/[^\p{L}\p{N}-]+/gu, "-")}`;
  const { searchParams } = new URL(request.url);
  if (searchParams.get("format") === "xlsx") {
    const sheet = decisionSheet(letter, searchParams.get("locale") === "en" ? "en" : "vi");
    async function* rows() {
      yield* sheet.rows;
    }
    return new Response(streamedWorkbook(sheet.name, sheet.columns, rows()), {
      headers: {
        "content-type": workbookType,
        "content-disposition": contentDisposition(`${name}.xlsx`),
        "cache-control": "private, no-store",
        "x-content-type-options": "nosniff",
      },
    });
  }
  return download({
    name: `${name}.docx`,
    type: wordType,
    content: await decisionWord(letter),
  });
}
