import { z } from "zod";
import { type Field, isNumeric, type Table, words } from "./field";

/**
 * What a rule speaks of: `workers` (a field), `training` (a table), `training.women` (a column: the sum of its rows) or
 * `training.women.welding` (a cell of a given row). Within a table a column alone: `women`.
 */
const reference = z
  .string()
  .refine((text) => /^[a-z]\w{0,39}(\.[a-z][\w-]{0,39}){0,2}$/i.test(text), { params: { code: "choice" } });

const common = {
  /** A table in each row of which the rule holds; its references are then columns of that table. */
  within: z.string().max(40).nullable().default(null),
  /** Words of its own instead of those that are made of the labels. */
  message: words(300).nullable().default(null),
};

export const rule = z.discriminatedUnion("kind", [
  /** The total is what its parts add up to, less what is taken off. */
  z.strictObject({
    kind: z.literal("sumEquals"),
    ...common,
    total: reference,
    parts: z.array(reference).min(1).max(60),
    minus: z.array(reference).max(60).default([]),
  }),
  /** A number, or a day, is not more, or not later, than another. */
  z.strictObject({ kind: z.literal("notMore"), ...common, less: reference, than: reference }),
  /** To be answered when another is filled, is more than 0, or is a certain answer (`yes`, `no`, or an option). */
  z.strictObject({
    kind: z.literal("requiredWhen"),
    ...common,
    field: reference,
    when: reference,
    is: z.discriminatedUnion("test", [
      z.strictObject({ test: z.literal("filled") }),
      z.strictObject({ test: z.literal("positive") }),
      z.strictObject({ test: z.literal("equals"), value: z.string().max(40) }),
    ]),
  }),
  /** Not all of them may stay empty. */
  z.strictObject({ kind: z.literal("atLeastOne"), ...common, fields: z.array(reference).min(2).max(60) }),
]);
export type Rule = z.output<typeof rule>;
export type RuleKind = Rule["kind"];
export const ruleKinds = ["sumEquals", "notMore", "requiredWhen", "atLeastOne"] as const satisfies RuleKind[];

export type Target =
  | { kind: "field"; field: Field }
  | { kind: "table"; table: Table }
  | { kind: "column"; table: Table; field: Field }
  | { kind: "cell"; table: Table; field: Field; row: string };

export type Part = Field | Table;
type Sections = readonly { items: readonly Part[] }[];

export const partsOf = (definition: { sections: Sections }): Part[] =>
  definition.sections.flatMap(({ items }) => items);

/** What a reference names; null when there is nothing of that name. */
export function resolve(definition: { sections: Sections }, text: string, within: string | null): Target | null {
  const [first = "", second, third] = (within === null ? text : `${within}.${text}`).split(".");
  const found = partsOf(definition).find((one) => one.key === first);
  if (!found) return null;
  if (found.kind !== "table") return second === undefined ? { kind: "field", field: found } : null;
  if (second === undefined) return { kind: "table", table: found };
  const column = found.columns.find((one) => one.key === second);
  if (!column) return null;
  if (third === undefined) return { kind: "column", table: found, field: column };
  const known = within === null && found.rows.kind === "fixed" && found.rows.rows.some((row) => row.key === third);
  return known ? { kind: "cell", table: found, field: column, row: third } : null;
}

/** The references of a rule, each with its place in the rule. */
export function referencesOf(one: Rule): { path: (string | number)[]; text: string }[] {
  if (one.kind === "sumEquals")
    return [
      { path: ["total"], text: one.total },
      ...one.parts.map((text, at) => ({ path: ["parts", at], text })),
      ...one.minus.map((text, at) => ({ path: ["minus", at], text })),
    ];
  if (one.kind === "notMore")
    return [
      { path: ["less"], text: one.less },
      { path: ["than"], text: one.than },
    ];
  if (one.kind === "requiredWhen")
    return [
      { path: ["field"], text: one.field },
      { path: ["when"], text: one.when },
    ];
  return one.fields.map((text, at) => ({ path: ["fields", at], text }));
}

export type RuleProblem = { path: (string | number)[]; code: string; params?: Record<string, string> };

const addable = (target: Target) => target.kind !== "table" && isNumeric(target.field);

/** What is wrong with one rule of a definition: names nothing, or speaks of what it cannot compare. */
export function ruleProblems(definition: { sections: Sections }, one: Rule): RuleProblem[] {
  if (one.within !== null && resolve(definition, one.within, null)?.kind !== "table")
    return [{ path: ["within"], code: "unknownReference", params: { reference: one.within } }];
  const targets = new Map<string, Target>();
  const problems: RuleProblem[] = [];
  const seen = new Set<string>();
  for (const { path, text } of referencesOf(one)) {
    const target = resolve(definition, text, one.within);
    if (!target) problems.push({ path, code: "unknownReference", params: { reference: text } });
    else targets.set(text, target);
    if (seen.has(text)) problems.push({ path, code: "referenceTwice", params: { reference: text } });
    seen.add(text);
  }
  if (problems.length > 0) return problems;
  const wrong = (path: (string | number)[], code: string, text: string) =>
    problems.push({ path, code, params: { reference: text } });
  const target = (text: string) => targets.get(text) as Target;

  if (one.kind === "sumEquals") {
    for (const { path, text } of referencesOf(one)) if (!addable(target(text))) wrong(path, "notANumber", text);
  } else if (one.kind === "notMore") {
    const isDay = (text: string) => {
      const found = target(text);
      // The sum of a column of days says nothing.
      return found.kind !== "table" && found.field.kind === "day" && (found.kind !== "column" || one.within !== null);
    };
    if (isDay(one.less) && isDay(one.than)) return problems;
    for (const { path, text } of referencesOf(one)) if (!addable(target(text))) wrong(path, "notComparable", text);
  } else if (one.kind === "requiredWhen") {
    const asked = target(one.field);
    if (asked.kind === "column" && one.within === null) wrong(["field"], "columnOutsideItsTable", one.field);
    const cause = target(one.when);
    if (one.is.test === "positive" && !addable(cause)) wrong(["when"], "notANumber", one.when);
    if (one.is.test === "equals" && !answersOf(cause, one.within).includes(one.is.value))
      wrong(["is", "value"], "unknownAnswer", one.is.value);
  }
  return problems;
}

/** The answers with which a target can be compared; none for what is typed freely or is many answers at once. */
export function answersOf(target: Target, within: string | null): string[] {
  if (target.kind === "table" || (target.kind === "column" && within === null)) return [];
  const { field } = target;
  if (field.kind === "yesNo") return ["yes", "no"];
  return field.kind === "choice" || field.kind === "choices" ? field.options.map(({ value }) => value) : [];
}

/**
 * A circle of rules in which each is at least the next (`a = b + c`, `b = a + d`): no answer but zeros could keep them.
 * As references in order, the first again at the end; null when there is none.
 */
export function circleOf(rules: readonly Rule[]): { at: number; path: string[] } | null {
  const edges = new Map<string, { to: string; rule: number }[]>();
  const link = (from: string, to: string, at: number) =>
    edges.set(from, [...(edges.get(from) ?? []), { to, rule: at }]);
  const full = (one: Rule, text: string) => (one.within === null ? text : `${one.within}.${text}`);
  rules.forEach((one, at) => {
    // What is taken off may make the total smaller than its parts: no order is known then.
    if (one.kind === "sumEquals" && one.minus.length === 0)
      for (const part of one.parts) link(full(one, one.total), full(one, part), at);
    if (one.kind === "notMore") link(full(one, one.than), full(one, one.less), at);
    for (const { text } of referencesOf(one)) {
      const [table, column, row] = text.split(".");
      if (row !== undefined) link(`${table}.${column}`, text, at);
    }
  });
  const done = new Set<string>();
  const walk = (from: string, way: readonly string[]): { at: number; path: string[] } | null => {
    if (done.has(from)) return null;
    for (const { to, rule: at } of edges.get(from) ?? []) {
      const begin = way.indexOf(to);
      if (begin !== -1) return { at, path: [...way.slice(begin), to] };
      const found = walk(to, [...way, to]);
      if (found) return found;
    }
    done.add(from);
    return null;
  };
  for (const from of edges.keys()) {
    const found = walk(from, [from]);
    if (found) return found;
  }
  return null;
}
