import { z } from "zod";
import { isDay } from "@/lib/core/day";
import { EducationLevel, PersonKind, type QualificationLevel } from "@/lib/db/generated/enums";
import { locale, phone, token } from "@/lib/identity/schema";
import { birthDate, line, personId } from "./roster-schema";

const id = z.number().int().positive();
/** An empty field of a form is "not said". */
const optional = <S extends z.ZodType>(schema: S) =>
  z.preprocess(
    (value) => (value === undefined || (typeof value === "string" && value.trim() === "") ? null : value),
    schema.nullable(),
  );

/** Levels that people register to learn for: what Resolution 03/2024 speaks of, and elementary as schools teach it. */
export const learningLevels = ["ELEMENTARY", "INTERMEDIATE", "COLLEGE"] as const satisfies QualificationLevel[];

/** In an address and on a wall: letters and digits that are not mistaken for each other. */
export const linkCode = z.string().regex(/^[a-hjkmnp-z2-9]{10}$/);

/** What somebody says of themselves through a link, on a phone, without an account. */
export const selfRegistration = z.object({
  code: linkCode,
  fullName: line(120),
  birthDate,
  personId,
  phone,
  education: optional(z.enum(EducationLevel)),
  job: optional(line(160)),
  occupationCode: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/),
  level: z.enum(learningLevels),
  consent: z.string().refine((value) => value === "yes", { params: { code: "consent" } }),
  locale,
});

export const statusToken = z.object({ token });

export const newLink = z.object({
  kind: z.enum(PersonKind),
  note: optional(line(120)),
  closesOn: optional(z.string().refine(isDay, { params: { code: "date" } })),
});
export const seenRow = z.object({ id, version: id });
export const confirmed = z.object({ ids: z.array(id).min(1).max(200) });
export const declined = z.object({ ids: z.array(id).min(1).max(200), reason: line(500).pipe(z.string().min(5)) });

export const registrationsPerPage = 50;
export const registrationQuery = z.object({
  tab: z.enum(["WAITING", "CONFIRMED", "DECLINED", "WITHDRAWN"]).catch("WAITING"),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});

/** Key of the setting that says after how many days a declined or withdrawn registration loses its personal data. */
export const registrationDaysKey = "registrationDays";
/** Where nobody has set it. */
export const usualRegistrationDays = 30;
