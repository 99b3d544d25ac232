import { z } from "zod";
import { isDay } from "@/lib/core/day";
import { tidy } from "@/lib/core/text";

/** So many organisations stand in one letter at most. */
export const mostInLetter = 300;

const day = z.string().refine(isDay, { params: { code: "date" } });
const optionalLine = (most: number) =>
  z.preprocess((value) => (value === "" || value === undefined ? null : value), z.string().max(most).nullable());

/** What a letter about late reports of one period is asked for. */
export const newLateLetter = z.object({
  assignmentIds: z.array(z.coerce.number().int().positive()).min(1).max(mostInLetter),
  registerId: z.coerce.number().int().positive(),
  issuedOn: day,
  answerBy: day,
  signerTitle: optionalLine(120),
  signerName: optionalLine(100).transform((text) => text && tidy(text)),
});
