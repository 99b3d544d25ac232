import { describe, expect, it } from "vitest";
import { z } from "zod";
import { problemsOf } from "./problems";

function problems(schema: z.ZodType, input: unknown) {
  const parsed = schema.safeParse(input);
  return parsed.success ? [] : problemsOf(parsed.error);
}

describe("problemsOf", () => {
  it.each([
    ["a missing text", z.object({ a: z.string() }), {}, "required"],
    ["a missing number", z.object({ a: z.number() }), { a: null }, "required"],
    ["a text that says nothing", z.object({ a: z.string().trim().min(1) }), { a: "  " }, "required"],
    ["an empty list", z.object({ a: z.array(z.string()).min(1) }), { a: [] }, "required"],
    ["a word for a number", z.object({ a: z.number() }), { a: "many" }, "number"],
    ["half a person", z.object({ a: z.int() }), { a: 1.5 }, "number"],
    ["a choice not offered", z.object({ a: z.enum(["x", "y"]) }), { a: "z" }, "choice"],
    ["an address without a host", z.object({ a: z.email() }), { a: "lan@" }, "email"],
    ["a day that does not exist", z.object({ a: z.iso.date() }), { a: "2026-02-30" }, "date"],
    ["a pattern", z.object({ a: z.string().regex(/^x/) }), { a: "y" }, "invalid"],
    ["a key nobody knows", z.strictObject({}), { a: 1 }, "invalid"],
    [
      "a discriminator nobody knows",
      z.discriminatedUnion("a", [z.object({ a: z.literal("x") })]),
      { a: "q" },
      "choice",
    ],
  ])("%s", (_, schema, input, code) => {
    expect(problems(schema, input)).toEqual([{ path: ["a"], code }]);
  });

  it("carries the limits, so that the sentence can name them", () => {
    const schema = z.object({ name: z.string().min(3).max(5), count: z.number().min(1).max(9) });
    expect(problems(schema, { name: "ab", count: 0 })).toEqual([
      { path: ["name"], code: "tooShort", params: { minimum: 3 } },
      { path: ["count"], code: "tooSmall", params: { minimum: 1 } },
    ]);
    expect(problems(schema, { name: "abcdef", count: 10 })).toEqual([
      { path: ["name"], code: "tooLong", params: { maximum: 5 } },
      { path: ["count"], code: "tooBig", params: { maximum: 9 } },
    ]);
  });

  it("lets a schema name its own code and its numbers", () => {
    const schema = z.object({ total: z.number(), part: z.number() }).refine((value) => value.part <= value.total, {
      path: ["part"],
      params: { code: "sumDiffers", total: 3, x: {} },
    });
    expect(problems(schema, { total: 3, part: 4 })).toEqual([
      { path: ["part"], code: "sumDiffers", params: { total: 3 } },
    ]);
  });

  it("speaks of the nearest alternative of a union, at its full path", () => {
    const schema = z.object({
      rows: z.array(z.union([z.object({ a: z.string(), b: z.string() }), z.object({ c: z.number() })])),
    });
    expect(problems(schema, { rows: [{ c: "x" }] })).toEqual([{ path: ["rows", 0, "c"], code: "number" }]);
  });

  it("says one thing about a field", () => {
    const schema = z.object({ a: z.string().min(5).regex(/^x/) });
    expect(problems(schema, { a: "y" })).toEqual([{ path: ["a"], code: "tooShort", params: { minimum: 5 } }]);
  });
});
