import type { z } from "zod";
import type { FieldProblem } from "./result";

type Issue = z.core.$ZodIssue;
type Params = NonNullable<FieldProblem["params"]>;

const path = (issue: { path: PropertyKey[] }): FieldProblem["path"] =>
  issue.path.map((part) => (typeof part === "symbol" ? String(part) : part));

/** Zod drops the input from its issues; what was received then stands only at the end of its English message. */
const missing = (issue: z.core.$ZodIssueInvalidType): boolean =>
  issue.input === null || /received (undefined|null)$/.test(issue.message);

const ofType: Record<string, string> = { number: "number", int: "number", bigint: "number", date: "date" };
const ofFormat: Record<string, string> = { email: "email", date: "date", datetime: "date", e164: "phone" };

function bound(code: "Small" | "Big", origin: string, limit: number | bigint): [string, Params] {
  const params: Params = code === "Small" ? { minimum: Number(limit) } : { maximum: Number(limit) };
  if (origin === "date") return ["date", {}];
  if (origin === "string") return [code === "Small" ? "tooShort" : "tooLong", params];
  return [`too${code}`, params];
}

/** A custom check names its own code: `.refine(fits, { params: { code: "sumDiffers", total: 12 } })`. */
function custom(params: Record<string, unknown> | undefined): [string, Params] {
  const { code, ...rest } = params ?? {};
  const kept = Object.entries(rest).filter(
    (entry): entry is [string, string | number] => typeof entry[1] === "string" || typeof entry[1] === "number",
  );
  return [typeof code === "string" ? code : "invalid", Object.fromEntries(kept)];
}

function codeOf(issue: Issue): [string, Params] {
  switch (issue.code) {
    case "invalid_type":
      return [missing(issue) ? "required" : (ofType[issue.expected] ?? "invalid"), {}];
    case "too_small":
      // An empty text or list is a question not answered, not a text that is too short.
      if (Number(issue.minimum) === 1 && ["string", "array", "set", "map"].includes(issue.origin))
        return ["required", {}];
      return bound("Small", issue.origin, issue.minimum);
    case "too_big":
      return bound("Big", issue.origin, issue.maximum);
    case "invalid_format":
      return [ofFormat[issue.format] ?? "invalid", {}];
    case "invalid_value":
      return ["choice", {}];
    case "custom":
      return custom(issue.params);
    default:
      return ["invalid", {}];
  }
}

function flatten(issue: Issue): FieldProblem[] {
  if (issue.code === "invalid_union") {
    // The alternative that came nearest says most about what to correct; without one the discriminator is wrong.
    const nearest = [...issue.errors].sort((a, b) => a.length - b.length)[0];
    if (!nearest?.length) return [{ path: path(issue), code: "choice" }];
    return nearest.flatMap((inner) => flatten({ ...inner, path: [...issue.path, ...inner.path] }));
  }
  if (issue.code === "unrecognized_keys")
    return issue.keys.map((key) => ({ path: [...path(issue), key], code: "invalid" }));
  const [code, params] = codeOf(issue);
  return [{ path: path(issue), code, ...(Object.keys(params).length > 0 && { params }) }];
}

/**
 * What is wrong with an input, in the codes of `common.validation` (or a domain's own, where a schema says
 * `.refine(…, { params: { code } })`). The browser and the command both use it, so both say the same about a field.
 * One problem a field: the first, as a person corrects one thing after the other.
 */
export function problemsOf(error: z.ZodError): FieldProblem[] {
  const first = new Map<string, FieldProblem>();
  for (const problem of error.issues.flatMap(flatten)) {
    const key = JSON.stringify(problem.path);
    if (!first.has(key)) first.set(key, problem);
  }
  return [...first.values()];
}
