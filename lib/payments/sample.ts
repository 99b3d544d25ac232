import { createHash } from "node:crypto";
import type { RiskSignal, RiskWeights } from "./risk";

/**
 * Drawing of samples. Pure: from the population in its order, the seed and, for a sample by risk, the weights, everybody
 * draws the same persons again.
 */

/** Numbers from 0 to below 1 from a seed: sfc32 (PractRand), its state from SHA-256 of the seed. */
export function randomOf(seed: string): () => number {
  const hash = createHash("sha256").update(seed).digest();
  let [a, b, c, d] = [0, 4, 8, 12].map((at) => hash.readUInt32LE(at)) as [number, number, number, number];
  return () => {
    const sum = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    return (sum >>> 0) / 2 ** 32;
  };
}

/** All of them in an order that the seed makes (Fisher and Yates). */
export function shuffled<T>(items: readonly T[], seed: string): T[] {
  const random = randomOf(seed);
  const all = [...items];
  for (let at = all.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    [all[at], all[other]] = [all[other] as T, all[at] as T];
  }
  return all;
}

/** Points of a person's signals. */
export const scoreOf = (signals: readonly RiskSignal[], weights: RiskWeights): number =>
  signals.reduce((sum, signal) => sum + weights[signal], 0);

/** The first `size` of the population: by chance, or by points and among equal points by chance. */
export function draw<T extends { signals: readonly RiskSignal[] }>(
  population: readonly T[],
  how: { method: "RANDOM" | "RISK"; size: number; seed: string; weights: RiskWeights },
): (T & { score: number })[] {
  const scored = shuffled(population, how.seed).map((one) => ({ ...one, score: scoreOf(one.signals, how.weights) }));
  if (how.method === "RISK") scored.sort((one, other) => other.score - one.score);
  return scored.slice(0, how.size);
}

/** By which a population is known again: ids in order. */
export const populationHash = (ids: readonly string[]): string =>
  createHash("sha256").update(ids.join("\n")).digest("base64url");
