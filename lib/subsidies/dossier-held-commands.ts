import { type Day, dateToDay, dayOf, dayToDate } from "@/lib/core/day";
import { ok, type Refusal, type Result, refuse } from "@/lib/core/result";
import type { Context } from "@/lib/db/command";
import type { Prisma } from "@/lib/db/generated/client";
import { loadCalendar } from "@/lib/deadlines/calendar-queries";
import { clockGoesOn, clockStarts, clockStops } from "./clock";
import { ownDossiers, reviewedDossiers } from "./dossier-scope-queries";
import { policyDefinition } from "./policy";
import { type DossierMove, type DossierParty, dossierWorkflow } from "./workflow";

const include = {
  policyVersion: { select: { id: true, no: true, definition: true } },
  organisation: { select: { id: true, kind: true, nameVi: true, nameEn: true } },
} satisfies Prisma.SubsidyDossierInclude;

export type HeldDossier = Prisma.SubsidyDossierGetPayload<{ include: typeof include }>;

/** A dossier as the screen showed it. */
type Seen = { id: number; version: number };

/**
 * The dossier that a command is about, in the actor's capacity, its row locked until the command ends; to others it does
 * not exist. Says it to the trail. Refuses `not_found`, `changed_meanwhile`, `not_allowed_now`.
 */
export async function heldDossier(
  context: Context<unknown>,
  target: Seen,
  party: DossierParty,
  move: DossierMove,
): Promise<{ ok: true; row: HeldDossier } | Refusal> {
  const { tx, actor, about } = context;
  const scope = party === "applicant" ? ownDossiers(actor) : reviewedDossiers(actor);
  const where = { AND: [{ id: target.id }, scope] };
  if (!(await tx.subsidyDossier.findFirst({ where, select: { id: true } }))) return refuse("not_found");
  // Whoever else is about to change it waits here, and then finds another version.
  await tx.$executeRaw`select 1 from "SubsidyDossier" where id = ${target.id} for update`;
  const row = await tx.subsidyDossier.findFirst({ where, include });
  if (!row) return refuse("not_found");
  about({ type: "dossier", id: row.id });
  if (row.version !== target.version) return refuse("changed_meanwhile");
  if (!dossierWorkflow.can(move, row.state, party)) return refuse("not_allowed_now");
  return { ok: true, row };
}

/** The Authority's clock after a move: the day by which it ends, or the working days left while it stands still. */
async function clockAfter({ tx, now }: Context<unknown>, row: HeldDossier, move: DossierMove) {
  const today: Day = dayOf(now);
  if (move === "submit") {
    const { processing } = policyDefinition.parse(row.policyVersion.definition);
    const dueOn = clockStarts(await loadCalendar(tx), today, processing.workingDays);
    return { dueOn: dayToDate(dueOn), daysLeft: null };
  }
  if (move === "ask" && row.dueOn)
    return { dueOn: null, daysLeft: clockStops(await loadCalendar(tx), today, dateToDay(row.dueOn)) };
  if (move === "resubmit" && row.daysLeft !== null)
    return { dueOn: dayToDate(clockGoesOn(await loadCalendar(tx), today, row.daysLeft)), daysLeft: null };
  if (move === "approve" || move === "refuse" || move === "withdraw") return { dueOn: null, daysLeft: null };
  return {};
}

/**
 * Guarded write of a move: of two at once, the second finds another version. Writes the event and runs the Authority's
 * clock; approving and refusing bear the day of the decision.
 *
 * @param act why, for whom a deputy acts, and the number of the version that the move makes, where it makes one
 */
export async function moveDossier(
  context: Context<unknown>,
  row: HeldDossier,
  move: DossierMove,
  data: Prisma.SubsidyDossierUncheckedUpdateManyInput = {},
  act: { reason?: string | undefined; forUserId?: number | undefined; versionNo?: number } = {},
): Promise<Result<{ id: number; version: number }>> {
  const { tx, actor, now } = context;
  const { to } = dossierWorkflow.moves[move];
  const decided = move === "approve" || move === "refuse" ? { decidedAt: now } : {};
  const { count } = await tx.subsidyDossier.updateMany({
    where: { id: row.id, version: row.version, state: row.state },
    data: {
      ...(await clockAfter(context, row, move)),
      ...decided,
      ...data,
      state: to,
      updatedAt: now,
      version: row.version + 1,
    },
  });
  if (count !== 1) return refuse("changed_meanwhile");
  await tx.dossierEvent.create({
    data: {
      dossierId: row.id,
      move,
      fromState: row.state,
      toState: to,
      versionNo: act.versionNo ?? row.currentNo,
      byUserId: actor.kind === "person" ? actor.userId : null,
      forUserId: act.forUserId ?? null,
      reason: act.reason ?? null,
      at: now,
    },
  });
  return ok({ id: row.id, version: row.version + 1 });
}
