import { describe, expect, it } from "vitest";
import { EnterpriseLifecycle, StaffRole } from "@/lib/db/generated/enums";
import type { Person } from "@/lib/identity/actor";
import { allowedMoves, lifecycleMoves, lifecyclePartyOf, lifecycleWorkflow } from "./workflow";

const person = (staffRole: StaffRole | null): Person => ({
  kind: "person",
  userId: 1,
  sessionId: null,
  fullName: "Bưởi Năm Roi",
  email: "buoi@hezaworks.example",
  staffRole,
  organisation: null,
});

const states = Object.values(EnterpriseLifecycle);

/** Everything that may happen, said once more by hand: unit, from, to. */
const allowed = [
  "INVESTMENT INVESTING OPERATING",
  "INVESTMENT INVESTING CLOSED",
  "SUPERVISION INVESTING OPERATING",
  "SUPERVISION INVESTING CLOSED",
  "SUPERVISION OPERATING SUSPENDED",
  "SUPERVISION OPERATING CLOSED",
  "SUPERVISION SUSPENDED OPERATING",
  "SUPERVISION SUSPENDED CLOSED",
  ...states.flatMap((from) => states.filter((to) => to !== from).map((to) => `ADMIN ${from} ${to}`)),
];

describe("lifecycle", () => {
  it("lets each unit make exactly its moves, from every state", () => {
    const found = Object.values(StaffRole).flatMap((role) =>
      states.flatMap((from) =>
        allowedMoves(person(role), from).map((move) => `${role} ${from} ${lifecycleWorkflow.moves[move].to}`),
      ),
    );
    expect(found.sort()).toEqual([...allowed].sort());
  });

  it("has no part for those outside the Authority", () => {
    expect(lifecyclePartyOf(person(null))).toBeNull();
    expect(lifecyclePartyOf({ kind: "nobody" })).toBeNull();
    expect(lifecyclePartyOf({ kind: "system", name: "seed" })).toBeNull();
  });

  it("asks for words where something ends or is put right", () => {
    const explained = lifecycleMoves.filter((move) => lifecycleWorkflow.moves[move].explained);
    expect(explained).toEqual([
      "suspend",
      "close",
      "abandon",
      "correctToInvesting",
      "correctToOperating",
      "correctToSuspended",
      "correctToClosed",
    ]);
  });
});
