import { formatDay } from "@/lib/core/day";
import type { FieldProblem } from "@/lib/core/result";
import type { Answers, RowAnswers, Value } from "./answers";
import type { FormDefinition } from "./definition";
import { isNumeric } from "./field";
import { type Rule, referencesOf, resolve, type Target } from "./rules";

const isEmpty = (value: Value | undefined): boolean =>
  value === undefined || value === null || value === "" || (Array.isArray(value) && value.length === 0);

/** Sums of decimals are compared as they are written, not as the machine adds them. */
export const rounded = (value: number): number => Number(value.toFixed(4));

/** Rows of a table by the name under which its problems stand: their key, or their number. */
export const rowsIn = (content: Answers, table: string): [string | number, RowAnswers][] => {
  const rows = content[table];
  if (Array.isArray(rows)) return (rows as RowAnswers[]).map((row, at) => [at, row]);
  return rows && typeof rows === "object" ? Object.entries(rows as Record<string, RowAnswers>) : [];
};

/** Looks at answers through references; `row` is the row of the table within which a rule holds. */
function reading(content: Answers, row: RowAnswers | null) {
  const values = (target: Target): Value[] => {
    if (target.kind === "field") return [(content[target.field.key] ?? null) as Value];
    if (target.kind === "table") return rowsIn(content, target.table.key).flatMap(([, each]) => Object.values(each));
    const { key } = target.field;
    if (target.kind === "cell")
      return [((content[target.table.key] as Record<string, RowAnswers>)?.[target.row]?.[key] ?? null) as Value];
    return row ? [row[key] ?? null] : rowsIn(content, target.table.key).map(([, each]) => each[key] ?? null);
  };
  const filled = (target: Target) => values(target).some((value) => !isEmpty(value));
  /** Null: nothing of it is answered. */
  const number = (target: Target): number | null => {
    const numbers = values(target).filter((value) => typeof value === "number");
    return numbers.length > 0 ? rounded(numbers.reduce((sum, value) => sum + value, 0)) : null;
  };
  return { values, filled, number };
}

const said = (value: Value) => (typeof value === "number" ? value : formatDay(String(value)));

type Found = Omit<FieldProblem, "code">;

function broken(
  one: Rule,
  target: (text: string) => Target,
  content: Answers,
  row: RowAnswers | null,
  path: (of: Target) => FieldProblem["path"],
): Found | null {
  const { values, filled, number } = reading(content, row);
  switch (one.kind) {
    case "sumEquals": {
      const total = number(target(one.total));
      const parts = [
        ...one.parts.map((text) => number(target(text))),
        ...one.minus.map((text) => {
          const part = number(target(text));
          return part && -part;
        }),
      ];
      if (total === null && parts.every((part) => part === null)) return null;
      const sum = rounded(parts.reduce<number>((all, part) => all + (part ?? 0), 0));
      return sum === (total ?? 0) && total !== null
        ? null
        : { path: path(target(one.total)), params: { expected: sum, found: total ?? 0 } };
    }
    case "notMore": {
      const [less, than] = [target(one.less), target(one.than)];
      const days = less.kind !== "table" && !isNumeric(less.field);
      const [a, b] = days ? [values(less)[0] ?? null, values(than)[0] ?? null] : [number(less), number(than)];
      if (isEmpty(a) || isEmpty(b) || a === null || b === null || a <= b) return null;
      return { path: path(less), params: { found: said(a), most: said(b) } };
    }
    case "requiredWhen": {
      if (filled(target(one.field))) return null;
      const cause = target(one.when);
      const { is } = one;
      const holds =
        is.test === "filled"
          ? filled(cause)
          : is.test === "positive"
            ? (number(cause) ?? 0) > 0
            : values(cause).some((value) => value === is.value || (Array.isArray(value) && value.includes(is.value)));
      return holds ? { path: path(target(one.field)) } : null;
    }
    case "atLeastOne":
      return one.fields.some((text) => filled(target(text))) ? null : { path: path(target(one.fields[0] ?? "")) };
  }
}

/**
 * The rules that answers break, each at the field to look at first: `rule_<kind>` with `params.rule`, its number, and the
 * numbers or days that were compared. Rules about anything in `wrong` are passed over.
 */
export function brokenRules(
  definition: FormDefinition,
  content: Answers,
  wrong: readonly FieldProblem["path"][],
): FieldProblem[] {
  const problems: FieldProblem[] = [];
  definition.rules.forEach((one, at) => {
    const targets = new Map<string, Target>();
    for (const { text } of referencesOf(one)) {
      const found = resolve(definition, text, one.within);
      if (!found) throw new Error(`rule ${at} of a form names ${text}, which is not there`);
      targets.set(text, found);
    }
    const target = (text: string) => targets.get(text) as Target;
    const touches = (row: string | number | null) =>
      [...targets.values()].some((of) =>
        wrong.some(([name, second, third]) => {
          if (of.kind === "field") return name === of.field.key;
          if (name !== of.table.key) return false;
          if (second === "root") return true;
          if (row !== null && second !== row) return false;
          if (of.kind === "cell" && second !== of.row) return false;
          return of.kind === "table" || third === of.field.key;
        }),
      );
    const run = (row: RowAnswers | null, name: string | number | null) => {
      if (touches(name)) return;
      const path = (of: Target): FieldProblem["path"] => {
        if (of.kind === "field") return [of.field.key];
        if (of.kind === "table") return [of.table.key, "root"];
        if (of.kind === "cell") return [of.table.key, of.row, of.field.key];
        return name === null ? [of.table.key, "root"] : [of.table.key, name, of.field.key];
      };
      const found = broken(one, target, content, row, path);
      if (found) problems.push({ path: found.path, code: `rule_${one.kind}`, params: { rule: at, ...found.params } });
    };
    if (one.within === null) run(null, null);
    else
      for (const [name, row] of rowsIn(content, one.within)) {
        const given = resolve(definition, one.within, null);
        const free = given?.kind === "table" && given.table.rows.kind === "free";
        // An empty row of a free table is no row.
        if (free && Object.values(row).every(isEmpty)) continue;
        run(row, name);
      }
  });
  return problems;
}
