import { expect, it } from "vitest";
import { flatErrors, said, toFieldErrors } from "./field-errors";

const problems = said(
  [
    { path: ["title"], code: "required" },
    { path: ["rows", 1, "count"], code: "tooSmall", params: { minimum: 3 } },
  ],
  ({ code, params }) => `${code}:${params?.minimum ?? ""}`,
);

it("puts each problem at its field, and finds them all again", () => {
  const errors = toFieldErrors(problems);
  expect(errors.title).toEqual({ type: "required", message: "required:" });
  expect(flatErrors(errors)).toEqual([
    { name: "title", code: "required", message: "required:" },
    { name: "rows.1.count", code: "tooSmall", message: "tooSmall:3" },
  ]);
});

it("keeps a problem of the whole input", () => {
  const errors = toFieldErrors([{ name: "", code: "invalid", message: "no" }]);
  expect(flatErrors(errors)).toEqual([{ name: "root", code: "invalid", message: "no" }]);
});
