import { type Refusal, type Result, refuse } from "@/lib/core/result";
import type { Prisma, Tx } from "@/lib/db/client";
import type { Context } from "@/lib/db/command";
import { type Actor, scopeOf } from "@/lib/identity/actor";
import { contentSelect } from "./content";
import { type VacancyMove, vacancyWorkflow } from "./workflow";

const ownedSelect = {
  ...contentSelect,
  id: true,
  enterpriseId: true,
  batchId: true,
  status: true,
  version: true,
  submissionNo: true,
  filledCount: true,
  publishedAt: true,
} satisfies Prisma.VacancySelect;

export type OwnedVacancy = Prisma.VacancyGetPayload<{ select: typeof ownedSelect }>;

/** A vacancy of the actor's enterprise; to others it does not exist. */
export async function ownedVacancy(tx: Tx, actor: Actor, id: number): Promise<OwnedVacancy | null> {
  const enterpriseId = scopeOf(actor, "ENTERPRISE");
  return tx.vacancy.findFirst({ where: { id, enterpriseId }, select: ownedSelect });
}

/** Finds the target of a command and says it to the audit trail; refuses what is not there or is seen stale. */
export async function findTarget(
  { tx, actor, about }: Context<unknown>,
  target: { id: number; version: number },
): Promise<{ ok: true; row: OwnedVacancy } | Refusal> {
  const row = await ownedVacancy(tx, actor, target.id);
  if (!row) return refuse("not_found");
  about({ type: "vacancy", id: row.id });
  if (row.version !== target.version) return refuse("changed_meanwhile");
  return { ok: true, row };
}

/** Guarded write: of two at once, the second finds another version and is refused. */
export async function writeOwned(
  tx: Tx,
  row: OwnedVacancy,
  data: Prisma.VacancyUncheckedUpdateManyInput,
): Promise<Result<{ id: number; version: number }>> {
  const { id, enterpriseId, version, status } = row;
  const { count } = await tx.vacancy.updateMany({
    where: { id, enterpriseId, version, status },
    data: { ...data, version: version + 1 },
  });
  return count === 1 ? { ok: true, value: { id, version: version + 1 } } : refuse("changed_meanwhile");
}

/** May the enterprise make this move now? Null when it may. */
export const refusedMove = (row: OwnedVacancy, move: VacancyMove): Refusal | null =>
  vacancyWorkflow.can(move, row.status, "enterprise") ? null : refuse("not_allowed_now");

/** Public pages that show a vacancy. */
export const pagesOf = (row: {
  id: number;
  enterpriseId: number;
  parkId: number;
  batchId: number | null;
}): string[] => [
  `vacancy:${row.id}`,
  "vacancies",
  `enterprise:${row.enterpriseId}`,
  `park:${row.parkId}`,
  ...(row.batchId === null ? [] : [`batch:${row.batchId}`]),
];
