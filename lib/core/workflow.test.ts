import { describe, expect, it } from "vitest";
import { workflow } from "./workflow";

const door = workflow({
  name: "door",
  initial: "shut",
  states: ["shut", "open", "locked"],
  moves: {
    open: { from: ["shut"], to: "open", by: ["guest", "keeper"] },
    shut: { from: ["open"], to: "shut", by: ["guest", "keeper"] },
    lock: { from: ["shut"], to: "locked", by: ["keeper"], explained: true },
  },
});

describe("workflow", () => {
  it("allows exactly what its table says, for every state, move and party", () => {
    const allowed = door.states.flatMap((state) =>
      (["guest", "keeper"] as const).flatMap((party) =>
        door.allowed(state, party).map((move) => `${state} ${move} ${party}`),
      ),
    );
    expect(allowed).toEqual([
      "shut open guest",
      "shut open keeper",
      "shut lock keeper",
      "open shut guest",
      "open shut keeper",
    ]);
    expect(door.can("lock", "shut", "guest")).toBe(false);
    expect(door.can("lock", "open", "keeper")).toBe(false);
  });

  it("refuses at start a table with an unknown state", () => {
    expect(() =>
      workflow({
        name: "bad",
        initial: "a",
        states: ["a"],
        // @ts-expect-error a state that the table does not know
        moves: { go: { from: ["a"], to: "b", by: ["x"] } },
      }),
    ).toThrow("bad.go: unknown state b");
  });

  it("refuses at start a table with a state that no move reaches", () => {
    expect(() =>
      workflow({
        name: "lost",
        initial: "a",
        states: ["a", "b"],
        moves: { stay: { from: ["a"], to: "a", by: ["x"] } },
      }),
    ).toThrow("lost: no move leads to b");
  });

  it("draws itself", () => {
    expect(door.diagram()).toContain("shut --> locked: lock (keeper)");
  });
});
