import { dayOf } from "@/lib/core/day";
import type { Tx } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { collectingBatch } from "./batch-window-queries";
import { groundsOfMany } from "./facts-queries";
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
  if (rows.length === 0) return { ids: new Map(), submitted: 0 };
  const { userId, now } = by;
  const today = dayOf(now);
  const needs = rows.map((row) => ({ ...row, content: vacancyDraft.parse(row.content) }));
  const batch = by.handIn ? await collectingBatch(tx, today, null) : null;
  const grounds = batch
    ? await groundsOfMany(
        tx,
        needs.map(({ enterpriseId, content }) => ({ id: 0, enterpriseId, content })),
        today,
      )
    : [];
  const ready = grounds.map((one) => {
    const { enterprise, fields } = obstaclesTo(one);
    return enterprise === null && fields.length === 0;
  });
  const data = needs.map(({ enterpriseId, content }, at) => ({
    ...draftColumns(content, { enterpriseId, createdById: userId, now }),
    status: "DRAFT",
    submissionNo: 0,
    batchId: null,
    submittedAt: null,
    ...(batch && ready[at] && { status: "SUBMITTED", submissionNo: 1, batchId: batch.id, submittedAt: now }),
  }));
  // As one parameter of JSON: five hundred rows of fifty columns each would be 25,000 parameters.
  const names = Prisma.raw(
    Object.keys(data[0] ?? {})
      .map((name) => `"${name}"`)
      .join(", "),
  );
  const made = await tx.$queryRaw<{ id: number; verifyCode: string }[]>`
    insert into "Vacancy" (${names})
    select ${names} from jsonb_populate_recordset(null::"Vacancy", ${JSON.stringify(data)}::jsonb)
    returning id, "verifyCode"`;
  const byCode = new Map(made.map(({ id, verifyCode }) => [verifyCode, id]));
  const ids = new Map(needs.map(({ row }, at) => [row, byCode.get(String(data[at]?.verifyCode)) ?? 0]));
  const handedIn = needs.filter((_, at) => batch && ready[at]);
  const versions = handedIn.map(({ row, content }) => ({
    vacancyId: ids.get(row) ?? 0,
    no: 1,
    content,
    submittedById: userId,
    submittedAt: now,
  }));
  await tx.$executeRaw`
    insert into "VacancyVersion" ("vacancyId", no, content, "submittedById", "submittedAt")
    select "vacancyId", no, content, "submittedById", "submittedAt"
    from jsonb_populate_recordset(null::"VacancyVersion", ${JSON.stringify(versions)}::jsonb)`;
  return { ids, submitted: handedIn.length };
}
