import { z } from "zod";
import { dayOf } from "@/lib/core/day";
import { ok, refuse } from "@/lib/core/result";
import type { Tx } from "@/lib/db/client";
import { type Context, command } from "@/lib/db/command";
import { staff, userIdOf } from "@/lib/identity/actor";
import { batchForNeeds } from "./batch-queries";
import { contentOf, contentSelect } from "./content";
import { findingsOfMany } from "./facts-queries";
import { type Decision, type ItemOutcome, type Judged, judge } from "./review-rules";
import {
  assignment,
  manyDecided,
  type ReturnReason,
  releasing,
  returnedVacancy,
  savedFilter,
  seenVacancy,
  withdrawnVacancy,
} from "./review-schema";
import { vacancyWorkflow } from "./workflow";

const reviewers = staff("LABOUR_OFFICER", "LABOUR_HEAD");

/** Told to the worker after decisions: `{ decisionIds }`. */
export const decidedTopic = "vacancies.decided";

/** Takes hold of rows in one order, so that two who decide many never wait in a circle, and reads them with findings. */
async function judged(tx: Tx, ids: number[], now: Date): Promise<Map<number, Judged>> {
  await tx.$queryRaw`select 1 from "Vacancy" where id = any(${ids}) order by id for update`;
  const rows = await tx.vacancy.findMany({
    where: { id: { in: ids } },
    select: {
      ...contentSelect,
      id: true,
      version: true,
      status: true,
      enterpriseId: true,
      assignedTo: { select: { id: true, fullName: true } },
    },
  });
  const read = rows.map((row) => ({ ...row, content: contentOf(row), holder: row.assignedTo }));
  const findings = await findingsOfMany(tx, read, dayOf(now));
  return new Map(read.map((row, index) => [row.id, { ...row, findings: findings[index] ?? [] }]));
}

/** Writes one decision on rows that have been found fit and are held: state, decision, and word to the enterprises. */
async function write(context: Context<unknown>, ids: number[], decision: Decision, reasons: ReturnReason[]) {
  const { tx, actor, now, later } = context;
  const byUserId = userIdOf(actor);
  await tx.vacancy.updateMany({
    where: { id: { in: ids } },
    data: {
      status: vacancyWorkflow.moves[decision].to,
      approvedAt: decision === "approve" ? now : null,
      updatedAt: now,
      version: { increment: 1 },
    },
  });
  await tx.vacancy.updateMany({
    where: { id: { in: ids }, assignedToId: null },
    data: { assignedToId: byUserId, assignedAt: now },
  });
  if (decision === "approve") {
    // Sent in for a batch that has meanwhile been published or withdrawn: it goes out with the next one.
    const batchId = await batchForNeeds(tx, dayOf(now), true);
    await tx.vacancy.updateMany({
      where: {
        id: { in: ids },
        OR: [{ batchId: null }, { batch: { status: { notIn: ["COLLECTING", "REVIEWING"] } } }],
      },
      data: { batchId },
    });
  }
  const rows = await tx.vacancy.findMany({ where: { id: { in: ids } }, select: { id: true, submissionNo: true } });
  const decisions = await tx.vacancyDecision.createManyAndReturn({
    data: rows.map((row) => ({
      vacancyId: row.id,
      versionNo: row.submissionNo,
      outcome: vacancyWorkflow.moves[decision].to,
      reasons,
      byUserId,
      at: now,
    })),
    select: { id: true },
  });
  await later(decidedTopic, { decisionIds: decisions.map(({ id }) => id) });
}

/** Judges each item for itself and writes the decision on those that pass. */
async function decide(
  context: Context<unknown>,
  items: { id: number; version: number }[],
  decision: Decision,
  more: { bulk: boolean; reasons?: ReturnReason[] },
): Promise<ItemOutcome[]> {
  const { tx, actor, now } = context;
  const head = actor.kind === "person" && actor.staffRole === "LABOUR_HEAD";
  const seen = [...new Map(items.map((item) => [item.id, item])).values()];
  const rows = await judged(
    tx,
    seen.map(({ id }) => id),
    now,
  );
  const by = { userId: userIdOf(actor), head, bulk: more.bulk };
  const outcomes = seen.map((item) => judge(rows.get(item.id), item, decision, by));
  const fit = outcomes.filter(({ ok }) => ok).map(({ id }) => id);
  if (fit.length > 0) await write(context, fit, decision, more.reasons ?? []);
  return outcomes;
}

/** The refusal that one item's outcome is, for a decision on it alone. */
function single(outcome: ItemOutcome | undefined) {
  if (!outcome) return refuse("not_found");
  if (outcome.ok) return ok({ id: outcome.id });
  if (outcome.code === "held_by_other") return refuse(outcome.code, { params: { name: outcome.name } });
  if ("finding" in outcome) {
    const { field, code, params } = outcome.finding;
    return refuse(outcome.code, { fields: [{ path: [field ?? "general"], code, ...(params && { params }) }] });
  }
  return refuse(outcome.code);
}

/** Approves one submission, warnings seen. Refusals: `blocked` (fields name the finding), `held_by_other` (name). */
export const approveVacancy = command({
  name: "review.approve",
  input: seenVacancy,
  may: reviewers,
  run: async (context) => {
    context.about({ type: "vacancy", id: context.input.id });
    const [outcome] = await decide(context, [context.input], "approve", { bulk: false });
    return single(outcome);
  },
});

/** Gives one submission (or approval) back to the enterprise, with reasons at fields. */
export const returnVacancy = command({
  name: "review.return",
  input: returnedVacancy,
  may: reviewers,
  run: async (context) => {
    const { id, version, reasons } = context.input;
    context.about({ type: "vacancy", id });
    const [outcome] = await decide(context, [{ id, version }], "return", { bulk: false, reasons });
    return single(outcome);
  },
});

/** One decision on many; what cannot be decided is reported with its reason and stays as it was. */
export const decideMany = command({
  name: "review.decideMany",
  input: manyDecided,
  may: reviewers,
  run: async (context) => {
    const { input, about, touches } = context;
    const reasons = input.outcome === "return" ? input.reasons : [];
    const outcomes = await decide(context, input.items, input.outcome, { bulk: true, reasons });
    const done = outcomes.filter((outcome) => outcome.ok).map(({ id }) => id);
    about({ type: "vacancies", id: done.length }, { outcome: input.outcome, done });
    touches(...done.map((id) => ({ type: "vacancy", id })));
    return ok({ outcomes });
  },
});

/** Takes a listing out of public sight, with a note that stays in its place. */
export const withdrawListing = command({
  name: "review.withdraw",
  input: withdrawnVacancy,
  may: reviewers,
  run: async ({ tx, actor, input, now, about, later, changed }) => {
    about({ type: "vacancy", id: input.id });
    const row = await tx.vacancy.findUnique({
      where: { id: input.id },
      select: { status: true, submissionNo: true, enterpriseId: true, parkId: true, batchId: true },
    });
    if (!row) return refuse("not_found");
    if (!vacancyWorkflow.can("withdraw", row.status, "reviewer")) return refuse("not_allowed_now");
    const { count } = await tx.vacancy.updateMany({
      where: { id: input.id, version: input.version, status: row.status },
      data: {
        status: vacancyWorkflow.moves.withdraw.to,
        withdrawalNote: input.note,
        closedAt: now,
        updatedAt: now,
        version: { increment: 1 },
      },
    });
    if (count === 0) return refuse("changed_meanwhile");
    const decision = await tx.vacancyDecision.create({
      data: {
        vacancyId: input.id,
        versionNo: row.submissionNo,
        outcome: vacancyWorkflow.moves.withdraw.to,
        reasons: [{ field: "general", reason: input.note }],
        byUserId: userIdOf(actor),
        at: now,
      },
    });
    await later(decidedTopic, { decisionIds: [decision.id] });
    if (row.status === "PUBLISHED")
      changed("public", "vacancies", "batches", `vacancy:${input.id}`, `enterprise:${row.enterpriseId}`);
    return ok({ id: input.id });
  },
});

type Held = { id: number; holderId: number | null };

/** Changes hands of what is still as it was seen; answers who could not be changed. */
async function hand(tx: Tx, items: Held[], to: number | null, now: Date) {
  const missed: number[] = [];
  for (const { id, holderId } of [...items].sort((a, b) => a.id - b.id)) {
    const { count } = await tx.vacancy.updateMany({
      where: { id, assignedToId: holderId, status: { in: ["SUBMITTED", "RETURNED", "APPROVED"] } },
      data: { assignedToId: to, assignedAt: to === null ? null : now },
    });
    if (count === 0) missed.push(id);
  }
  return { changed: items.length - missed.length, missed };
}

const changedOf = (items: Held[], missed: number[]) =>
  items.filter(({ id }) => !missed.includes(id)).map(({ id }) => ({ type: "vacancy", id }));

/** Takes vacancies, or hands them to a colleague. What somebody else has taken meanwhile stays theirs (`missed`). */
export const assignVacancies = command({
  name: "review.assign",
  input: assignment,
  may: reviewers,
  run: async ({ tx, input, now, about, touches }) => {
    const to = await tx.user.findFirst({
      where: { id: input.toUserId, disabledAt: null, staffRole: { in: ["LABOUR_OFFICER", "LABOUR_HEAD"] } },
      select: { id: true },
    });
    if (!to) return refuse("not_found");
    const result = await hand(tx, input.items, to.id, now);
    about({ type: "vacancies", id: result.changed }, { toUserId: to.id });
    touches(...changedOf(input.items, result.missed));
    return result.changed > 0 ? ok(result) : refuse("changed_meanwhile");
  },
});

/** Lets go of vacancies, for anybody to take. */
export const releaseVacancies = command({
  name: "review.release",
  input: releasing,
  may: reviewers,
  run: async ({ tx, input, now, about, touches }) => {
    const result = await hand(tx, input.items, null, now);
    about({ type: "vacancies", id: result.changed });
    touches(...changedOf(input.items, result.missed));
    return result.changed > 0 ? ok(result) : refuse("changed_meanwhile");
  },
});

/** Keeps a list's filter under a name; the same name again replaces it. */
export const saveFilter = command({
  name: "savedFilters.save",
  input: savedFilter,
  may: staff(),
  run: async ({ tx, actor, input, about }) => {
    const userId = userIdOf(actor);
    const { list, name, query } = input;
    const saved = await tx.savedFilter.upsert({
      where: { userId_list_name: { userId, list, name } },
      create: { userId, list, name, query },
      update: { query },
    });
    about({ type: "savedFilter", id: saved.id });
    return ok({ id: saved.id });
  },
});

export const removeFilter = command({
  name: "savedFilters.remove",
  input: z.object({ id: z.number().int().positive() }),
  may: staff(),
  run: async ({ tx, actor, input, about }) => {
    about({ type: "savedFilter", id: input.id });
    const { count } = await tx.savedFilter.deleteMany({ where: { id: input.id, userId: userIdOf(actor) } });
    return count === 1 ? ok({ id: input.id }) : refuse("not_found");
  },
});
