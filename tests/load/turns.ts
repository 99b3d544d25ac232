import type { PrismaClient } from "@/lib/db/generated/client";
import { type Figure, median, spread } from "./figures";
import { on } from "./search-load";

export type Work = () => Promise<unknown>;
export type Works = Record<string, Work>;
/** Milliseconds of the rounds by question. */
export type Times = Map<string, number[]>;

/**
 * Runs the questions of both sides in turns, once to warm up: who comes first changes each round, so that neither side always
 * meets the busier machine.
 */
export async function inTurns(few: Works, many: Works, rounds: number): Promise<[few: Times, many: Times]> {
  const sides = [few, many] as const;
  const took = sides.map((works): Times => new Map(Object.keys(works).map((name) => [name, []])));
  for (let round = -1; round < rounds; round++)
    for (const name of Object.keys(few))
      for (const side of round % 2 === 0 ? [0, 1] : [1, 0]) {
        const since = performance.now();
        await sides[side === 0 ? 0 : 1][name]?.();
        if (round >= 0) took[side]?.get(name)?.push(performance.now() - since);
      }
  return [took[0] ?? new Map(), took[1] ?? new Map()];
}

/** The questions of a side, each asked of its own database. */
export const asked = ({ client }: { client: PrismaClient }, works: Works): Works =>
  Object.fromEntries(Object.entries(works).map(([name, work]): [string, Work] => [name, () => on(client, work)]));

/** The question of a group that grew most, as its figure. */
export function growth(
  name: string,
  most: number,
  [few, many]: [Times, Times],
  of: (question: string) => boolean,
): Figure {
  const ratios = [...many]
    .filter(([question]) => of(question))
    .map(([question, more]) => {
      const [less, grown] = [median(few.get(question) ?? []), median(more)];
      return { question, ratio: grown / less, told: `${less.toFixed(1)} and ${grown.toFixed(1)} ms (${spread(more)})` };
    })
    .sort((a, b) => b.ratio - a.ratio);
  const [worst] = ratios;
  if (!worst) throw new Error(`nothing was measured of ${name}`);
  const others = ratios.slice(1).map(({ question, ratio, told }) => `${question} ${ratio.toFixed(2)} × of ${told}`);
  return {
    name,
    value: worst.ratio,
    unit: "×",
    most,
    detail: [`${worst.question}: ${worst.told}`, ...others].join("; "),
  };
}
