import { z } from "zod";
import { isDay } from "@/lib/core/day";

const day = z.string().refine(isDay, { params: { code: "date" } });
const months = z.coerce.number().pipe(z.int().min(0).max(72));

/** What may change after the decision; each can only lessen what was granted, or move it in time. */
export const changeRequest = z.discriminatedUnion("kind", [
  /** A person leaves the course, by their position in the dossier. */
  z.object({
    kind: z.literal("DROP_PERSON"),
    position: z.coerce.number().pipe(z.int().positive()),
    droppedOn: day,
    monthsAttended: months,
  }),
  z.object({ kind: z.literal("DATES"), startsOn: day, endsOn: day }),
  /** đồng a person, the whole course. */
  z.object({ kind: z.literal("TUITION"), tuition: z.coerce.number().pipe(z.int().min(0).max(10_000_000_000)) }),
]);
export type ChangeRequest = z.output<typeof changeRequest>;
