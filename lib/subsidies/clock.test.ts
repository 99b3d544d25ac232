import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "@/lib/core/day";
import { workCalendar } from "@/lib/deadlines/calendar";
import { clockGoesOn, clockStarts, clockStops } from "./clock";
import { approvalWorkflow, dossierWorkflow, editableStates, runningStates } from "./workflow";

const calendar = workCalendar([{ day: "2026-09-02", kind: "HOLIDAY" }]);

describe("the Authority's clock", () => {
  it("counts working days, over weekends and holidays", () => {
    expect(clockStarts(calendar, "2026-08-28", 5)).toBe("2026-09-07");
  });

  it("stands still: however long a correction takes, the days left stay", () =>
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 0, max: 100 }),
        fc.integer({ min: 0, max: 400 }),
        (workingDays, used, away) => {
          const begun = "2026-03-02";
          const stopped = calendar.shift(addDays(begun, used), "NEXT_WORKING_DAY");
          const left = clockStops(calendar, stopped, clockStarts(calendar, begun, workingDays));
          const again = calendar.shift(addDays(stopped, away), "NEXT_WORKING_DAY");
          expect(clockStops(calendar, again, clockGoesOn(calendar, again, left))).toBe(left);
        },
      ),
    ));
});

describe("the workflows", () => {
  it("let an applicant type, or the clock run, never both", () => {
    expect(editableStates.filter((state) => (runningStates as readonly string[]).includes(state))).toEqual([]);
  });

  it("give the chain to three parties, each with its step back", () => {
    expect(approvalWorkflow.allowed("PROPOSED", "head")).toEqual(["check", "returnToOfficer"]);
    expect(approvalWorkflow.allowed("CHECKED", "leader")).toEqual(["approve", "returnToHead"]);
    expect(dossierWorkflow.allowed("CHECKED", "officer")).toEqual([]);
    expect(dossierWorkflow.can("submit", "SUBMITTED", "applicant")).toBe(false);
  });
});
