import { type FieldErrors, type FieldValues, set } from "react-hook-form";
import type { FieldProblem } from "@/lib/core/result";

/** Says a problem in words; the domain's codes first, then `common.validation`. */
export type Say = (problem: FieldProblem) => string;

export type SaidProblem = { name: string; code: string; message: string };

/** The name by which react-hook-form knows a field: `qualifications.college`. */
export const nameOf = (problem: FieldProblem): string => problem.path.join(".");

export const said = (problems: readonly FieldProblem[], say: Say): SaidProblem[] =>
  problems.map((problem) => ({ name: nameOf(problem), code: problem.code, message: say(problem) }));

/** The same as the nested object that react-hook-form wants. A problem of the whole input goes to `root`. */
export function toFieldErrors(problems: readonly SaidProblem[]): FieldErrors<FieldValues> {
  const errors: FieldErrors<FieldValues> = {};
  for (const { name, code, message } of problems) set(errors, name || "root", { type: code, message });
  return errors;
}

/** The opposite: every message in an errors object, with the name of its field, in the order of the object. */
export function flatErrors(errors: unknown, prefix = ""): SaidProblem[] {
  if (typeof errors !== "object" || errors === null) return [];
  if ("type" in errors && "message" in errors && typeof errors.message === "string")
    return [{ name: prefix, code: String(errors.type), message: errors.message }];
  return Object.entries(errors)
    .filter(([key]) => key !== "ref")
    .flatMap(([key, inner]) => flatErrors(inner, prefix ? `${prefix}.${key}` : key));
}
