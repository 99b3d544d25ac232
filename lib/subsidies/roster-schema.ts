import { z } from "zod";
import { isDay } from "@/lib/core/day";
import { tidy } from "@/lib/core/text";
import {
  ContractType,
  EducationLevel,
  type OrganisationKind,
  PersonKind,
  QualificationLevel,
} from "@/lib/db/generated/enums";
import { phone } from "@/lib/identity/schema";
import { parsePersonId, withoutIds } from "./person-id";

const id = z.number().int().positive();
/** A line about a person; an ID that somebody wrote into it, for want of a column, is masked: it is kept sealed alone. */
export const line = (maximum: number) =>
  z
    .string()
    .transform((text) => withoutIds(tidy(text)))
    .pipe(z.string().min(1).max(maximum));
/** An empty field of a form is "not said". */
const optional = <S extends z.ZodType>(schema: S) =>
  z.preprocess(
    (value) => (value === undefined || (typeof value === "string" && value.trim() === "") ? null : value),
    schema.nullable(),
  );
const day = z.string().refine(isDay, { params: { code: "date" } });
const code = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/);

/** Whom an organisation keeps: groups a and d at enterprises, b, c and d at schools (Resolution 03/2024, Article 1.2). */
export const kindsAt: Record<OrganisationKind, readonly PersonKind[]> = {
  ENTERPRISE: ["WORKER", "EXPERT"],
  SCHOOL: ["STUDENT", "TEACHER", "EXPERT"],
};

/** The 12 digits of a personal ID, however they are typed. */
export const personId = z
  .string()
  .min(1)
  .max(40)
  .transform((text, context) => {
    const digits = parsePersonId(text);
    if (digits) return digits;
    context.addIssue({ code: "custom", params: { code: "personId" } });
    return z.NEVER;
  });

/** The oldest who can be on a roster; the database refuses earlier days as well. */
export const earliestBirth = "1920-01-01";
export const birthDate = day.refine((text) => text >= earliestBirth, { params: { code: "birthDate" } });

/** What an organisation knows of a person, but for the personal ID. */
export const rosterFields = z.object({
  kind: z.enum(PersonKind),
  staffCode: optional(line(40)),
  fullName: line(120),
  birthDate,
  phone: optional(phone),
  email: optional(z.email().max(200)),
  education: optional(z.enum(EducationLevel)),
  job: optional(line(160)),
  occupationCode: optional(code),
  qualificationHeld: optional(z.enum(QualificationLevel)),
  fieldHeld: optional(code),
  qualificationRequired: optional(z.enum(QualificationLevel)),
  contractType: optional(z.enum(ContractType)),
  contractFrom: optional(day),
  contractTo: optional(day),
  insuredSince: optional(day),
  permanentStaff: optional(z.enum(["yes", "no"])),
});
export type RosterFields = z.output<typeof rosterFields>;

const inOrder = (fields: { contractFrom: string | null; contractTo: string | null }, context: z.RefinementCtx) => {
  if (fields.contractFrom && fields.contractTo && fields.contractTo < fields.contractFrom)
    context.addIssue({ code: "custom", path: ["contractTo"], params: { code: "daysInOrder" } });
};

export const newEntry = rosterFields.extend({ personId }).superRefine(inOrder);
export const seenEntry = z.object({ id, version: id });
/** An empty ID leaves it as it is: it is never sent to a page, so a form cannot send it back. */
export const editedEntry = rosterFields
  .extend({ ...seenEntry.shape, personId: optional(personId) })
  .superRefine(inOrder);
export const leaving = seenEntry.extend({ leftOn: day });
