import type { FormDefinition } from "./definition";
import { figureKeys } from "./figures";
import { partsOf } from "./rules";

/** Keys and options are letters, digits, `_` and `-` (lib/reports/field.ts): nothing in them ends the quotes. */
const step = (name: string) => `."${name}"`;

/**
 * Where the numbers of each figure stand in an answer, as a jsonpath of PostgreSQL: what it finds, added up, is what
 * `figuresOf` says of the same answer.
 */
export function figurePaths(definition: FormDefinition): { key: string; path: string }[] {
  const parts = partsOf(definition);
  return figureKeys(definition).map(({ key }) => {
    const [first = "", column = "", group] = key.split(".");
    const part = parts.find((one) => one.key === first);
    const numbers = ' ? (@.type() == "number")';
    if (part?.kind !== "table") return { key, path: `$${step(first)}${numbers}` };
    if (part.rows.kind === "fixed")
      return { key, path: `$${step(first)}${group ? step(group) : ".*"}${step(column)}${numbers}` };
    const rows = group ? `[*] ? (@${step(part.rows.groupBy ?? "")} == "${group}")` : "[*]";
    return { key, path: `$${step(first)}${rows}${step(column)}${numbers}` };
  });
}
