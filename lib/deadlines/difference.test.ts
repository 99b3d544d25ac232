import { expect, test } from "vitest";
import { obligationDifference } from "./difference";

test("of an obligation before and after, only what differs is told, with days as days", () => {
  const before = { version: 1, nameVi: "A", validTo: null, ladder: [{ step: 1, act: "MESSAGE" }], state: "DRAFT" };
  const after = { version: 2, nameVi: "A", validTo: "2026-12-31T00:00:00.000Z", ladder: [], state: "LIVE" };
  expect(obligationDifference(before, after)).toEqual([
    { field: "state", before: "DRAFT", after: "LIVE" },
    { field: "validTo", before: null, after: "2026-12-31" },
    { field: "ladder", before: [{ step: 1, act: "MESSAGE" }], after: [] },
  ]);
});
