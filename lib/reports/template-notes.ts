import { annotatedWorkbook } from "@/lib/documents/annotated-workbook";
import { messages } from "@/lib/i18n/messages";
import { wordsIn } from "@/lib/i18n/words";
import type { FormDefinition } from "./definition";
import { sayFinding } from "./finding-words";
import { partsOf } from "./rules";
import { leastColumns } from "./template";
import type { TemplateFinding } from "./template-reader";

/** The row of the template's instructions, beside which the column of findings begins. */
const headRow = 4;

/**
 * The filled template as it was handed in, with each finding at its cell (colour, comment) and once more in words at the
 * end of its row. Findings without a place of their own stand at the head.
 */
export function annotatedTemplate(
  bytes: Uint8Array,
  definition: FormDefinition,
  findings: readonly TemplateFinding[],
  locale: "vi" | "en",
): Promise<Uint8Array<ArrayBuffer>> {
  const words = wordsIn(locale, messages[locale].reports.template);
  const widest = Math.max(
    leastColumns,
    ...partsOf(definition).map((part) => (part.kind === "table" ? part.columns.length : 0)),
  );
  return annotatedWorkbook(
    bytes,
    { sheet: 0, headerRow: headRow, column: widest + 2, title: words("findings") },
    findings.map((finding) => ({
      row: finding.row ?? headRow + 1,
      column: finding.column,
      text: sayFinding(definition, finding, locale),
      grave: true,
    })),
    messages[locale].common.productName,
  );
}
