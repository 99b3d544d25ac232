import { z } from "zod";
import { isDay } from "@/lib/core/day";
import { EducationLevel, QualificationLevel } from "@/lib/db/generated/enums";

const code = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/);
const day = z.string().refine(isDay, { params: { code: "date" } });

/**
 * What an applicant says of a person inside a dossier, where the roster leaves it open: what the roster knows comes
 * first. These are the facts that findings ask for (`field` of lib/subsidies/findings.ts).
 */
export const personAnswers = z.object({
  education: z.enum(EducationLevel).optional(),
  occupationCode: code.optional(),
  qualificationHeld: z.enum(QualificationLevel).optional(),
  fieldHeld: code.optional(),
  qualificationRequired: z.enum(QualificationLevel).optional(),
  contractFrom: day.optional(),
  permanentStaff: z.boolean().optional(),
});
export type PersonAnswers = z.output<typeof personAnswers>;
