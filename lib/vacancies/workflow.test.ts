import { describe, expect, it } from "vitest";
import { type VacancyMove, type VacancyParty, vacancyWorkflow } from "./workflow";

const parties: VacancyParty[] = ["enterprise", "reviewer", "publisher", "system"];

/** Every move that is possible, written down a second time: a changed table is a changed promise. */
const possible = [
  "DRAFT submit enterprise SUBMITTED",
  "RETURNED submit enterprise SUBMITTED",
  "SUBMITTED recall enterprise DRAFT",
  "SUBMITTED return reviewer RETURNED",
  "APPROVED return reviewer RETURNED",
  "SUBMITTED approve reviewer APPROVED",
  "APPROVED publish publisher PUBLISHED",
  "PUBLISHED fill enterprise FILLED",
  "PUBLISHED fill system FILLED",
  "FILLED reopen enterprise PUBLISHED",
  "PUBLISHED expire system EXPIRED",
  ...["SUBMITTED", "RETURNED", "APPROVED", "PUBLISHED"].flatMap((state) => [
    `${state} withdraw enterprise WITHDRAWN`,
    `${state} withdraw reviewer WITHDRAWN`,
  ]),
];

describe("a vacancy's workflow", () => {
  it("allows these moves and no other, of every state, move and party", () => {
    const moves = Object.keys(vacancyWorkflow.moves) as VacancyMove[];
    const found = vacancyWorkflow.states.flatMap((state) =>
      moves.flatMap((move) =>
        parties
          .filter((party) => vacancyWorkflow.can(move, state, party))
          .map((party) => `${state} ${move} ${party} ${vacancyWorkflow.moves[move].to}`),
      ),
    );
    expect(found.sort()).toEqual([...possible].sort());
  });

  it("offers each party exactly what it may do", () => {
    for (const state of vacancyWorkflow.states)
      for (const party of parties)
        expect(vacancyWorkflow.allowed(state, party).every((move) => vacancyWorkflow.can(move, state, party))).toBe(
          true,
        );
    expect(vacancyWorkflow.allowed("EXPIRED", "enterprise")).toEqual([]);
    expect(vacancyWorkflow.allowed("WITHDRAWN", "reviewer")).toEqual([]);
  });
});
