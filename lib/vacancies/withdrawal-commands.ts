import type { Context } from "@/lib/db/command";
import { userIdOf } from "@/lib/identity/actor";
import { pagesOf } from "./owned-commands";
import { decidedTopic } from "./review-commands";
import { mostDecisions } from "./review-schema";
import { vacancyWorkflow } from "./workflow";

/**
 * Takes every public listing of an enterprise back with a note that stays in its place, and has its members told. Part of
 * the command of whoever says that the enterprise has stopped; who hands in the needs anew copies them.
 *
 * @returns how many listings were withdrawn
 */
export async function withdrawListingsOf(
  { tx, actor, now, later, touches, changed }: Context<unknown>,
  enterpriseId: number,
  note: string,
): Promise<number> {
  // One order of locking for all who take many rows: nobody waits in a circle.
  await tx.$queryRaw`
    select 1 from "Vacancy" where "enterpriseId" = ${enterpriseId} and status = 'PUBLISHED' order by id for update`;
  const { from, to } = vacancyWorkflow.moves.withdraw;
  if (!from.includes("PUBLISHED")) throw new Error("a public listing cannot be withdrawn");
  const rows = await tx.vacancy.updateManyAndReturn({
    where: { enterpriseId, status: "PUBLISHED" },
    data: { status: to, withdrawalNote: note, closedAt: now, updatedAt: now, version: { increment: 1 } },
    select: { id: true, enterpriseId: true, parkId: true, batchId: true, submissionNo: true },
  });
  if (rows.length === 0) return 0;
  const decisions = await tx.vacancyDecision.createManyAndReturn({
    data: rows.map((row) => ({
      vacancyId: row.id,
      versionNo: row.submissionNo,
      outcome: to,
      reasons: [{ field: "general", reason: note }],
      byUserId: userIdOf(actor),
      at: now,
    })),
    select: { id: true },
  });
  const ids = decisions.map(({ id }) => id);
  for (let at = 0; at < ids.length; at += mostDecisions)
    await later(decidedTopic, { decisionIds: ids.slice(at, at + mostDecisions) });
  for (const row of rows) {
    touches({ type: "vacancy", id: row.id });
    changed(...pagesOf(row));
  }
  changed("batches");
  return rows.length;
}
