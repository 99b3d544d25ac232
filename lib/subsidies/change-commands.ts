import { alignCommitments } from "@/lib/budget/commitment-commands";
import { dayOf } from "@/lib/core/day";
import { ok, type Refusal, refuse } from "@/lib/core/result";
import type { Tx } from "@/lib/db/client";
import { type Context, command } from "@/lib/db/command";
import type { DossierChangeRequest, Prisma } from "@/lib/db/generated/client";
import { userIdOf } from "@/lib/identity/actor";
import { permissions } from "@/lib/identity/permissions";
import { writeNotices } from "@/lib/notifications/notice-commands";
import { claimScope } from "./amounts";
import {
  askedChange,
  type ChangedPerson,
  type ChangeEffect,
  type ChangeRequest,
  type DecidedDossier,
  effectOf,
  factsAfter,
  grantedChange,
  plannedChange,
  problemOf,
  refusedChange,
  seenChange,
  toldOf,
} from "./change";
import { tellAsker } from "./dossier-mail-commands";
import { ownDossiers } from "./dossier-scope-queries";
import { contentOf, decidedDossier } from "./granted-queries";
import { ratesOf } from "./policy";
import { reviewedRow } from "./review-commands";

/** One's own decided dossier with what a change would leave of it. */
async function planned(
  { tx, actor, now, about }: Context<unknown>,
  id: number,
  change: ChangeRequest,
): Promise<{ ok: true; version: number; holderId: number | null; code: string; effect: ChangeEffect } | Refusal> {
  const row = await tx.subsidyDossier.findFirst({ where: { AND: [{ id }, ownDossiers(actor)] } });
  if (!row) return refuse("not_found");
  about({ type: "dossier", id });
  const dossier = await decidedDossier(tx, id);
  if (!dossier) return refuse("not_allowed_now");
  const problem = problemOf(dossier, change, dayOf(now));
  if (problem) return refuse("invalid_input", { fields: [problem] });
  const { version, assignedToId: holderId, code } = row;
  return { ok: true, version, holderId, code: code ?? "", effect: effectOf(dossier, change) };
}

/** Whoever has the dossier in hand is told; nobody may have it. */
async function tellHolder(
  { tx, now }: Context<unknown>,
  { id, holderId: userId, code: dossier }: { id: number; holderId: number | null; code: string },
  template: "changeAsked" | "changeWithdrawn",
): Promise<void> {
  if (userId === null) return;
  await writeNotices(tx, [{ userId, template, params: { dossier }, path: `/staff/dossiers/${id}` }], now);
}

/** What a change would leave, in đồng, before it is asked for; changes nothing. */
export const previewChange = command({
  name: "dossiers.previewChange",
  input: plannedChange,
  may: permissions.writeDossiers,
  run: async (context) => {
    const found = await planned(context, context.input.id, context.input.change);
    return found.ok ? ok(toldOf(found.effect)) : found;
  },
});

/** Asks for a change after the decision; one at a time (`change_waits`). Nothing changes until it is granted. */
export const requestChange = command({
  name: "dossiers.requestChange",
  input: askedChange,
  may: permissions.writeDossiers,
  run: async (context) => {
    const { tx, actor, now, input } = context;
    const { id, version, change, reason, after } = input;
    // Of two who ask, or ask and grant, at once the second waits and then finds what the first has done.
    await tx.$executeRaw`select 1 from "SubsidyDossier" where id = ${id} for update`;
    const found = await planned(context, id, change);
    if (!found.ok) return found;
    if (found.version !== version || found.effect.after !== after) return refuse("changed_meanwhile");
    if ((await tx.dossierChangeRequest.count({ where: { dossierId: id, state: "REQUESTED" } })) > 0)
      return refuse("change_waits");
    const made = await tx.dossierChangeRequest.create({
      data: { dossierId: id, content: change, reason, requestedById: userIdOf(actor), requestedAt: now },
      select: { id: true },
    });
    await tellHolder(context, { id, holderId: found.holderId, code: found.code }, "changeAsked");
    return ok(made);
  },
});

/**
 * A request that waits, its dossier locked until the command ends. Whoever asked does not decide. Refuses `not_found`,
 * `changed_meanwhile`, `not_allowed_now`, `same_person`.
 */
async function waiting(
  context: Context<{ id: number; requestId: number; version: number }>,
): Promise<{ ok: true; request: DossierChangeRequest } | Refusal> {
  const { tx, actor, input } = context;
  const held = await reviewedRow(context, input.id);
  if (!held.ok) return held;
  await tx.$executeRaw`select 1 from "SubsidyDossier" where id = ${input.id} for update`;
  const request = await tx.dossierChangeRequest.findFirst({ where: { id: input.requestId, dossierId: input.id } });
  if (!request) return refuse("not_found");
  if (request.version !== input.version) return refuse("changed_meanwhile");
  if (request.state !== "REQUESTED") return refuse("not_allowed_now");
  if (request.requestedById === userIdOf(actor)) return refuse("same_person");
  return { ok: true, request };
}

const decide = (
  { tx, actor, now }: Context<unknown>,
  { id, version }: DossierChangeRequest,
  state: "GRANTED" | "REFUSED",
  note: string,
) =>
  tx.dossierChangeRequest.update({
    where: { id },
    data: { state, note: note || null, decidedById: userIdOf(actor), decidedAt: now, version: version + 1 },
  });

/** Benefits follow what is granted; one that comes to nothing is free again, as one that was never asked for. */
async function lessenClaims(tx: Tx, dossierId: number, persons: readonly ChangedPerson[], now: Date) {
  const left = persons.flatMap(({ beneficiaryId, lines }) =>
    lines.map(({ rate, amount }) => ({ beneficiary: beneficiaryId, rate, amount })),
  );
  await tx.$executeRaw`
    update "SupportClaim" c set amount = w.amount,
      state = case when w.amount = 0 then 'RELEASED' else c.state end, "endedAt" = case when w.amount = 0 then ${now}::timestamptz end
    from jsonb_to_recordset(${JSON.stringify(left)}::jsonb) as w(beneficiary int, rate text, amount bigint)
    where c."dossierId" = ${dossierId} and c."beneficiaryId" = w.beneficiary and c."rateCode" = w.rate
      and c.state = 'GRANTED' and c.amount > w.amount`;
}

/** A course that begins on another day is another one to the claims on it: they move along. False: one is taken. */
async function moveClaims(tx: Tx, dossierId: number, before: DecidedDossier, after: DecidedDossier): Promise<boolean> {
  for (const rate of ratesOf(before.policy, before.groupCode)) {
    const [from, to] = [before, after].map(({ policyCode, course }) => claimScope(policyCode, rate, course));
    if (from === to) continue;
    const [taken] = await tx.$queryRaw<{ one: number }[]>`
      select 1 as one from "SupportClaim" c join "SupportClaim" x on x."beneficiaryId" = c."beneficiaryId"
      where c."dossierId" = ${dossierId} and c.scope = ${from} and c.state = 'GRANTED'
        and x.scope = ${to} and x.state <> 'RELEASED' limit 1`;
    if (taken) return false;
    await tx.$executeRaw`
      update "SupportClaim" set scope = ${to} where "dossierId" = ${dossierId} and scope = ${from} and state = 'GRANTED'`;
  }
  return true;
}

/**
 * Grants a change, with the sum that stood in sight: what it leaves each person is written down for ever beside the
 * decision, benefits follow, whoever asked is told. It only carries out the decision's own rules and never grants more, so
 * that it goes no second time through the chain; it takes two people all the same, the applicant and the Authority's.
 * Refuses `already_supported` where the course's other days meet another claim.
 */
export const grantChange = command({
  name: "dossierReview.grantChange",
  input: grantedChange,
  may: permissions.reviewDossiers,
  patience: 60_000,
  run: async (context) => {
    const { tx, now, input } = context;
    const { id, note } = input;
    const held = await waiting(context);
    if (!held.ok) return held;
    const { request } = held;
    const dossier = await decidedDossier(tx, id);
    if (!dossier) return refuse("not_allowed_now");
    const change = contentOf(request.content);
    const { after, persons } = effectOf(dossier, change);
    if (after !== input.after) return refuse("changed_meanwhile");
    await decide(context, request, "GRANTED", note);
    await tx.dossierDecisionChange.createMany({
      data: persons.map(({ position, lines, before: amountBefore, after: amount }) => ({
        ...{ requestId: request.id, dossierId: id, position, amountBefore, amount },
        lines: lines as unknown as Prisma.InputJsonArray,
      })),
    });
    await lessenClaims(tx, id, persons, now);
    if (!(await moveClaims(tx, id, dossier, factsAfter(dossier, change)))) return refuse("already_supported");
    // Whoever has the dossier open sees another one than before.
    await tx.subsidyDossier.update({ where: { id }, data: { version: { increment: 1 }, updatedAt: now } });
    const told = { id: request.id, dossierId: id, askerId: request.requestedById };
    await tellAsker(context, told, "changeGranted", { note, amount: after });
    // Last, because everybody who moves money waits here.
    await alignCommitments(context, id, {
      ...{ key: `change:${request.id}`, ground: "CHANGE", subjectId: request.id },
      ...{ document: request.reason, ...(note && { reason: note }) },
    });
    return ok({ id: request.id, persons: persons.length, after });
  },
});

/** Refuses a change with the reason; what was granted stays. */
export const refuseChange = command({
  name: "dossierReview.refuseChange",
  input: refusedChange,
  may: permissions.reviewDossiers,
  run: async (context) => {
    const { id, note } = context.input;
    const held = await waiting(context);
    if (!held.ok) return held;
    const { request } = held;
    await decide(context, request, "REFUSED", note);
    const told = { id: request.id, dossierId: id, askerId: request.requestedById };
    await tellAsker(context, told, "changeRefused", { note, amount: null });
    return ok({ id: request.id });
  },
});

/**
 * Takes one's own request back, as long as nobody has decided on it: any writer of the applicant's side may, not only who
 * asked. Refuses `not_found`, `changed_meanwhile`, `not_allowed_now`.
 */
export const withdrawChange = command({
  name: "dossiers.withdrawChange",
  input: seenChange,
  may: permissions.writeDossiers,
  run: async (context) => {
    const { tx, actor, now, input, about } = context;
    const { id, requestId } = input;
    // Of one who takes it back and one who decides, the second finds what the first has done.
    await tx.$executeRaw`select 1 from "SubsidyDossier" where id = ${id} for update`;
    const row = await tx.subsidyDossier.findFirst({ where: { AND: [{ id }, ownDossiers(actor)] } });
    if (!row) return refuse("not_found");
    about({ type: "dossier", id });
    const request = await tx.dossierChangeRequest.findFirst({ where: { id: requestId, dossierId: id } });
    if (!request) return refuse("not_found");
    if (request.version !== input.version) return refuse("changed_meanwhile");
    if (request.state !== "REQUESTED") return refuse("not_allowed_now");
    // Nobody decides: the trail says who took it back.
    await tx.dossierChangeRequest.update({
      where: { id: requestId },
      data: { state: "WITHDRAWN", decidedAt: now, version: { increment: 1 } },
    });
    await tellHolder(context, { id, holderId: row.assignedToId, code: row.code ?? "" }, "changeWithdrawn");
    return ok({ id: requestId });
  },
});
