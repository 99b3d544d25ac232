import { type Day, dateToDay, dayOf } from "@/lib/core/day";
import { type Refusal, type Result, refuse } from "@/lib/core/result";
import type { Context } from "@/lib/db/command";
import type { Prisma } from "@/lib/db/generated/client";
import { definitionOf, type FormDefinition } from "./definition";
import { ownReports, reviewedReports } from "./scope-queries";
import { type ReportMove, type ReportParty, reportWorkflow } from "./workflow";

const include = {
  period: {
    include: { obligation: { include: { dataCall: { select: { state: true, closedAt: true, year: true } } } } },
  },
  submissions: { orderBy: { no: "desc" }, take: 1 },
} satisfies Prisma.ReportAssignmentInclude;

export type HeldReport = Prisma.ReportAssignmentGetPayload<{ include: typeof include }>;

/** The report that a command is about, in the actor's capacity; to others it does not exist. Says it to the trail. */
export async function heldReport(
  { tx, actor, about }: Context<unknown>,
  target: { id: number; version: number },
  party: Exclude<ReportParty, "register">,
  move: ReportMove,
): Promise<{ ok: true; row: HeldReport } | Refusal> {
  const scope = party === "reporter" ? ownReports(actor) : reviewedReports(actor);
  const row = await tx.reportAssignment.findFirst({ where: { AND: [{ id: target.id }, scope] }, include });
  if (!row) return refuse("not_found");
  about({ type: "report", id: row.id });
  if (row.version !== target.version) return refuse("changed_meanwhile");
  if (!reportWorkflow.can(move, row.state, party)) return refuse("not_allowed_now");
  return { ok: true, row };
}

/** Nobody is asked to sign any more, and no word of a colleague stands: what every move leaves behind it but those that say so. */
const unsigned = { signAskedById: null, signAskedAt: null, signNote: null, signNoteById: null };

/** Guarded write of a move: of two at once, the second finds another version. Takes back what a colleague was asked to sign. */
export async function moveReport(
  { tx }: Context<unknown>,
  row: HeldReport,
  move: ReportMove,
  data: Prisma.ReportAssignmentUncheckedUpdateManyInput = {},
): Promise<Result<{ id: number; version: number }>> {
  const { count } = await tx.reportAssignment.updateMany({
    where: { id: row.id, version: row.version, state: row.state },
    data: { ...unsigned, ...data, state: reportWorkflow.moves[move].to, version: row.version + 1 },
  });
  return count === 1 ? { ok: true, value: { id: row.id, version: row.version + 1 } } : refuse("changed_meanwhile");
}

export type OpenForm = { versionId: number; no: number; code: string; definition: FormDefinition };

/**
 * The form that a report is written on. Answers are taken from the day on which the period opens; before it, `not_open`
 * with that day.
 */
export async function openForm(
  { tx, now }: Context<unknown>,
  row: HeldReport,
): Promise<{ ok: true; form: OpenForm } | Refusal> {
  const opensOn: Day = dateToDay(row.period.opensOn);
  if (opensOn > dayOf(now)) return refuse("not_open", { params: { day: opensOn } });
  if (row.period.formVersionId === null) {
    const inForce = await tx.reportFormVersion.findFirst({
      where: { formId: row.period.obligation.formId, state: "IN_FORCE" },
      select: { id: true },
    });
    if (!inForce) return refuse("no_form");
    await tx.reportingPeriod.updateMany({
      where: { id: row.periodId, formVersionId: null },
      data: { formVersionId: inForce.id },
    });
  }
  const { formVersion } = await tx.reportingPeriod.findUniqueOrThrow({
    where: { id: row.periodId },
    select: { formVersion: { select: { id: true, no: true, definition: true, form: { select: { code: true } } } } },
  });
  if (!formVersion) return refuse("no_form");
  const { id: versionId, no, form, definition } = formVersion;
  return { ok: true, form: { versionId, no, code: form.code, definition: definitionOf(definition) } };
}
