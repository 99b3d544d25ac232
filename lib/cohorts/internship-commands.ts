import { dayOf, dayToDate } from "@/lib/core/day";
import { ok, refuse } from "@/lib/core/result";
import type { Tx } from "@/lib/db/client";
import { type Context, command } from "@/lib/db/command";
import type { InternshipSide } from "@/lib/db/generated/enums";
import { type Actor, scopeOf, userIdOf } from "@/lib/identity/actor";
import { permissions } from "@/lib/identity/permissions";
import { tellOtherSide } from "./internship-mail-commands";
import { editedOffer, movedOffer, movedPlacement, newOffer, newPlacement } from "./internship-schema";
import { offerWorkflow, placementWorkflow, taking } from "./internship-workflow";

type Fields = ReturnType<typeof newOffer.parse>;
const columns = ({ startsOn, endsOn, ...rest }: Fields) => ({
  ...rest,
  startsOn: dayToDate(startsOn),
  endsOn: dayToDate(endsOn),
});

const problem = (path: string, code: string, params: Record<string, string | number> = {}) =>
  refuse("invalid_input", { fields: [{ path: [path], code, params }] });

/** Places for students to learn at an enterprise of the parks. */
export const offerInternship = command({
  name: "internships.offer",
  input: newOffer,
  may: permissions.offerInternships,
  run: async ({ tx, actor, now, input, about }) => {
    const made = await tx.internshipOffer.create({
      data: {
        ...columns(input),
        enterpriseId: scopeOf(actor, "ENTERPRISE"),
        createdById: userIdOf(actor),
        createdAt: now,
      },
      select: { id: true, version: true },
    });
    about({ type: "internshipOffer", id: made.id });
    return ok(made);
  },
});

/** The offer of the actor's enterprise that a command is about; locked until the command is done. */
async function ownOffer({ tx, actor, about }: Context<unknown>, id: number) {
  const enterpriseId = scopeOf(actor, "ENTERPRISE");
  await tx.$queryRaw`select 1 from "InternshipOffer" where id = ${id} and "enterpriseId" = ${enterpriseId} for update`;
  const offer = await tx.internshipOffer.findFirst({ where: { id, enterpriseId } });
  if (offer) about({ type: "internshipOffer", id });
  return offer;
}

const takenOf = async (tx: Tx, offerId: number) =>
  (
    await tx.internshipPlacement.aggregate({
      where: { offerId, state: { in: [...taking] } },
      _sum: { students: true },
    })
  )._sum.students ?? 0;

/** Changes an offer; never fewer places than students who were confirmed. */
export const editOffer = command({
  name: "internships.editOffer",
  input: editedOffer,
  may: permissions.offerInternships,
  run: async (context) => {
    const { tx, input } = context;
    const { id, version, ...fields } = input;
    const offer = await ownOffer(context, id);
    if (!offer) return refuse("not_found");
    if (offer.version !== version) return refuse("changed_meanwhile");
    if (offer.state === "WITHDRAWN") return refuse("not_allowed_now");
    const taken = await takenOf(tx, id);
    if (fields.places < taken) return problem("places", "tooSmall", { minimum: taken });
    await tx.internshipOffer.update({ where: { id }, data: { ...columns(fields), version: version + 1 } });
    return ok({ id, version: version + 1 });
  },
});

/** Closes an offer, opens it again, or withdraws it with a reason; one that students wait for or use is not withdrawn. */
export const moveOffer = command({
  name: "internships.moveOffer",
  input: movedOffer,
  may: permissions.offerInternships,
  run: async (context) => {
    const { tx, input } = context;
    const { id, version, move, reason } = input;
    const offer = await ownOffer(context, id);
    if (!offer) return refuse("not_found");
    if (offer.version !== version) return refuse("changed_meanwhile");
    if (!offerWorkflow.can(move, offer.state, "keeper")) return refuse("not_allowed_now");
    if (move === "withdraw") {
      if (reason === null) return problem("reason", "required");
      const waiting = await tx.internshipPlacement.count({
        where: { offerId: id, state: { in: ["PROPOSED", "CONFIRMED", "RUNNING"] } },
      });
      if (waiting > 0) return refuse("placements_open", { params: { count: waiting } });
    }
    await tx.internshipOffer.update({
      where: { id },
      data: {
        state: offerWorkflow.moves[move].to,
        reason: move === "withdraw" ? reason : null,
        version: version + 1,
      },
    });
    return ok({ id, version: version + 1 });
  },
});

/** For which side an actor acts. */
const sideOf = (actor: Actor): { side: InternshipSide; id: number } =>
  actor.kind === "person" && actor.organisation?.kind === "SCHOOL"
    ? { side: "SCHOOL", id: scopeOf(actor, "SCHOOL") }
    : { side: "ENTERPRISE", id: scopeOf(actor, "ENTERPRISE") };

/** Proposes students for an offer: a school its own for one that is open, an enterprise those of a school for one of its own. */
export const proposePlacement = command({
  name: "internships.propose",
  input: newPlacement,
  may: permissions.placeInterns,
  run: async (context) => {
    const { tx, actor, now, input, about, touches } = context;
    const { offerId, schoolId: asked, startsOn, endsOn, ...rest } = input;
    const { side, id: organisationId } = sideOf(actor);
    const offer = await tx.internshipOffer.findFirst({
      where: { id: offerId, ...(side === "ENTERPRISE" ? { enterpriseId: organisationId } : { state: "OPEN" }) },
    });
    if (!offer) return refuse("not_found");
    if (offer.state !== "OPEN") return refuse("not_allowed_now");
    const schoolId = side === "SCHOOL" ? organisationId : asked;
    if (schoolId === null) return problem("schoolId", "required");
    if (side === "ENTERPRISE" && !(await tx.organisation.findFirst({ where: { id: schoolId, kind: "SCHOOL" } })))
      return problem("schoolId", "choice");
    const left = offer.places - (await takenOf(tx, offerId));
    if (rest.students > left) return problem("students", "placesLeft", { left });
    const made = await tx.internshipPlacement.create({
      data: {
        ...rest,
        offerId,
        schoolId,
        startsOn: dayToDate(startsOn),
        endsOn: dayToDate(endsOn),
        proposedBy: side,
        createdById: userIdOf(actor),
        createdAt: now,
      },
    });
    about({ type: "internshipPlacement", id: made.id });
    touches({ type: "internshipOffer", id: offerId });
    await tellOtherSide(context, side, "propose", { ...made, offer });
    return ok({ id: made.id, version: made.version });
  },
});

/** What a move writes besides the state. */
function written(input: ReturnType<typeof movedPlacement.parse>, today: string, placement: { startedOn: Date | null }) {
  const on = dayToDate(input.on ?? today);
  switch (input.move) {
    case "refuse":
    case "cancel":
      return { reason: input.reason };
    case "start":
      return { startedOn: on };
    case "finish":
      return { startedOn: placement.startedOn, endedOn: on, completed: input.completed };
    case "undoStart":
      return { startedOn: null };
    case "undoFinish":
      return { endedOn: null, completed: null };
    default:
      return {};
  }
}

/** Confirms, refuses, takes back, cancels a placement, or says how it went; each side what is its own. */
export const movePlacement = command({
  name: "internships.movePlacement",
  input: movedPlacement,
  may: permissions.placeInterns,
  run: async (context) => {
    const { tx, actor, now, input, about, touches } = context;
    const { id, version, move, reason, on, completed } = input;
    const { side, id: organisationId } = sideOf(actor);
    const where = side === "SCHOOL" ? { schoolId: organisationId } : { offer: { enterpriseId: organisationId } };
    const found = await tx.internshipPlacement.findFirst({ where: { id, ...where }, select: { offerId: true } });
    if (!found) return refuse("not_found");
    about({ type: "internshipPlacement", id });
    touches({ type: "internshipOffer", id: found.offerId });
    // The offer first, always: whoever confirms at the same offer waits here.
    await tx.$queryRaw`select 1 from "InternshipOffer" where id = ${found.offerId} for update`;
    const placement = await tx.internshipPlacement.findUniqueOrThrow({ where: { id }, include: { offer: true } });
    if (placement.version !== version) return refuse("changed_meanwhile");
    const party = placement.proposedBy === side ? "proposer" : "other";
    if (!placementWorkflow.can(move, placement.state, party)) return refuse("not_allowed_now");
    const rule = placementWorkflow.moves[move];
    if ("explained" in rule && rule.explained && reason === null) return problem("reason", "required");
    const today = dayOf(now);
    if (on !== null && on > today) return problem("on", "notInFuture");
    if (move === "finish") {
      if (completed === null) return problem("completed", "required");
      if (completed > placement.students) return problem("completed", "tooBig", { maximum: placement.students });
      if (placement.startedOn && dayToDate(on ?? today) < placement.startedOn) return problem("on", "daysInOrder");
    }
    if (move === "confirm") {
      const left = placement.offer.places - (await takenOf(tx, found.offerId));
      if (placement.students > left) return refuse("no_places", { params: { left, wanted: placement.students } });
      if (placement.offer.state === "WITHDRAWN") return refuse("not_allowed_now");
    }
    const moved = await tx.internshipPlacement.update({
      where: { id },
      data: { state: rule.to, ...written(input, today, placement), version: version + 1 },
    });
    await tellOtherSide(context, side, move, { ...moved, offer: placement.offer });
    return ok({ id, version: version + 1 });
  },
});
