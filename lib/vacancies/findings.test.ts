import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type FindingFacts, findingsOf } from "./findings";
import { emptyVacancy } from "./schema";

const facts = (change: Partial<FindingFacts["content"]> = {}, more: Partial<FindingFacts> = {}): FindingFacts => ({
  content: {
    ...emptyVacancy(1),
    titleVi: "Thợ hàn",
    headcount: 10,
    wageBase: 6_000_000,
    wageMin: 8_000_000,
    deadline: "2026-12-20",
    ...change,
  },
  today: "2026-11-22",
  minimumWage: { region: "I", monthly: 5_310_000, citation: "Nghị định số 293/2025/NĐ-CP", verified: true },
  enterprise: { lifecycle: "OPERATING", verified: true, headcount: 300 },
  duplicates: [],
  ...more,
});
const codes = (given: FindingFacts) => findingsOf(given).map((finding) => finding.code);

describe("findings", () => {
  it("are none for a vacancy in order", () => {
    expect(findingsOf(facts())).toEqual([]);
  });

  it("cite the decree where an offered wage is below the region's minimum, by one đồng too", () => {
    expect(findingsOf(facts({ wageBase: 5_309_999 }))).toEqual([
      {
        code: "belowMinimumWage",
        severity: "block",
        field: "wageBase",
        params: { offered: 5_309_999, minimum: 5_310_000, region: "I" },
        citation: "Nghị định số 293/2025/NĐ-CP",
      },
    ]);
    expect(codes(facts({ wageBase: 5_310_000 }))).toEqual([]);
    expect(findingsOf(facts({ wageBase: null, wageMin: 5_000_000 }))[0]).toMatchObject({ field: "wageMin" });
  });

  it("hold for every wage: blocked exactly when below the minimum", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20_000_000 }), fc.integer({ min: 1, max: 20_000_000 }), (base, from) => {
        const blocked = codes(facts({ wageBase: base, wageMin: from })).includes("belowMinimumWage");
        expect(blocked).toBe(Math.min(base, from) < 5_310_000);
      }),
    );
  });

  it("do not guess a minimum that is not known", () => {
    expect(codes(facts({ wageBase: 1 }, { minimumWage: null }))).toEqual(["minimumWageUnknown"]);
  });

  it("block an enterprise that has stopped or is not verified, and a deadline in the past", () => {
    const enterprise = { lifecycle: "SUSPENDED", verified: false, headcount: 300 } as const;
    expect(codes(facts({ deadline: "2026-11-21" }, { enterprise }))).toEqual([
      "notOperating",
      "notVerified",
      "deadlinePast",
    ]);
    expect(codes(facts({ deadline: "2026-11-22" }))).toEqual([]);
  });

  it("warn of quotas, likenesses, headcounts out of proportion and far deadlines, worst first", () => {
    expect(
      findingsOf(
        facts(
          { womenQuota: 5, headcount: 301, deadline: "2027-06-01", wageBase: 5_000_000 },
          { duplicates: [{ id: 7, titleVi: "Thợ hàn 3G" }] },
        ),
      ).map((finding) => `${finding.severity} ${finding.code}`),
    ).toEqual([
      "block belowMinimumWage",
      "warn genderQuota",
      "warn duplicate",
      "warn outlierHeadcount",
      "info deadlineFar",
    ]);
  });

  it("see nothing odd in a small enterprise that hires up to fifty", () => {
    expect(
      codes(facts({ headcount: 50 }, { enterprise: { lifecycle: "OPERATING", verified: true, headcount: 12 } })),
    ).toEqual([]);
  });
});
