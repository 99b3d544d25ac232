/**
 * A workflow is a table: which move leads from which states to which state, and which party may make it. The same table
 * serves the guard in the command, the buttons on the screen, the JSON API and the generated diagram in the docs.
 */
export type MoveRule<S extends string, P extends string> = {
  from: readonly S[];
  to: S;
  by: readonly P[];
  /** The move needs a reason in words. */
  explained?: boolean;
};

export type Workflow<S extends string, M extends string, P extends string> = {
  name: string;
  states: readonly S[];
  moves: Record<M, MoveRule<S, P>>;
  /** May `party` make `move` from `state`? */
  can: (move: M, state: S, party: P) => boolean;
  /** All moves that `party` may make from `state`, in the table's order. */
  allowed: (state: S, party: P) => M[];
  /** Mermaid state diagram, for the docs. */
  diagram: () => string;
};

/** Builds a workflow; throws at start when the table names an unknown state or has an unreachable one. */
export function workflow<const S extends string, const M extends string, const P extends string>(table: {
  name: string;
  initial: S;
  states: readonly S[];
  moves: Record<M, MoveRule<NoInfer<S>, P>>;
}): Workflow<S, M, P> {
  const moves = Object.entries(table.moves) as [M, MoveRule<S, P>][];
  const known = new Set<string>(table.states);
  for (const [name, move] of moves)
    for (const state of [...move.from, move.to])
      if (!known.has(state)) throw new Error(`${table.name}.${name}: unknown state ${state}`);
  const reached = new Set<string>([table.initial]);
  for (let grew = true; grew; ) {
    grew = false;
    for (const [, move] of moves)
      if (!reached.has(move.to) && move.from.some((state) => reached.has(state))) {
        reached.add(move.to);
        grew = true;
      }
  }
  const lost = table.states.filter((state) => !reached.has(state));
  if (lost.length) throw new Error(`${table.name}: no move leads to ${lost.join(", ")}`);

  const can = (name: M, state: S, party: P) => {
    const move = table.moves[name];
    return move.from.includes(state) && move.by.includes(party);
  };
  return {
    name: table.name,
    states: table.states,
    moves: table.moves,
    can,
    allowed: (state, party) => moves.filter(([name]) => can(name, state, party)).map(([name]) => name),
    diagram: () =>
      [
        "stateDiagram-v2",
        `  [*] --> ${table.initial}`,
        ...moves.flatMap(([name, move]) =>
          move.from.map((from) => `  ${from} --> ${move.to}: ${name} (${move.by.join(", ")})`),
        ),
      ].join("\n"),
  };
}
