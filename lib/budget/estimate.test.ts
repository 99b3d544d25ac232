import fc from "fast-check";
import { expect, test } from "vitest";
import { knownPolicy } from "@/prisma/seed/support-policy";
import {
  assumedAttrition,
  attritionOf,
  type BasisLine,
  type EstimateBasis,
  estimateOf,
  estimateUnit,
  type Scenario,
  sumsOf,
} from "./estimate";

const line = (more: Partial<BasisLine> = {}): BasisLine => ({
  ...{ source: "COURSES", groupCode: "a", occupationCode: "welding", level: "INTERMEDIATE", programme: "Hàn" },
  ...{ school: "Trường Thử", organisation: "Công ty Thử", persons: 40, asked: null, tuition: 12_000_000, months: 12 },
  ...{ rates: [], ...more },
});
const basis = (more: Partial<EstimateBasis> = {}): EstimateBasis => ({
  lines: [line()],
  history: { all: { dropped: 0, of: 0 }, groups: {}, attended: { months: 0, ofMonths: 0 } },
  ...{ available: 0, leftOut: 0, unit: estimateUnit, ...more },
});
const plain: Scenario = { code: "x", name: "Thử", intake: 100, attrition: 0, tuition: 100 };

test("40 places × 12 million × 50 % is 240 million; what is free already is not asked for again", () => {
  const estimate = estimateOf(knownPolicy, basis({ available: 100_000_000 }), plain);
  expect(estimate).toMatchObject({ total: 240_000_000, asked: 140_000_000, persons: 40, dropOuts: 0 });
  expect(estimate.unverified).toEqual(["hoc-phi"]);
  expect(estimate.unverifiedAmount).toBe(240_000_000);
});

test("attrition is learned from the group, else from all, else assumed and said to be", () => {
  const history = (all: [number, number], own: [number, number]) =>
    basis({
      history: {
        all: { dropped: all[0], of: all[1] },
        groups: { a: { dropped: own[0], of: own[1] } },
        attended: { months: 0, ofMonths: 0 },
      },
    });
  expect(attritionOf(history([30, 300], [6, 40]), "a")).toEqual({ perMille: 150, from: "group", sample: 40 });
  expect(attritionOf(history([30, 300], [6, 29]), "a")).toEqual({ perMille: 100, from: "all", sample: 300 });
  expect(attritionOf(history([3, 29], [3, 29]), "a")).toMatchObject({
    ...{ perMille: assumedAttrition.perMille, from: "assumed", sample: 29 },
  });
});

test("over-intake: those whom the money of drop-outs covers, and not one more", () => {
  const [only] = estimateOf(knownPolicy, basis(), { ...plain, attrition: 20 }).lines;
  expect(only).toMatchObject({ begin: 40, dropOut: 8 });
  const wide = (begin: number) =>
    estimateOf(knownPolicy, basis({ lines: [line({ persons: begin })] }), { ...plain, attrition: 20 }).total;
  const extra = only?.overIntake ?? 0;
  expect(extra).toBeGreaterThan(0);
  expect(wide(40 + extra)).toBeLessThanOrEqual(240_000_000);
  expect(wide(40 + extra + 2)).toBeGreaterThan(240_000_000);
});

test("what dossiers ask for stands as it is in every scenario", () => {
  const lines = [line({ source: "DOSSIERS", asked: 7_654_321, rates: ["hoc-phi"] })];
  for (const intake of [0, 100, 300])
    expect(estimateOf(knownPolicy, basis({ lines }), { ...plain, intake }).total).toBe(7_654_321);
});

const anyLine = fc.record({
  source: fc.constantFrom("DOSSIERS" as const, "COURSES" as const, "REGISTRATIONS" as const),
  groupCode: fc.constantFrom("a", "b", "c", "d"),
  persons: fc.integer({ min: 0, max: 5_000 }),
  tuition: fc.option(fc.integer({ min: 0, max: 60_000_000 })),
  months: fc.integer({ min: 1, max: 48 }),
});
const anyBasis = fc
  .record({
    lines: fc.array(anyLine, { maxLength: 8 }),
    of: fc.integer({ min: 0, max: 400 }),
    share: fc.integer({ min: 0, max: 100 }),
    attended: fc.integer({ min: 0, max: 100 }),
    available: fc.integer({ min: 0, max: 1_000_000_000 }),
  })
  .map(({ lines, of, share, attended, available }) =>
    basis({
      lines: lines.map((one) => line(one.source === "DOSSIERS" ? { ...one, asked: one.tuition ?? 0 } : one)),
      history: {
        all: { dropped: Math.floor((of * share) / 100), of },
        groups: {},
        attended: { months: attended, ofMonths: 100 },
      },
      available,
    }),
  );
const anyScenario = fc.record({
  ...{ code: fc.constant("x"), name: fc.constant("Thử"), intake: fc.integer({ min: 0, max: 300 }) },
  attrition: fc.option(fc.integer({ min: 0, max: 90 })),
  tuition: fc.integer({ min: 10, max: 300 }),
});

test("totals are the sums of the lines, and of their summed rows; nothing is below zero", () => {
  fc.assert(
    fc.property(anyBasis, anyScenario, (one, scenario) => {
      const { lines, total, asked, persons, dropOuts, overIntake } = estimateOf(knownPolicy, one, scenario);
      const rows = sumsOf(lines);
      for (const [name, sum] of [
        ["amount", total],
        ["begin", persons],
        ["dropOut", dropOuts],
        ["overIntake", overIntake],
      ] as const) {
        expect(lines.reduce((all, each) => all + each[name], 0)).toBe(sum);
        expect(rows.reduce((all, each) => all + each[name], 0)).toBe(sum);
      }
      expect(lines.length).toBe(rows.reduce((all, row) => all + row.lines, 0));
      expect(asked).toBe(Math.max(0, total - one.available));
      for (const each of lines) {
        expect(Number.isSafeInteger(each.amount) && each.amount >= 0).toBe(true);
        expect(each.dropOut).toBeLessThanOrEqual(each.begin);
        // Whoever is taken in beyond the places costs no more than the places without drop-outs would.
        if (each.asked === null) expect(each.overIntake).toBeGreaterThanOrEqual(0);
        // What is assumed is said in whole thousands, persons and lines alike, so that the sums are it too.
        if (each.asked === null)
          for (const dong of [each.each, each.eachDropOut, each.amount]) expect(dong % estimateUnit).toBe(0);
      }
    }),
  );
});

test("more people and dearer courses never cost less, more drop-outs never cost more", () => {
  fc.assert(
    fc.property(anyBasis, anyScenario, fc.integer({ min: 0, max: 60 }), (one, scenario, more) => {
      const { total } = estimateOf(knownPolicy, one, scenario);
      const with_ = (changed: Partial<Scenario>) => estimateOf(knownPolicy, one, { ...scenario, ...changed }).total;
      expect(with_({ intake: scenario.intake + more })).toBeGreaterThanOrEqual(total);
      expect(with_({ tuition: scenario.tuition + more })).toBeGreaterThanOrEqual(total);
      if (scenario.attrition !== null)
        expect(with_({ attrition: Math.min(100, scenario.attrition + more) })).toBeLessThanOrEqual(total);
    }),
  );
});
