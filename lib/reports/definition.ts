import { z } from "zod";
import { type Field, field, key, table, words } from "./field";
import { factsFor } from "./known";
import { circleOf, rule, ruleProblems } from "./rules";

const section = z.strictObject({
  key,
  title: words(200),
  help: words(2_000).nullable().default(null),
  items: z
    .array(z.discriminatedUnion("kind", [table, field]))
    .min(1)
    .max(40),
});

/** Cells of all tables together, at their most rows. */
const mostCells = 5_000;
/** Characters of a definition as JSON. */
const longest = 300_000;

/** A definition as it may stand in the database: whole in itself, every reference leads somewhere. */
export const formDefinition = z
  .strictObject({
    sections: z.array(section).min(1).max(20),
    rules: z.array(rule).max(100).default([]),
    /** "Nothing to report" is an answer. */
    nilAllowed: z.boolean().default(false),
  })
  .superRefine((definition, context) => {
    const problem = (path: (string | number)[], code: string, params: Record<string, string | number> = {}) =>
      context.addIssue({ code: "custom", path, params: { code, ...params } });
    const sections = new Set<string>();
    const keys = new Set<string>();
    let cells = 0;
    definition.sections.forEach(({ key: name, items }, at) => {
      if (sections.has(name)) problem(["sections", at, "key"], "keyTwice", { key: name });
      sections.add(name);
      items.forEach((item, index) => {
        const path = ["sections", at, "items", index];
        if (keys.has(item.key)) problem([...path, "key"], "keyTwice", { key: item.key });
        keys.add(item.key);
        const fact = (one: Field, place: "field" | "column", where: (string | number)[]) => {
          if (one.prefill !== null && !factsFor(one.kind, place).some((known) => known === one.prefill))
            problem([...where, "prefill"], "unknownFact", { fact: one.prefill });
        };
        if (item.kind !== "table") {
          fact(item, "field", path);
          return;
        }
        cells += item.columns.length * (item.rows.kind === "fixed" ? item.rows.rows.length : item.rows.most);
        item.columns.forEach((column, which) => {
          // Rows that nobody knows beforehand cannot be filled beforehand.
          if (item.rows.kind === "free" && column.prefill !== null)
            problem([...path, "columns", which, "prefill"], "unknownFact", { fact: column.prefill });
          else fact(column, "column", [...path, "columns", which]);
        });
      });
    });
    if (cells > mostCells) problem(["sections"], "tooManyCells", { maximum: mostCells });
    if (JSON.stringify(definition).length > longest) problem([], "definitionTooLarge");
    let sound = true;
    definition.rules.forEach((one, at) => {
      for (const { path, code, params } of ruleProblems(definition, one)) {
        sound = false;
        problem(["rules", at, ...path], code, params);
      }
    });
    const circle = sound ? circleOf(definition.rules) : null;
    if (circle) problem(["rules", circle.at], "circle", { path: circle.path.join(" → ") });
  });

/** A form as it is typed by whoever makes it. */
export type FormDefinitionInput = z.input<typeof formDefinition>;
export type FormDefinition = z.output<typeof formDefinition>;
export type Section = FormDefinition["sections"][number];

/** A definition that stands in the database; it was checked when it was written. */
export const definitionOf = (stored: unknown): FormDefinition => formDefinition.parse(stored);
