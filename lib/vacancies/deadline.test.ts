import { describe, expect, it } from "vitest";
import { extended, possibleExtensions } from "./deadline";

describe("extending a deadline", () => {
  it("counts from the deadline that is still to come, or from today", () => {
    expect(extended("2026-12-01", 14, "2026-11-22", "2026-11-01")).toBe("2026-12-15");
    expect(extended("2026-11-20", 14, "2026-11-22", "2026-11-01")).toBe("2026-12-06");
    expect(extended("2026-12-20", 30, "2026-11-22", "2026-11-01")).toBe("2027-01-19");
  });

  it("ends where the listing belongs into the next batch", () => {
    expect(extended("2027-01-25", 30, "2026-11-22", "2026-11-01")).toBeNull();
    expect(extended("2026-12-01", 30, "2026-11-22", "2026-06-01")).toBeNull();
    expect(possibleExtensions("2027-02-01", "2026-11-22", "2026-11-01")).toEqual([14]);
    expect(possibleExtensions("2027-02-20", "2026-11-22", "2026-11-01")).toEqual([]);
  });
});
