import { z } from "zod";
import { SchoolKind } from "@/lib/db/generated/enums";
import { provinces } from "@/lib/organisations/provinces";
import { trainingFields, trainingLevels } from "./vocabulary";

/** What schools' answers are added up by. */
export const cohortDimensions = [
  "field",
  "level",
  "programme",
  "school",
  "kind",
  "province",
  "year",
  "accreditation",
] as const;
export type CohortDimension = (typeof cohortDimensions)[number];

/**
 * What is added up, persons: in training by year of study with the women among them, planned intake, graduates expected,
 * interns with those in the parks. `programmes`: programmes of schools, each once a school and year.
 */
export const cohortMeasures = [
  ...(["programmes", "students", "women", "y1", "w1", "y2", "w2", "y3", "w3", "y4", "w4"] as const),
  ...(["intake", "graduates", "graduateWomen", "interns", "parkInterns"] as const),
] as const;
export type CohortMeasure = (typeof cohortMeasures)[number];
export type CohortFigures = Record<CohortMeasure, number>;

/** A row of figures. `key` null: not said of which. `name`: of a school or programme, as schools wrote it last. */
export type CohortRow = CohortFigures & {
  key: string | null;
  name: string | null;
  code: string | null;
  schools: number;
};

/** In an address: what was not said, as an internship of no programme. */
export const notSaid = "none";

const values = (list: readonly { value: string }[]) => list.map(({ value }) => value);
const oneOf = (list: readonly string[]) =>
  z
    .string()
    .refine((text) => list.includes(text))
    .optional()
    .catch(undefined);

export const cohortFilters = z.object({
  /** Of the call. */
  year: z.coerce.number().int().min(2000).max(2100).optional().catch(undefined),
  field: oneOf([...values(trainingFields), notSaid]),
  level: oneOf([...values(trainingLevels), notSaid]),
  kind: oneOf(Object.values(SchoolKind)),
  province: oneOf(provinces),
  school: z.coerce.number().int().positive().optional().catch(undefined),
  /** `codeKey` of lib/cohorts/answer.ts */
  programme: z.string().trim().min(1).max(40).optional().catch(undefined),
  accreditation: z.string().trim().min(1).max(20).optional().catch(undefined),
});
export type CohortFilters = z.output<typeof cohortFilters>;

export const cohortSorts = ["name", ...cohortMeasures] as readonly ("name" | CohortMeasure)[];

export const cohortQuery = cohortFilters.extend({
  by: z.enum(cohortDimensions).catch("field"),
  /** The year that it is compared with. */
  with: z.coerce.number().int().min(2000).max(2100).optional().catch(undefined),
  sort: z.enum(cohortSorts).catch("students"),
  direction: z.enum(["asc", "desc"]).catch("desc"),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
});
export type CohortQuery = z.output<typeof cohortQuery>;

/** The address of a view of the figures: only what is set stands in it. */
export function cohortAddress(query: Partial<CohortQuery>): string {
  const usual: Partial<CohortQuery> = { by: "field", sort: "students", direction: "desc", page: 1 };
  const params = new URLSearchParams();
  for (const [key, value] of Object.entries(query))
    if (value !== undefined && usual[key as keyof CohortQuery] !== value) params.set(key, String(value));
  const text = params.toString();
  return text ? `?${text}` : "";
}
