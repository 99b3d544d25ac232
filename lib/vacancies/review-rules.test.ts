import { describe, expect, test } from "vitest";
import type { Finding } from "./findings";
import { foresee, type Judged, judge } from "./review-rules";
import { queueAddress, queueQuery } from "./review-schema";
import { emptyVacancy } from "./schema";

const warn: Finding = { code: "feeWording", severity: "warn" };
const block: Finding = { code: "belowMinimumWage", severity: "block" };
const info: Finding = { code: "deadlineFar", severity: "info" };

const row = (more: Partial<Judged> = {}): Judged => ({
  id: 1,
  version: 3,
  status: "SUBMITTED",
  content: emptyVacancy(1),
  holder: null,
  findings: [],
  ...more,
});
const seen = { id: 1, version: 3 };
const me = { userId: 7, head: false, bulk: false };

describe("judge", () => {
  test.each([
    ["nothing found", row(), me, true],
    ["a warning, seen", row({ findings: [warn] }), me, true],
    ["a warning, in bulk", row({ findings: [warn] }), { ...me, bulk: true }, "needs_look"],
    ["only good to know, in bulk", row({ findings: [info] }), { ...me, bulk: true }, true],
    ["a block", row({ findings: [block, warn] }), me, "blocked"],
    ["a block, for the head as well", row({ findings: [block] }), { ...me, head: true }, "blocked"],
    ["held by me", row({ holder: { id: 7, fullName: "A" } }), me, true],
    ["held by another", row({ holder: { id: 8, fullName: "B" } }), me, "held_by_other"],
    ["held by another, for the head", row({ holder: { id: 8, fullName: "B" } }), { ...me, head: true }, true],
    ["another version", row({ version: 4 }), me, "changed_meanwhile"],
    ["already approved", row({ status: "APPROVED" }), me, "not_allowed_now"],
    ["not there", undefined, me, "not_found"],
  ])("approving: %s", (_, judged, by, expected) => {
    const outcome = judge(judged, seen, "approve", by);
    expect(outcome.ok ? true : outcome.code).toBe(expected);
  });

  test("a block does not stop a return; an approval can be taken back", () => {
    expect(judge(row({ findings: [block] }), seen, "return", me).ok).toBe(true);
    expect(judge(row({ status: "APPROVED" }), seen, "return", me).ok).toBe(true);
    expect(judge(row({ status: "PUBLISHED" }), seen, "return", me).ok).toBe(false);
  });
});

test("what an act in bulk would do", () => {
  expect(foresee([row(), row({ findings: [info] }), row({ findings: [warn] }), row({ findings: [block] })])).toEqual({
    fit: 2,
    look: 2,
  });
});

describe("the queue's address", () => {
  test("is its state, and a broken one is as good as none", () => {
    const query = queueQuery.parse({
      tab: "mine",
      park: "4",
      q: " may mặc ",
      holder: "none",
      sort: "wage",
      size: "200",
    });
    expect(query).toMatchObject({
      tab: "mine",
      park: 4,
      q: "may mặc",
      holder: "none",
      sort: "wage",
      size: 200,
      page: 1,
    });
    expect(queueQuery.parse(Object.fromEntries(new URLSearchParams(queueAddress(query))))).toEqual(query);
    expect(queueQuery.parse({ tab: "x", park: "-1", page: "0", size: "9", group: ["a"], dir: "up" })).toEqual(
      queueQuery.parse({}),
    );
    expect(queueAddress(queueQuery.parse({}))).toBe("");
  });
});
