import type { Answers } from "./answers";
import type { FormDefinition } from "./definition";

/**
 * Every place of a report that a reason can be given for, with its label: fields, tables, and cells that are answered or
 * asked for; by the path at which the form shows it.
 */
export function fieldChoices(
  definition: FormDefinition,
  content: Answers,
  locale: "vi" | "en",
): { value: string; label: string }[] {
  return definition.sections.flatMap(({ items }) =>
    items.flatMap((item) => {
      if (item.kind !== "table") return [{ value: item.key, label: item.label[locale] }];
      const { rows } = item;
      const own = content[item.key];
      const named =
        rows.kind === "fixed"
          ? rows.rows.map(({ key, label }) => ({ key, label: label[locale] }))
          : (Array.isArray(own) ? own : []).map((_, at) => ({ key: String(at), label: String(at + 1) }));
      return [
        { value: item.key, label: item.label[locale] },
        ...named.flatMap((row) =>
          item.columns.map((column) => ({
            value: `${item.key}.${row.key}.${column.key}`,
            label: `${item.label[locale]} · ${row.label} · ${column.label[locale]}`,
          })),
        ),
      ];
    }),
  );
}
