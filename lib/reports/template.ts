import { formatDay } from "@/lib/core/day";
import { type EntryCell, type EntryCheck, type EntryRow, entryWorkbook } from "@/lib/documents/entry-workbook";
import { messages } from "@/lib/i18n/messages";
import { wordsIn } from "@/lib/i18n/words";
import type { Answers, RowAnswers, Value } from "./answers";
import { showAnswer } from "./compare";
import type { FormDefinition } from "./definition";
import { type Field, isNumeric, limitsOf, type Table } from "./field";

/** For whom a template is made. */
export type TemplateFor = {
  form: { code: string; nameVi: string; nameEn: string; versionNo: number };
  assignmentId: number;
  organisation: string;
  /** Both included, `YYYY-MM-DD`. */
  period: { from: string; to: string; dueOn: string };
  locale: "vi" | "en";
};

/** Told in the hidden sheet: what a file is, whatever its name says. */
export const templateMark = "heza-report";

/** Columns: hidden codes, labels, inputs. */
const [labels, inputs] = [1, 2];
/** A field's answer goes over as many columns, however narrow the tables are. */
export const leastColumns = 4;

/** What stands in the hidden column of a row: of a field, of the columns of a table, of a row of a table. */
export const rowCode = {
  field: (key: string) => `f:${key}`,
  columns: (table: string) => `c:${table}`,
  row: (table: string, row: string | number) => `r:${table}:${row}`,
};

const say = { vi: wordsIn("vi", messages.vi.reports.template), en: wordsIn("en", messages.en.reports.template) };

/**
 * The Excel template of a form for one who owes it, with what is answered so far: only answers can be typed, each cell says
 * what it takes, and the file knows for which form, version and assignment it is.
 */
export function reportTemplate(
  definition: FormDefinition,
  content: Answers,
  to: TemplateFor,
): Promise<Uint8Array<ArrayBuffer>> {
  const { locale } = to;
  const words = say[locale];
  const lists: string[][] = [];
  const listOf = (list: string[]): number => {
    const known = lists.findIndex((one) => one.length === list.length && one.every((text, at) => text === list[at]));
    return known === -1 ? lists.push(list) - 1 : known;
  };
  const tables = definition.sections.flatMap(({ items }) => items).filter((item) => item.kind === "table");
  const last = inputs + Math.max(leastColumns, ...tables.map(({ columns }) => columns.length)) - 1;

  const labelOf = (field: Field) => {
    const unit =
      field.kind === "money"
        ? words("dong")
        : field.kind === "percent"
          ? "%"
          : "unit" in field
            ? field.unit?.[locale]
            : null;
    return `${field.label[locale]}${unit ? ` (${unit})` : ""}${field.required ? " *" : ""}`;
  };

  function checkOf(field: Field): { check?: EntryCheck; format: NonNullable<EntryCell["format"]>; hint: string } {
    if (isNumeric(field)) {
      const { least, most } = limitsOf(field);
      const limits = { least: least ?? 0, most: most ?? 0 };
      const whole = field.kind === "integer" || field.kind === "money";
      const hint = words(field.kind === "percent" ? "percent" : whole ? "whole" : "decimal");
      return { check: { kind: whole ? "whole" : "decimal", ...limits }, format: whole ? "whole" : "decimal", hint };
    }
    switch (field.kind) {
      case "day":
        return {
          check: { kind: "day", from: field.from ?? "1910-01-01", to: field.to ?? "2199-12-31" },
          format: "day",
          hint: words("day"),
        };
      case "choice":
      case "yesNo": {
        const options = field.kind === "choice" ? field.options.map(({ label }) => label[locale]) : yesNo(field);
        return { check: { kind: "list", list: listOf(options) }, format: "text", hint: words("choice") };
      }
      case "choices":
        return {
          format: "text",
          hint: words("choices", { options: field.options.map(({ label }) => label[locale]).join("; ") }),
        };
      default:
        return {
          check: { kind: "length", most: field.maxLength },
          format: "text",
          hint: words("text", { most: field.maxLength }),
        };
    }
  }
  const yesNo = (field: Field) => ["yes", "no"].map((value) => showAnswer(field, value, locale));

  function input(field: Field, value: Value | undefined, column: number, until?: number): EntryCell {
    const { check, format, hint } = checkOf(field);
    const plain = value === null || value === undefined;
    const shown = plain
      ? null
      : typeof value === "number" || field.kind === "day"
        ? value
        : showAnswer(field, value, locale);
    return {
      column,
      look: "input",
      value: Array.isArray(shown) || shown === "" ? null : shown,
      format,
      prompt: [hint, field.help?.[locale]].filter(Boolean).join(" "),
      ...(check && { check }),
      ...(until !== undefined && { until }),
    };
  }

  const wide = (text: string, look: EntryCell["look"], code: string | null = null): EntryRow => ({
    code,
    cells: [{ column: labels, value: text, look, until: last }],
  });

  function tableRows(table: Table): EntryRow[] {
    const { columns, key } = table;
    const heading = (column: number, value: string): EntryCell => ({ column, value, look: "heading" });
    const row = (name: string | number, label: string, answers: RowAnswers | undefined): EntryRow => ({
      code: rowCode.row(key, name),
      cells: [
        { column: labels, value: label, look: "label" },
        ...columns.map((column, at) => input(column, answers?.[column.key], inputs + at)),
      ],
    });
    const own = content[key];
    const fixed = (Array.isArray(own) ? {} : (own ?? {})) as Record<string, RowAnswers>;
    const free = (Array.isArray(own) ? own : []) as RowAnswers[];
    return [
      wide(table.label[locale], "line"),
      ...(table.help ? [wide(table.help[locale], "note")] : []),
      // For programs: which column is which, whatever the headings say.
      {
        code: rowCode.columns(key),
        hidden: true,
        cells: columns.map((column, at) => ({ column: inputs + at, value: column.key, look: "note" })),
      },
      {
        code: null,
        cells: [
          heading(labels, table.rows.kind === "fixed" ? "" : words("number")),
          ...columns.map((column, at) => heading(inputs + at, labelOf(column))),
        ],
      },
      ...(table.rows.kind === "fixed"
        ? table.rows.rows.map((one) => row(one.key, one.label[locale], fixed[one.key]))
        : Array.from({ length: Math.max(table.rows.most, free.length) }, (_, at) => row(at, String(at + 1), free[at]))),
    ];
  }

  const rows: EntryRow[] = [
    wide(locale === "vi" ? to.form.nameVi : to.form.nameEn, "title"),
    wide(to.organisation, "line"),
    wide(
      words("period", {
        from: formatDay(to.period.from),
        to: formatDay(to.period.to),
        due: formatDay(to.period.dueOn),
      }),
      "line",
    ),
    wide(words("howTo"), "note"),
    ...definition.sections.flatMap((section) => [
      wide("", "line"),
      wide(section.title[locale], "section"),
      ...(section.help ? [wide(section.help[locale], "note")] : []),
      ...section.items.flatMap((item): EntryRow[] =>
        item.kind === "table"
          ? tableRows(item)
          : [
              {
                code: rowCode.field(item.key),
                cells: [
                  { column: labels, value: labelOf(item), look: "label" },
                  input(item, content[item.key] as Value, inputs, last),
                ],
              },
            ],
      ),
    ]),
  ];
  return entryWorkbook({
    name: words("sheet"),
    widths: [4, 42, ...Array<number>(last - inputs + 1).fill(18)],
    rows,
    lists,
    identity: {
      mark: templateMark,
      form: to.form.code,
      version: String(to.form.versionNo),
      assignment: String(to.assignmentId),
      locale,
    },
    refused: { title: words("refusedTitle"), text: words("refusedText") },
  });
}
