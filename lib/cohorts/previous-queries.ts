import type { Tx } from "@/lib/db/client";
import { db } from "@/lib/db/client";
import { type SchoolAnswer, schoolAnswerOf } from "./answer";

/** What a school said of the year before `year`, where it was accepted; null without. */
export async function previousAnswer(schoolId: number, year: number, tx?: Tx): Promise<SchoolAnswer | null> {
  const row = await (tx ?? db()).cohortAnswer.findFirst({
    where: { schoolId, year: year - 1, replacedAt: null },
    select: { submission: { select: { content: true } } },
  });
  return row && schoolAnswerOf(row.submission.content);
}
