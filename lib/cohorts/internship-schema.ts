import { z } from "zod";
import { isDay } from "@/lib/core/day";
import { tidy } from "@/lib/core/text";
import { InternshipOfferState, type QualificationLevel } from "@/lib/db/generated/enums";
import { offerMoves, placementMoves } from "./internship-workflow";
import { type Term, terms, trainingFields, trainingLevels } from "./vocabulary";

const id = z.number().int().positive();
const line = (maximum: number) => z.string().transform(tidy).pipe(z.string().min(1).max(maximum));
const optional = <S extends z.ZodType>(schema: S) =>
  z.preprocess(
    (value) => (value === undefined || (typeof value === "string" && value.trim() === "") ? null : value),
    schema.nullable(),
  );
const day = z.string().refine(isDay, { params: { code: "date" } });
const values = <V extends string>(all: readonly Term<V>[]) => all.map(({ value }) => value) as [V, ...V[]];
const field = z.enum(values(trainingFields));
const level = z.enum(values(trainingLevels) as [QualificationLevel, ...QualificationLevel[]]);

const inOrder = (days: { startsOn: string; endsOn: string }, context: z.RefinementCtx) => {
  if (days.endsOn < days.startsOn)
    context.addIssue({ code: "custom", path: ["endsOn"], params: { code: "daysInOrder" } });
};

const offer = z.object({
  field,
  level,
  places: z.number().int().min(1).max(1_000),
  term: z.enum(values(terms)),
  startsOn: day,
  endsOn: day,
  /** đồng a month of one person; null: none. */
  allowance: optional(z.number().int().min(1).max(100_000_000)),
  learns: line(2_000),
  meals: z.boolean(),
  housing: z.boolean(),
});
export const seenInternship = z.object({ id, version: id });
export const newOffer = offer.superRefine(inOrder);
export const editedOffer = offer.extend(seenInternship.shape).superRefine(inOrder);
const reason = optional(line(500));
export const movedOffer = seenInternship.extend({ move: z.enum(offerMoves), reason });

/** Students for an offer, as a number. An enterprise says which school; a school is its own. */
export const newPlacement = z
  .object({
    offerId: id,
    schoolId: optional(id),
    /** A programme's code; empty: not said. */
    code: optional(line(40)),
    programme: line(200),
    students: z.number().int().min(1).max(1_000),
    women: z.number().int().min(0).max(1_000),
    startsOn: day,
    endsOn: day,
  })
  .superRefine((placement, context) => {
    inOrder(placement, context);
    if (placement.women > placement.students)
      context.addIssue({ code: "custom", path: ["women"], params: { code: "tooBig", maximum: placement.students } });
  });
export const movedPlacement = seenInternship.extend({
  move: z.enum(placementMoves),
  reason,
  /** Day of the start or the end; today where it is not said. */
  on: optional(day),
  completed: optional(z.number().int().min(0).max(1_000)),
});

export const offersPerPage = 25;
/** The lists' address is their state; what is broken is as good as not there. */
export const offerQuery = z.object({
  field: field.optional().catch(undefined),
  level: level.optional().catch(undefined),
  state: z.enum(InternshipOfferState).optional().catch(undefined),
  by: z.enum(["enterprise", "park", "term", "field"]).catch("enterprise"),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
export type OfferQuery = z.output<typeof offerQuery>;

/** The query part of an address for a state of the list, without what is usual. */
export function offerAddress(query: Partial<OfferQuery>): string {
  const usual: Partial<OfferQuery> = { by: "enterprise", page: 1 };
  const pairs = Object.entries(query).filter(([name, value]) => value && usual[name as keyof OfferQuery] !== value);
  const text = new URLSearchParams(pairs.map(([name, value]) => [name, String(value)])).toString();
  return text && `?${text}`;
}
