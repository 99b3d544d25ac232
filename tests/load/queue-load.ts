import { dayOf } from "@/lib/core/day";
import { reviewQueue } from "@/lib/vacancies/review-queries";
import { queueQuery } from "@/lib/vacancies/review-schema";
import { type Figure, median, spread } from "./figures";
import { clientOf, on } from "./search-load";

/** The reviewers' first page, with findings, where everything else is history. */
export async function timeQueue(large: string, rounds: number): Promise<Figure> {
  const client = clientOf(large);
  const took: number[] = [];
  let waiting = 0;
  try {
    for (let round = -2; round < rounds; round++) {
      const since = performance.now();
      const { total } = await on(client, () => reviewQueue(queueQuery.parse({}), 0, dayOf(new Date())));
      if (round >= 0) took.push(performance.now() - since);
      waiting = total;
    }
  } finally {
    await client.$disconnect();
  }
  return {
    name: "reviewers' queue, first page",
    value: median(took),
    unit: "ms",
    detail: `${waiting} waiting; ${spread(took)}`,
  };
}
