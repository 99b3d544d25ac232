import { z } from "zod";
import { isDay } from "@/lib/core/day";
import { fold, tidy } from "@/lib/core/text";

/** Words in both languages: a form speaks to enterprises from everywhere. */
export const words = (most: number) =>
  z.strictObject({
    vi: z.string().transform(tidy).pipe(z.string().min(1).max(most)),
    en: z.string().transform(tidy).pipe(z.string().min(1).max(most)),
  });
export type Words = z.output<ReturnType<typeof words>>;

const label = words(200);
const help = words(1_000).nullable().default(null);

/** Names that JavaScript or the browser's forms keep for themselves. */
const reserved = new Set(["root", "ref", "type", "types", "message"]);

/** The stable name of a field, table, column or row: totals and comparisons over years rest on it. */
export const key = z
  .string()
  .refine((text) => /^[a-z][A-Za-z0-9]{0,39}$/.test(text), { params: { code: "keyShape" } })
  .refine((text) => !reserved.has(text) && !(text in Object.prototype), { params: { code: "reservedKey" } });

const optionValue = z
  .string()
  .refine((text) => /^[A-Za-z][A-Za-z0-9_-]{0,39}$/.test(text), { params: { code: "keyShape" } })
  .refine((text) => !(text in Object.prototype), { params: { code: "reservedKey" } });

/** Values and both labels differ; a label of several choices holds no semicolon, which parts them in a cell. */
const options = z
  .array(z.strictObject({ value: optionValue, label: words(150) }))
  .min(1)
  .max(100)
  .superRefine((list, context) => {
    const seen = new Set<string>();
    list.forEach(({ value, label: name }, at) => {
      for (const [path, text] of [
        ["value", `=${value}`],
        ["vi", `vi${fold(name.vi)}${name.vi}`],
        ["en", `en${name.en}`],
      ] as const) {
        if (seen.has(text))
          context.addIssue({
            code: "custom",
            path: path === "value" ? [at, "value"] : [at, "label", path],
            params: { code: "twice" },
          });
        seen.add(text);
        if (path !== "value" && name[path].includes(";"))
          context.addIssue({ code: "custom", path: [at, "label", path], params: { code: "semicolon" } });
      }
    });
  });

const day = z.string().refine(isDay, { params: { code: "date" } });
const unit = words(30).nullable().default(null);
/** What is not said about the least is 0: a number below nothing must be meant. */
const bound = z.number().min(-1e15).max(1e15).nullable().default(null);

const common = {
  key,
  label,
  help,
  required: z.boolean().default(false),
  /** Key of lib/reports/known.ts: what the portal knows already. */
  prefill: z.string().max(80).nullable().default(null),
};
const sum = { sum: z.boolean().default(false) };
const bounds = { min: bound, max: bound };

export const field = z
  .discriminatedUnion("kind", [
    /** A whole number. `sum`: added up over all who report. */
    z.strictObject({
      kind: z.literal("integer"),
      ...common,
      ...bounds,
      unit,
      ...sum,
      /** It counts nothing, as a year: written without separators. */
      plain: z.boolean().optional(),
    }),
    /** At most four decimals. */
    z.strictObject({ kind: z.literal("decimal"), ...common, ...bounds, unit, ...sum }),
    /** Whole đồng. */
    z.strictObject({ kind: z.literal("money"), ...common, ...bounds, ...sum }),
    /** 0 to 100 unless it says otherwise, at most four decimals; never added up. */
    z.strictObject({ kind: z.literal("percent"), ...common, ...bounds }),
    z.strictObject({
      kind: z.literal("day"),
      ...common,
      from: day.nullable().default(null),
      to: day.nullable().default(null),
    }),
    /** One line. */
    z.strictObject({ kind: z.literal("text"), ...common, maxLength: z.int().min(1).max(500).default(200) }),
    z.strictObject({ kind: z.literal("longText"), ...common, maxLength: z.int().min(1).max(10_000).default(3_000) }),
    z.strictObject({ kind: z.literal("choice"), ...common, options }),
    z.strictObject({ kind: z.literal("choices"), ...common, options }),
    z.strictObject({ kind: z.literal("yesNo"), ...common }),
  ])
  .superRefine((one, context) => {
    const { least, most } = limitsOf(one);
    if (least !== null && most !== null && least > most)
      context.addIssue({ code: "custom", path: ["min"], params: { code: "minAboveMax" } });
    if (one.kind === "day" && one.from !== null && one.to !== null && one.from > one.to)
      context.addIssue({ code: "custom", path: ["from"], params: { code: "minAboveMax" } });
  });
export type Field = z.output<typeof field>;
export type FieldKind = Field["kind"];

export const fieldKinds = [
  "integer",
  "decimal",
  "money",
  "percent",
  "day",
  "text",
  "longText",
  "choice",
  "choices",
  "yesNo",
] as const satisfies FieldKind[];

/** Whether the answer is a number; đồng and per cent are. */
export const isNumeric = (one: Field): one is Extract<Field, { min: number | null }> => "min" in one;

/** The bounds that hold for a number, said or not; null for what is no number. */
export function limitsOf(one: Field): { least: number | null; most: number | null } {
  if (!isNumeric(one)) return { least: null, most: null };
  const most = one.kind === "percent" ? 100 : one.kind === "money" ? 1e15 : 1e12;
  return { least: one.min ?? 0, most: one.max ?? most };
}

/** Columns with the rows they are asked for: given ones with a name each, or as many as there are. */
export const table = z
  .strictObject({
    kind: z.literal("table"),
    key,
    label,
    help,
    columns: z.array(field).min(1).max(20),
    rows: z.discriminatedUnion("kind", [
      z.strictObject({ kind: z.literal("fixed"), rows: z.array(z.strictObject({ key, label })).min(1).max(100) }),
      z.strictObject({
        kind: z.literal("free"),
        least: z.int().min(0).max(500).default(0),
        most: z.int().min(1).max(500),
        /** A column of one choice, by which the sums are told apart. */
        groupBy: z.string().nullable().default(null),
      }),
    ]),
  })
  .superRefine(({ columns, rows }, context) => {
    const twice = (keys: readonly string[], path: (at: number) => (string | number)[]) =>
      keys.forEach((one, at) => {
        if (keys.indexOf(one) !== at)
          context.addIssue({ code: "custom", path: path(at), params: { code: "keyTwice", key: one } });
      });
    twice(
      columns.map((column) => column.key),
      (at) => ["columns", at, "key"],
    );
    if (rows.kind === "fixed") {
      twice(
        rows.rows.map((row) => row.key),
        (at) => ["rows", "rows", at, "key"],
      );
      return;
    }
    if (rows.least > rows.most)
      context.addIssue({ code: "custom", path: ["rows", "least"], params: { code: "minAboveMax" } });
    if (rows.groupBy !== null && columns.find(({ key: one }) => one === rows.groupBy)?.kind !== "choice")
      context.addIssue({
        code: "custom",
        path: ["rows", "groupBy"],
        params: { code: "unknownReference", reference: rows.groupBy },
      });
  });
export type Table = z.output<typeof table>;
