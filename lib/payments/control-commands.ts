import { dayOf, dayToDate } from "@/lib/core/day";
import { ok, refuse } from "@/lib/core/result";
import { type Context, command } from "@/lib/db/command";
import type { ControlState } from "@/lib/db/generated/enums";
import { loadCalendar } from "@/lib/deadlines/calendar-queries";
import { attachFile } from "@/lib/files/attach-commands";
import { userIdOf } from "@/lib/identity/actor";
import { permissions } from "@/lib/identity/permissions";
import { controllable } from "./control-population-queries";
import { answeredControl, decidedCase, decidedControl, judgedControl, proposedControl } from "./control-schema";
import { tellAsked } from "./payment-mail-commands";
import { draw, populationHash } from "./sample";

/** Draws a sample and proposes it. Refuses `nobody_paid` where there is nobody to draw. */
export const proposeControl = command({
  name: "controls.propose",
  input: proposedControl,
  may: permissions.proposeControls,
  patience: 60_000,
  run: async ({ tx, actor, now, input, about }) => {
    // Two at once draw different persons.
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`controls:${input.policyId}`}, 0))`;
    const population = await controllable(tx, input);
    if (population.length === 0) return refuse("nobody_paid");
    const drawn = draw(population, input);
    const { id } = await tx.controlRound.create({
      data: {
        ...input,
        weights: input.method === "RISK" ? input.weights : {},
        population: population.length,
        populationHash: populationHash(population.map((one) => `${one.dossierId}/${one.position}`)),
        ...{ proposedById: userIdOf(actor), proposedAt: now },
        cases: { create: drawn.map((one, at) => ({ ...one, rank: at + 1 })) },
      },
      select: { id: true },
    });
    about({ type: "controlRound", id }, { drawn: drawn.length, of: population.length });
    return ok({ id, drawn: drawn.length });
  },
});

/** A leader, not whoever proposed it, decides on a sample: its applicants are asked from now on, or it is refused. */
export const decideControl = command({
  name: "controls.decide",
  input: decidedControl,
  may: permissions.decideControls,
  run: async ({ tx, actor, now, input, about }) => {
    await tx.$executeRaw`select 1 from "ControlRound" where id = ${input.id} for update`;
    const round = await tx.controlRound.findUnique({ where: { id: input.id } });
    if (!round) return refuse("not_found");
    about({ type: "controlRound", id: round.id });
    if (round.version !== input.version || round.state !== "PROPOSED") return refuse("changed_meanwhile");
    if (round.proposedById === userIdOf(actor)) return refuse("same_person");
    await tx.controlRound.update({
      where: { id: round.id },
      data: {
        ...{ state: input.approve ? "DECIDED" : "REFUSED", note: input.note, version: round.version + 1 },
        ...{ decidedById: userIdOf(actor), decidedAt: now },
      },
    });
    if (!input.approve) return ok({ id: round.id });
    const dueOn = dayToDate((await loadCalendar(tx)).move(dayOf(now), round.answerDays));
    await tx.controlCase.updateMany({ where: { roundId: round.id }, data: { state: "ASKED", askedAt: now, dueOn } });
    await tellAsked({ tx, now }, round.id);
    return ok({ id: round.id });
  },
});

/** The case that a command is about, locked, in one of the states. */
export async function heldCase(
  { tx, about, actor }: Context<unknown>,
  seen: { id: number; version: number },
  states: readonly ControlState[],
) {
  await tx.$executeRaw`select 1 from "ControlCase" where id = ${seen.id} for update`;
  const own =
    actor.kind === "person" && actor.staffRole === null
      ? { dossier: { organisationId: actor.organisation?.id ?? 0 } }
      : {};
  const row = await tx.controlCase.findFirst({
    where: { id: seen.id, ...own },
    include: { dossier: { select: { code: true, policyId: true, organisationId: true } } },
  });
  if (!row) return refuse("not_found");
  about({ type: "controlCase", id: row.id });
  if (row.version !== seen.version) return refuse("changed_meanwhile");
  return states.includes(row.state) ? ok(row) : refuse("not_allowed_now");
}

/** The applicant answers, with files; as long as nobody has judged, also after the day. */
export const answerControl = command({
  name: "controls.answer",
  input: answeredControl,
  may: permissions.answerControls,
  run: async (context) => {
    const { tx, actor, now, input } = context;
    const held = await heldCase(context, input, ["ASKED", "ANSWERED"]);
    if (!held.ok) return held;
    const { id, version, dossier } = held.value;
    for (const key of input.files) {
      const file = await attachFile(tx, {
        key,
        purpose: "control.answer",
        organisationId: dossier.organisationId,
        now,
      });
      if (!file.ok) return file;
      await tx.controlFile.create({ data: { caseId: id, fileId: file.value.id, fileName: file.value.name } });
    }
    await tx.controlCase.update({
      where: { id },
      data: {
        ...{ state: "ANSWERED", answer: input.answer, version: version + 1 },
        ...{ answeredById: userIdOf(actor), answeredAt: now },
      },
    });
    return ok({ id, version: version + 1 });
  },
});

/**
 * A controller says what was found: in order, an error with the amount to be given back, or no answer. Refuses
 * `still_time` for "no answer" before the day has passed, `beyond_paid` (params paid) for more than was paid.
 */
export const judgeControl = command({
  name: "controls.judge",
  input: judgedControl,
  may: permissions.proposeControls,
  run: async (context) => {
    const { tx, actor, now, input } = context;
    const held = await heldCase(context, input, ["ASKED", "ANSWERED", "JUDGED"]);
    if (!held.ok) return held;
    const { id, version, paid, dueOn, state } = held.value;
    if (input.amount > Number(paid)) return refuse("beyond_paid", { params: { paid: Number(paid) } });
    if (input.outcome === "NOT_ANSWERED") {
      if (state === "ANSWERED") return refuse("not_allowed_now");
      if (dueOn && dayToDate(dayOf(now)) <= dueOn) return refuse("still_time");
    }
    const { outcome, amount, finding } = input;
    await tx.controlCase.update({
      where: { id },
      data: {
        ...{ state: "JUDGED", outcome, amount, finding, version: version + 1 },
        ...{ judgedById: userIdOf(actor), judgedAt: now },
      },
    });
    return ok({ id, version: version + 1 });
  },
});

/**
 * A leader, not whoever judged, decides on what was found: it is closed, or the money is asked back. Otherwise it goes
 * back to be judged anew.
 */
export const decideCase = command({
  name: "controls.decideCase",
  input: decidedCase,
  may: permissions.decideControls,
  run: async (context) => {
    const { tx, actor, now, input } = context;
    const held = await heldCase(context, input, ["JUDGED"]);
    if (!held.ok) return held;
    const { id, version, amount, judgedById, answeredAt } = held.value;
    if (judgedById === userIdOf(actor)) return refuse("same_person");
    const decided = { decidedById: userIdOf(actor), decidedAt: now };
    await tx.controlCase.update({
      where: { id },
      data: {
        version: version + 1,
        ...(input.approve
          ? { ...decided, state: amount > 0n ? "DEMANDED" : "CLOSED" }
          : { state: answeredAt ? "ANSWERED" : "ASKED" }),
      },
    });
    return ok({ id, version: version + 1 });
  },
});
