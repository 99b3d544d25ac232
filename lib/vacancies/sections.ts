import type { VacancyContent } from "./schema";

type Field = keyof VacancyContent;

/** The content in the order in which people ask and answer it: steps of the form, parts of a page (`vacancies.section`). */
export const contentSections = [
  {
    key: "position",
    fields: ["titleVi", "titleEn", "occupationId", "positionGroup", "parkId", "workplace", "deadline"],
  },
  {
    key: "people",
    fields: [
      "headcount",
      "unskilled",
      "elementary",
      "intermediate",
      "college",
      "university",
      "postgraduate",
      "menQuota",
      "womenQuota",
      "openToDisabled",
      "openToDemobilised",
    ],
  },
  {
    key: "wage",
    fields: [
      "wageBase",
      "wageMin",
      "wageMax",
      "wageNegotiable",
      "allowancesVi",
      "allowancesEn",
      "meals",
      "bus",
      "busRoutes",
      "dormitory",
      "insurance",
      "otherBenefitsVi",
      "otherBenefitsEn",
    ],
  },
  {
    key: "work",
    fields: [
      "contractType",
      "shift",
      "experienceMonths",
      "descriptionVi",
      "descriptionEn",
      "requirementsVi",
      "requirementsEn",
    ],
  },
  { key: "contact", fields: ["contactName", "contactPhone", "contactEmail"] },
] as const satisfies { key: string; fields: readonly Field[] }[];

export type SectionKey = (typeof contentSections)[number]["key"];

/** The section in which a field is asked. */
export const sectionOf = (field: Field): SectionKey =>
  contentSections.find((section) => (section.fields as readonly Field[]).includes(field))?.key ?? "position";

export const sectionKeys = contentSections.map((section) => section.key);
export const isSectionKey = (value: unknown): value is SectionKey => sectionKeys.some((key) => key === value);

/** Fields of a section. */
export const fieldsOf = (key: SectionKey): readonly Field[] =>
  contentSections.find((section) => section.key === key)?.fields ?? [];
