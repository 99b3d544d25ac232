import { db } from "@/lib/db/client";
import type { Person } from "@/lib/identity/actor";

/** Who judges needs. */
export const reviewers = ["labourOfficer", "labourHead"] as const;

/** Who reads batches, also before they are public. */
export const batchReaders = [...reviewers, "leader", "employmentCentre"] as const;

/** A filter that a person has saved. */
export async function savedFilterOf(person: Person): Promise<{ id: number }> {
  const count = await db().savedFilter.count();
  const { id } = await db().savedFilter.create({
    data: { userId: person.userId, list: "review", name: `Bộ lọc ${count + 1}`, query: "" },
  });
  return { id };
}
