import { describe, expect, it } from "vitest";
import { DossierState } from "@/lib/db/generated/enums";
import { toldDecision } from "./decision";

describe("what an applicant is told of a person's decision", () => {
  const refused = { decision: "REFUSED", reasonCode: "papers_wrong", reasonNote: "Bằng của người khác" } as const;

  it("is nothing before the leader has decided, and all of it afterwards", () => {
    for (const state of Object.values(DossierState))
      expect(toldDecision(state, refused)).toEqual(
        state === "APPROVED" || state === "REFUSED"
          ? refused
          : { decision: "PENDING", reasonCode: null, reasonNote: null },
      );
  });
});
