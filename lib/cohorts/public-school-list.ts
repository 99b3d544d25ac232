import { z } from "zod";
import { tidy } from "@/lib/core/text";
import { type QualificationLevel, SchoolKind } from "@/lib/db/generated/enums";
import { type Province, provinces } from "@/lib/organisations/provinces";
import { trainingFields, trainingLevels } from "./vocabulary";

export const schoolsPerPage = 25;

const values = <V extends string>(terms: readonly { value: V }[]) => terms.map(({ value }) => value) as [V, ...V[]];
/** An empty box of a form, or what is not known, asks for nothing. */
const among = <S extends z.ZodType>(schema: S) => schema.optional().catch(undefined);

/** The list's address is its state; what is broken is as good as not there. */
export const schoolQuery = z.object({
  q: z
    .string()
    .transform((text) => tidy(text.normalize("NFC").slice(0, 100)))
    .catch(""),
  kind: among(z.enum(SchoolKind)),
  province: among(z.enum(provinces as [Province, ...Province[]])),
  field: among(z.enum(values(trainingFields))),
  level: among(z.enum(values(trainingLevels))),
  page: z.coerce.number().int().min(1).max(1_000).catch(1),
});
export type SchoolQuery = z.output<typeof schoolQuery>;

/** The query string of a state of the list, without `?`; what is usual is left out. */
export function schoolSearch(query: SchoolQuery): string {
  const pairs = Object.entries(query).filter(([name, value]) => value && !(name === "page" && value === 1));
  return new URLSearchParams(pairs.map(([name, value]) => [name, String(value)])).toString();
}

/** A school as the public sees it: its office, no person. */
export type PublicSchool = {
  id: number;
  slug: string;
  nameVi: string;
  nameEn: string | null;
  kind: SchoolKind;
  province: string;
};
export type PublicSchoolRow = PublicSchool & { programmes: number; fields: string[] };
export type PublicProgramme = { code: string; name: string; field: string; level: QualificationLevel };
export type PublicSchoolPage = PublicSchool & {
  address: string | null;
  officeName: string | null;
  officePhone: string | null;
  officeEmail: string | null;
  website: string | null;
  /** The year for which the latest accepted answer counts; null when there is none. */
  year: number | null;
  /** In training in that year, to the nearest ten; null below five or without an answer. */
  students: number | null;
  programmes: PublicProgramme[];
};

/**
 * A school's students for the public: to the nearest ten, so that the figure of a field that is published elsewhere taken
 * from it does not say how many the others are; nothing below five.
 */
export const aboutSo = (students: number): number | null =>
  students < 5 ? null : Math.max(10, Math.round(students / 10) * 10);
