import { describe, expect, it } from "vitest";
import { EnterpriseLifecycle, StaffRole } from "@/lib/db/generated/enums";
import type { Actor } from "@/lib/identity/actor";
import { changesBetween, lifecycleProblems, mayRecruit, seesContacts } from "./rules";

describe("mayRecruit", () => {
  it("lets only operating, verified enterprises hand in needs, and says each reason", () => {
    for (const lifecycle of Object.values(EnterpriseLifecycle))
      for (const verified of [true, false]) {
        const reasons = [
          ...(lifecycle === "OPERATING" ? [] : ["not_operating"]),
          ...(verified ? [] : ["not_verified"]),
        ];
        expect(mayRecruit({ lifecycle, verified })).toEqual({ may: reasons.length === 0, reasons });
      }
  });
});

describe("lifecycleProblems", () => {
  const facts = { today: "2026-11-22", lastEffectiveOn: "2026-03-01" };
  const change = { move: "resume" as const, effectiveOn: "2026-11-20", documentDate: "2026-11-18", note: null };
  const codes = (more: Partial<Parameters<typeof lifecycleProblems>[0]>, last: string | null = facts.lastEffectiveOn) =>
    lifecycleProblems({ ...change, ...more }, { ...facts, lastEffectiveOn: last }).map(
      ({ path, code }) => `${path.join(".")} ${code}`,
    );

  it("accepts a change of today or before, on a paper of before", () => {
    expect(codes({})).toEqual([]);
    expect(codes({ effectiveOn: "2026-11-22", documentDate: "2026-11-22" })).toEqual([]);
    expect(codes({ effectiveOn: "2020-01-01" }, null)).toEqual([]);
  });

  it("refuses tomorrow, for the change and for the paper", () => {
    expect(codes({ effectiveOn: "2026-11-23" })).toEqual(["effectiveOn notInFuture"]);
    expect(codes({ documentDate: "2026-11-23" })).toEqual(["documentDate notInFuture"]);
  });

  it("keeps the order of changes, but for a correction", () => {
    expect(codes({ effectiveOn: "2026-02-28" })).toEqual(["effectiveOn beforeLastChange"]);
    expect(codes({ effectiveOn: "2026-02-28", move: "correctToOperating", note: "Nhập nhầm ngày" })).toEqual([]);
  });

  it("wants a reason where something ends or is put right", () => {
    expect(codes({ move: "suspend" })).toEqual(["note required"]);
    expect(codes({ move: "correctToClosed" })).toEqual(["note required"]);
    expect(codes({ move: "suspend", note: "Sửa chữa dây chuyền" })).toEqual([]);
  });
});

describe("seesContacts", () => {
  it("is for the units that call an enterprise about its people", () => {
    const who = (staffRole: StaffRole | null): Actor => ({
      kind: "person",
      userId: 1,
      sessionId: null,
      fullName: "Na Chí Linh",
      email: "na@hezaworks.example",
      staffRole,
      organisation: null,
    });
    expect(Object.values(StaffRole).filter((role) => seesContacts(who(role)))).toEqual([
      "LABOUR_OFFICER",
      "LABOUR_HEAD",
      "SUPERVISION",
      "EMPLOYMENT_CENTRE",
      "ADMIN",
    ]);
    expect(seesContacts(who(null))).toBe(false);
  });
});

describe("changesBetween", () => {
  it("names changed fields only, and takes not said for not there", () => {
    expect(changesBetween({ a: 1, b: "x", c: undefined }, { a: 1, b: "y", c: null })).toEqual([
      { field: "b", before: "x", after: "y" },
    ]);
  });
});
