import { type Answers, draftSchema, readValue } from "./answers";
import type { FormDefinition } from "./definition";
import type { Field } from "./field";
import { isKnown, type Known, type KnownKey } from "./known";
import { partsOf } from "./rules";

/** The facts that a form asks the portal for, each once. */
export function factsOf(definition: FormDefinition): KnownKey[] {
  const fields: Field[] = partsOf(definition).flatMap((part) => (part.kind === "table" ? part.columns : [part]));
  return [...new Set(fields.flatMap(({ prefill }) => (prefill !== null && isKnown(prefill) ? [prefill] : [])))];
}

/**
 * Answers begun with what the portal knows, and the paths of these; what does not fit the field (too large, too long) is
 * left to the reporter.
 */
export function prefilled(definition: FormDefinition, known: Known): { content: Answers; paths: string[] } {
  const raw: Record<string, unknown> = {};
  const paths: string[] = [];
  const fitting = (field: Field, value: unknown) => {
    const read = readValue(field, value);
    return read.problem || read.value === null ? null : read.value;
  };
  for (const part of partsOf(definition)) {
    if (part.kind !== "table") {
      const value = part.prefill !== null && isKnown(part.prefill) ? fitting(part, known[part.prefill]) : null;
      if (value === null) continue;
      raw[part.key] = value;
      paths.push(part.key);
      continue;
    }
    if (part.rows.kind !== "fixed") continue;
    const rows: Record<string, Record<string, unknown>> = {};
    for (const { key } of part.rows.rows)
      for (const column of part.columns) {
        const fact = column.prefill !== null && isKnown(column.prefill) ? known[column.prefill] : undefined;
        const value = typeof fact === "object" && Object.hasOwn(fact, key) ? fitting(column, fact[key]) : null;
        if (value === null) continue;
        rows[key] = { ...rows[key], [column.key]: value };
        paths.push(`${part.key}.${key}.${column.key}`);
      }
    raw[part.key] = rows;
  }
  return { content: draftSchema(definition).parse(raw), paths };
}
