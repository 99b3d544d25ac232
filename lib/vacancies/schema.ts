import { z } from "zod";
import { isDay } from "@/lib/core/day";
import { tidy } from "@/lib/core/text";
import { ContractType, PositionGroup, ShiftPattern } from "@/lib/db/generated/enums";
import { missingFrom } from "./completeness";

/** Qualification columns of the batch table, lowest first; persons. Their sum is the headcount. */
export const qualifications = [
  "unskilled",
  "elementary",
  "intermediate",
  "college",
  "university",
  "postgraduate",
] as const;
export type Qualification = (typeof qualifications)[number];

const line = (maximum: number) => z.string().max(maximum).transform(tidy);
const prose = (maximum: number) =>
  z
    .string()
    .max(maximum)
    .transform((text) => text.normalize("NFC").trim());
/** An empty field of a form is "not said". */
const optional = <S extends z.ZodType>(schema: S) =>
  z.preprocess((value) => (value === "" || value === undefined ? null : value), schema.nullable());
const persons = z.number().int().min(0).max(50_000);
const wage = z.number().int().min(1).max(2_000_000_000);

/**
 * What an enterprise says of a position, as far as it has got: every field may still be open. The form autosaves this;
 * `vacancySubmission` is the same with nothing missing. Persons; đồng a month; days of Asia/Ho_Chi_Minh.
 */
export const vacancyDraft = z.object({
  titleVi: line(120),
  titleEn: optional(line(120)),
  occupationId: optional(z.number().int().positive()),
  positionGroup: z.enum(PositionGroup),
  headcount: persons,
  unskilled: persons,
  elementary: persons,
  intermediate: persons,
  college: persons,
  university: persons,
  postgraduate: persons,
  menQuota: optional(persons),
  womenQuota: optional(persons),
  wageBase: optional(wage),
  wageMin: optional(wage),
  wageMax: optional(wage),
  wageNegotiable: z.boolean(),
  allowancesVi: optional(line(300)),
  allowancesEn: optional(line(300)),
  contractType: optional(z.enum(ContractType)),
  shift: optional(z.enum(ShiftPattern)),
  experienceMonths: z.number().int().min(0).max(600),
  meals: z.boolean(),
  bus: z.boolean(),
  busRoutes: optional(line(500)),
  dormitory: z.boolean(),
  insurance: z.boolean(),
  otherBenefitsVi: optional(line(500)),
  otherBenefitsEn: optional(line(500)),
  parkId: z.number().int().positive(),
  workplace: optional(line(200)),
  descriptionVi: prose(5_000),
  descriptionEn: optional(prose(5_000)),
  requirementsVi: prose(3_000),
  requirementsEn: optional(prose(3_000)),
  contactName: optional(line(100)),
  contactPhone: optional(line(40).refine((text) => /^\+?[\d .()-]{8,20}$/.test(text), { params: { code: "phone" } })),
  contactEmail: optional(z.email().max(200)),
  openToDisabled: z.boolean(),
  openToDemobilised: z.boolean(),
  deadline: optional(z.string().refine(isDay, { params: { code: "date" } })),
});

export type VacancyContent = z.output<typeof vacancyDraft>;

/** What a vacancy says, and whose it is; `id` 0 for one that is not stored yet. */
export type JudgedVacancy = { id: number; enterpriseId: number; content: VacancyContent };

/** The same, complete and in itself consistent: what may be submitted (completeness.ts says what is missing). */
export const vacancySubmission = vacancyDraft.superRefine((content, context) => {
  for (const { path, code, params } of missingFrom(content))
    context.addIssue({ code: "custom", path, params: { code, ...params } });
});

/** An empty draft at a park, with the values that most positions have. */
export const emptyVacancy = (parkId: number): VacancyContent => ({
  titleVi: "",
  titleEn: null,
  occupationId: null,
  positionGroup: "OTHER",
  headcount: 0,
  unskilled: 0,
  elementary: 0,
  intermediate: 0,
  college: 0,
  university: 0,
  postgraduate: 0,
  menQuota: null,
  womenQuota: null,
  wageBase: null,
  wageMin: null,
  wageMax: null,
  wageNegotiable: false,
  allowancesVi: null,
  allowancesEn: null,
  contractType: null,
  shift: null,
  experienceMonths: 0,
  meals: false,
  bus: false,
  busRoutes: null,
  dormitory: false,
  insurance: true,
  otherBenefitsVi: null,
  otherBenefitsEn: null,
  parkId,
  workplace: null,
  descriptionVi: "",
  descriptionEn: null,
  requirementsVi: "",
  requirementsEn: null,
  contactName: null,
  contactPhone: null,
  contactEmail: null,
  openToDisabled: false,
  openToDemobilised: false,
  deadline: null,
});

export const contentFields = Object.keys(vacancyDraft.shape) as (keyof VacancyContent)[];
