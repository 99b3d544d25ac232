import { parseDecimal } from "@/lib/core/decimal";
import { fold, tidy } from "@/lib/core/text";
import type { Cell } from "@/lib/documents/table";
import { readDay } from "@/lib/imports/read-day";
import { groupedInteger, type Params, readCount, readText, shown } from "@/lib/imports/readers";
import type { Value } from "./answers";
import { showAnswer } from "./compare";
import { type Field, isNumeric, limitsOf } from "./field";

/** What a cell says; with a problem, `value` is what stands there, so that it can be put right on the screen. */
export type ReadAnswer = { value: Value; problem?: { code: string; params?: Params } };

/** Machines add in binary: what is off by less than this was meant. */
const noise = 1e-9;

function readNumber(field: Field, cell: Cell): ReadAnswer {
  const whole = field.kind === "integer" || field.kind === "money";
  if (cell.kind === "number") {
    const value = Number(cell.value);
    const near = Math.round(value);
    if (whole) return { value: Math.abs(value - near) < noise ? near : value };
    // A quotient that a formula gave has no end; a number that was typed has the decimals that it has.
    const short = Number(value.toFixed(4));
    return { value: cell.formula || Math.abs(value - short) < noise ? short : value };
  }
  const text = shown(cell);
  if (cell.kind !== "text") return { value: text, problem: { code: "number" } };
  if (!whole) {
    const value = parseDecimal(text.replace(/\s*%$/, ""), null);
    return value === null ? { value: text, problem: { code: "ambiguousNumber", params: { found: text } } } : { value };
  }
  if (field.kind === "money") {
    const value = groupedInteger(text.replace(/\s*(đồng|đ|vnđ|vnd)\.?$/i, ""));
    return value === null ? { value: text, problem: { code: "number" } } : { value };
  }
  const negative = /^[-−–]\s*(\d.*)$/.exec(text);
  if (negative && (limitsOf(field).least ?? 0) < 0) {
    const value = groupedInteger(negative[1] ?? "");
    return value === null ? { value: text, problem: { code: "wholeNumber" } } : { value: value === 0 ? 0 : -value };
  }
  const read = readCount(cell, { today: "", header: "" });
  if (!read.ok) return { value: text, problem: { code: read.code, params: { found: text, ...read.params } } };
  return { value: read.value };
}

type Option = { value: string; labels: readonly string[] };

/** By its words in either language as they stand; then without accents and case, where that tells one from the others. */
function chosen(options: readonly Option[], text: string): string | null {
  const exact = options.find(({ value, labels }) => value === text || labels.includes(text));
  if (exact) return exact.value;
  const alike = options.filter(({ labels }) => labels.some((label) => fold(label) === fold(text)));
  return alike.length === 1 ? (alike[0]?.value ?? null) : null;
}

const bare = new Set(["x", "✓", "✔", "1", "true"]);

/** One cell of a filled template as an answer to a field. `today` gives a day without a year its year. */
export function readAnswer(field: Field, cell: Cell, today: string): ReadAnswer {
  if (cell.kind === "error")
    return { value: null, problem: { code: "cellError", params: { found: String(cell.value) } } };
  if (isNumeric(field)) return readNumber(field, cell);
  const text = shown(cell);
  switch (field.kind) {
    case "day": {
      const read = readDay(cell, { today, header: "" });
      return read.ok ? { value: read.value } : { value: text, problem: { code: "date" } };
    }
    case "text":
    case "longText": {
      const read = readText(field.maxLength)(cell, { today, header: "" });
      return read.ok
        ? { value: read.value }
        : { value: String(cell.value), problem: { code: read.code, ...(read.params && { params: read.params }) } };
    }
    case "yesNo": {
      if (cell.kind === "boolean") return { value: cell.value ? "yes" : "no" };
      const options = (["yes", "no"] as const).map((value) => ({
        value,
        labels: [showAnswer(field, value, "vi"), showAnswer(field, value, "en")],
      }));
      const value = bare.has(fold(text)) ? "yes" : chosen(options, text);
      return value ? { value } : { value: text, problem: { code: "choiceUnknown", params: { found: text } } };
    }
    case "choice":
    case "choices": {
      const options = field.options.map(({ value, label }) => ({ value, labels: [label.vi, label.en] }));
      const one = chosen(options, text);
      if (field.kind === "choice")
        return one ? { value: one } : { value: text, problem: { code: "choiceUnknown", params: { found: text } } };
      if (one) return { value: [one] };
      const parts = String(cell.value).split(/[;\n]/).map(tidy).filter(Boolean);
      const values = parts.map((part) => chosen(options, part));
      const lost = parts.filter((_, at) => values[at] === null);
      const known = values.filter((value) => value !== null);
      return lost.length === 0
        ? { value: known }
        : { value: known, problem: { code: "choiceUnknown", params: { found: lost.join("; ") } } };
    }
  }
}
