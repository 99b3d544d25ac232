import { z } from "zod";

/** Fewest characters that can explain anything. */
export const leastExplanation = 5;

/** What is said of findings so far, by their key; what cannot be read is nothing. */
export const explanationsOf = (stored: unknown): Record<string, string> =>
  z.record(z.string(), z.string()).safeParse(stored).data ?? {};
