/**
 * What a command answers. A refusal that a person can meet is a value with a code; its words live in the messages
 * (`common.refusals` or the domain's own). A bug throws.
 */
export type FieldProblem = {
  /** Path of the field in the input, e.g. `["qualifications", "college"]`. */
  path: (string | number)[];
  /** Key under `common.validation` or the domain's messages. */
  code: string;
  params?: Record<string, string | number>;
};

export type Refusal<C extends string = string> = {
  ok: false;
  code: C;
  fields?: FieldProblem[];
  params?: Record<string, string | number>;
};

export type Success<T> = { ok: true; value: T };
export type Result<T, C extends string = string> = Success<T> | Refusal<C>;

export const ok = <T>(value: T): Success<T> => ({ ok: true, value });

export function refuse<C extends string>(
  code: C,
  more: { fields?: FieldProblem[]; params?: Record<string, string | number> } = {},
): Refusal<C> {
  return { ok: false, code, ...more };
}
