import type { Answers } from "./answers";
import type { FormDefinition } from "./definition";
import { type Field, isNumeric, type Words } from "./field";
import { rounded, rowsIn } from "./rule-check";
import { partsOf } from "./rules";

/** A number that is added up over all who report. */
export type Figure = {
  /** `workers`, `training.women` (a column) or `training.women.welding` (of a given row, or of an option). */
  key: string;
  label: Words;
  kind: "integer" | "decimal" | "money";
  unit: Words | null;
};

type Added = Extract<Field, { sum: boolean }>;
const added = (field: Field): field is Added => isNumeric(field) && "sum" in field && field.sum;

const joined = (a: Words, b: Words): Words => ({ vi: `${a.vi} · ${b.vi}`, en: `${a.en} · ${b.en}` });
const figure = (key: string, label: Words, field: Added): Figure => ({
  key,
  label,
  kind: field.kind,
  unit: field.kind === "money" ? null : field.unit,
});

/** What is added up of a form, in its order: a column's sum first, then its given rows or the options of its group. */
export function figureKeys(definition: FormDefinition): Figure[] {
  return partsOf(definition).flatMap((part) => {
    if (part.kind !== "table") return added(part) ? [figure(part.key, part.label, part)] : [];
    const { rows, columns } = part;
    const group = rows.kind === "free" ? columns.find(({ key }) => key === rows.groupBy) : undefined;
    const of: { key: string; label: Words }[] =
      rows.kind === "fixed"
        ? rows.rows
        : group?.kind === "choice"
          ? group.options.map(({ value, label }) => ({ key: value, label }))
          : [];
    return columns.filter(added).flatMap((column) => {
      const name = `${part.key}.${column.key}`;
      const label = joined(part.label, column.label);
      return [
        figure(name, label, column),
        ...of.map((one) => figure(`${name}.${one.key}`, joined(label, one.label), column)),
      ];
    });
  });
}

/** The numbers of one answer by the keys of `figureKeys`; what was not answered counts 0. */
export function figuresOf(definition: FormDefinition, content: Answers): Record<string, number> {
  const figures: Record<string, number> = Object.fromEntries(figureKeys(definition).map(({ key }) => [key, 0]));
  const add = (key: string, value: unknown) => {
    if (typeof value === "number" && key in figures) figures[key] = rounded((figures[key] ?? 0) + value);
  };
  for (const part of partsOf(definition)) {
    if (part.kind !== "table") {
      add(part.key, content[part.key]);
      continue;
    }
    const by = part.rows.kind === "free" ? part.rows.groupBy : null;
    for (const [name, row] of rowsIn(content, part.key))
      for (const column of part.columns) {
        const key = `${part.key}.${column.key}`;
        const group = part.rows.kind === "fixed" ? name : by === null ? null : row[by];
        add(key, row[column.key]);
        if (group !== null && group !== undefined) add(`${key}.${group}`, row[column.key]);
      }
  }
  return figures;
}
