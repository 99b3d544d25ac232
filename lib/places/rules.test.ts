import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "@/lib/core/day";
import { inForce, successionOf } from "./rules";

const wages = [
  { validFrom: "2022-07-01", validTo: "2024-06-30", monthly: 4_680_000 },
  { validFrom: "2024-07-01", validTo: "2025-12-31", monthly: 4_960_000 },
  { validFrom: "2026-01-01", validTo: null, monthly: 5_310_000 },
];

describe("inForce", () => {
  it.each([
    ["2022-06-30", undefined],
    ["2022-07-01", 4_680_000],
    ["2024-06-30", 4_680_000],
    ["2024-07-01", 4_960_000],
    ["2025-12-31", 4_960_000],
    ["2026-01-01", 5_310_000],
    ["2040-01-01", 5_310_000],
  ])("on %s: %s", (day, monthly) => expect(inForce(wages, day)?.monthly).toBe(monthly));
});

describe("successionOf", () => {
  it("leaves no day without a period and none with two", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3_000 }), fc.integer({ min: -30, max: 3_000 }), (days, probe) => {
        const from = addDays("2026-01-01", days);
        const next = successionOf("2026-01-01", from);
        if (next.kind !== "ends") throw new Error(next.kind);
        const periods = [
          { validFrom: "2026-01-01", validTo: next.on },
          { validFrom: from, validTo: null },
        ];
        const day = addDays("2026-01-01", probe);
        const holding = periods.filter((period) => inForce([period], day));
        expect(holding).toHaveLength(probe < 0 ? 0 : 1);
      }),
    );
  });

  it("puts the latest right, begins the first, and never touches the past", () => {
    expect(successionOf("2026-01-01", "2026-01-01")).toEqual({ kind: "replaces" });
    expect(successionOf(null, "2026-01-01")).toEqual({ kind: "first" });
    expect(successionOf("2026-01-01", "2025-12-31")).toEqual({ kind: "tooEarly" });
  });
});
