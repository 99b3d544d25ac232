import { dayOf } from "@/lib/core/day";
import type { Prisma, Tx } from "@/lib/db/client";
import { collectingBatch } from "./batch-window-queries";
import { columnsOf } from "./content";
import { factsOfMany } from "./facts-queries";
import { type VacancyContent, vacancyDraft } from "./schema";
import { obstaclesTo } from "./submission";
import { draftColumns } from "./vacancy-commands";

export type TakenNeed = { row: number; enterpriseId: number; content: VacancyContent };

/**
 * Makes vacancies of rows that have been judged: drafts, and those that are complete handed in for the batch that is
 * collecting today when `handIn` asks for it. By the same rules as `vacancies.submit`, anew at this instant.
 *
 * @returns by row of the table the vacancy's id, and how many were handed in
 */
export async function takeInNeeds(
  tx: Tx,
  rows: TakenNeed[],
  by: { userId: number; now: Date; handIn: boolean },
): Promise<{ ids: Map<number, number>; submitted: number }> {
  const { userId, now } = by;
  const today = dayOf(now);
  const needs = rows.map((row) => ({ ...row, content: vacancyDraft.parse(row.content) }));
  const batch = by.handIn ? await collectingBatch(tx, today, null) : null;
  const facts = batch
    ? await factsOfMany(
        tx,
        needs.map(({ enterpriseId, content }) => ({ id: 0, enterpriseId, content })),
        today,
      )
    : [];
  const ready = facts.map((fact) => {
    const { enterprise, fields } = obstaclesTo(fact);
    return enterprise === null && fields.length === 0;
  });
  const data: Prisma.VacancyCreateManyInput[] = needs.map(({ enterpriseId, content }, at) => ({
    ...draftColumns(content, { enterpriseId, createdById: userId, now }),
    ...columnsOf(content),
    ...(batch && ready[at] && { status: "SUBMITTED" as const, submissionNo: 1, batchId: batch.id, submittedAt: now }),
  }));
  // The rows come back in the order in which they were given; the code of each is its own.
  const made = await tx.vacancy.createManyAndReturn({ data, select: { id: true, verifyCode: true } });
  const byCode = new Map(made.map(({ id, verifyCode }) => [verifyCode, id]));
  const ids = new Map(needs.map(({ row }, at) => [row, byCode.get(String(data[at]?.verifyCode)) ?? 0]));
  const handedIn = needs.filter((_, at) => batch && ready[at]);
  await tx.vacancyVersion.createMany({
    data: handedIn.map(({ row, content }) => ({
      vacancyId: ids.get(row) ?? 0,
      no: 1,
      content,
      submittedById: userId,
      submittedAt: now,
    })),
  });
  return { ids, submitted: handedIn.length };
}
