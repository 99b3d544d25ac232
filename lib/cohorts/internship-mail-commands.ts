import { dateToDay, dayOf, formatDay } from "@/lib/core/day";
import type { Context } from "@/lib/db/command";
import type { InternshipOffer, InternshipPlacement } from "@/lib/db/generated/client";
import type { InternshipSide } from "@/lib/db/generated/enums";
import { href } from "@/lib/i18n/paths";
import { membersOf, tell } from "@/lib/notifications/tell-commands";
import type { PlacementMove } from "./internship-workflow";

/** Of these moves the other side is told; of the others its list tells. */
const toldOf = {
  propose: "internshipProposed",
  confirm: "internshipConfirmed",
  refuse: "internshipRefused",
  cancel: "internshipCancelled",
  finish: "internshipEnded",
} as const satisfies Partial<Record<PlacementMove | "propose", string>>;

/** Tells the people of the other side what `side` did with a placement, as it now is: a letter and a notice. */
export async function tellOtherSide(
  { tx, now, actor }: Context<unknown>,
  side: InternshipSide,
  move: PlacementMove | "propose",
  placement: InternshipPlacement & { offer: Pick<InternshipOffer, "enterpriseId"> },
): Promise<void> {
  const template = (toldOf as Partial<Record<typeof move, (typeof toldOf)[keyof typeof toldOf]>>)[move];
  if (!template) return;
  const { id, version, offerId, schoolId, offer, programme, students, completed, reason, endedOn } = placement;
  const [area, organisationId] =
    side === "SCHOOL" ? (["enterprise", offer.enterpriseId] as const) : (["school", schoolId] as const);
  const params = {
    who: (actor.kind === "person" && actor.organisation?.nameVi) || "",
    ...{ programme, students, completed: completed ?? students, reason: reason ?? "" },
    from: formatDay(dateToDay(placement.startsOn)),
    to: formatDay(dateToDay(placement.endsOn)),
    on: formatDay(endedOn ? dateToDay(endedOn) : dayOf(now)),
  };
  await tell(
    { tx, now },
    template,
    (await membersOf(tx, organisationId)).map((to) => ({
      ...{ to, occasion: `${id}:v${version}`, params: () => params },
      path: (locale) => href(locale, area, "internships", offerId),
    })),
  );
}
