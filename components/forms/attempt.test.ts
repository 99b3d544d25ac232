import { expect, it } from "vitest";
import { attemptFor } from "./attempt";

it("keeps the key for the same content only", () => {
  const first = attemptFor({ a: 1 }, null);
  expect(first.key).toMatch(/^[0-9a-f]{32}$/);
  expect(attemptFor({ a: 1 }, first)).toBe(first);
  expect(attemptFor({ a: 2 }, first).key).not.toBe(first.key);
  expect(attemptFor({ a: 1 }, null).key).not.toBe(first.key);
});
