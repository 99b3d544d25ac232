import { expect, test } from "vitest";
import { pagesOf, visits } from "./e2e/support/pages";

test("every page is looked at in a browser, and every visit has its page", () => {
  expect(Object.keys(visits).sort()).toEqual(pagesOf("app").sort());
});
