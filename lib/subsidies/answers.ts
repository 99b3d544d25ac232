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

/** An empty field of a form is "not said". */
const said = <S extends z.ZodType>(schema: S) => z.preprocess((value) => (value === "" ? undefined : value), schema);
const answered = personAnswers.shape;

/** The same as a form gives it: every field a text. */
export const answersForm = z.object({
  education: said(answered.education),
  occupationCode: said(answered.occupationCode),
  qualificationHeld: said(answered.qualificationHeld),
  fieldHeld: said(answered.fieldHeld),
  qualificationRequired: said(answered.qualificationRequired),
  contractFrom: said(answered.contractFrom),
  permanentStaff: z
    .enum(["yes", "no", ""])
    .optional()
    .transform((text) => (text ? text === "yes" : undefined)),
});

/** What the form opens with. */
export const answerValues = (answers: PersonAnswers): Record<string, string> => ({
  education: answers.education ?? "",
  occupationCode: answers.occupationCode ?? "",
  qualificationHeld: answers.qualificationHeld ?? "",
  fieldHeld: answers.fieldHeld ?? "",
  qualificationRequired: answers.qualificationRequired ?? "",
  contractFrom: answers.contractFrom ?? "",
  permanentStaff: answers.permanentStaff === undefined ? "" : answers.permanentStaff ? "yes" : "no",
});
