import { db } from "@/lib/db/client";
import { type Actor, scopeOf } from "@/lib/identity/actor";

/** Years that are set side by side. */
const shownYears = 5;

/** What the actor's school said and the Authority accepted, latest year first, with what became of its difficulties. */
export async function ownAnswers(actor: Actor) {
  return db().cohortAnswer.findMany({
    where: { schoolId: scopeOf(actor, "SCHOOL"), replacedAt: null },
    orderBy: { year: "desc" },
    take: shownYears,
    select: {
      year: true,
      acceptedAt: true,
      submission: { select: { assignmentId: true } },
      programmes: { orderBy: { no: "asc" } },
      difficulties: {
        orderBy: { no: "asc" },
        select: {
          id: true,
          theme: true,
          text: true,
          state: true,
          steps: {
            orderBy: { id: "desc" },
            select: { id: true, state: true, note: true, at: true },
          },
        },
      },
    },
  });
}

export type OwnAnswer = Awaited<ReturnType<typeof ownAnswers>>[number];
