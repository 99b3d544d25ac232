import { z } from "zod";
import { QualificationLevel, SchoolKind } from "@/lib/db/generated/enums";
import { pageQuery } from "@/lib/vacancies/api";
import { trainingFields, trainingLevels } from "./vocabulary";

/** What the open data say of schools, version 1. Names and meanings are a contract: add, never change. */
const fields = trainingFields.map(({ value }) => value) as [string, ...string[]];
const levels = trainingLevels.map(({ value }) => value) as [string, ...string[]];
const withheld = z
  .number()
  .int()
  .min(5)
  .nullable()
  .meta({ description: "Persons; null: withheld, because it or a neighbour that it would give away is below five" });

export const apiSchool = z
  .object({
    slug: z.string(),
    nameVi: z.string(),
    nameEn: z.string().nullable(),
    kind: z.enum(SchoolKind),
    province: z.string().meta({ description: "Code by Decision 19/2025/QĐ-TTg" }),
    address: z.string().nullable(),
    office: z.object({ name: z.string().nullable(), phone: z.string().nullable(), email: z.string().nullable() }),
    website: z.string().nullable(),
    url: z.url(),
    year: z.number().int().nullable().meta({ description: "Year of the accepted answer that the programmes are from" }),
    programmes: z.array(
      z.object({ code: z.string(), nameVi: z.string(), field: z.string(), level: z.enum(QualificationLevel) }),
    ),
  })
  .meta({ id: "School", description: "A school that answers the Authority, with its programmes; no persons" });

const page = <S extends z.ZodType>(item: S, id: string) =>
  z
    .object({
      items: z.array(item),
      nextCursor: z.string().nullable().meta({ description: "Pass as `cursor` for the next page; null on the last" }),
    })
    .meta({ id });
export const apiSchoolPage = page(apiSchool, "SchoolPage");

export const apiSchoolFigure = z
  .object({
    year: z.number().int(),
    scope: z
      .enum(["all", "field", "level", "province"])
      .meta({ description: "What the row is a total of: all, a field, a level of the field, a province of that" }),
    field: z.string().nullable(),
    level: z.string().nullable(),
    province: z.string().nullable(),
    students: withheld,
    women: withheld,
    intake: withheld.meta({ description: "Planned intake" }),
    graduates: withheld.meta({ description: "Expected graduates; not given by province" }),
    graduatesByMonth: z.array(z.object({ month: z.string(), graduates: withheld })).nullable(),
  })
  .meta({ id: "SchoolFigure", description: "Persons, from accepted answers of schools; no figure below five" });
export const apiSchoolFigurePage = page(apiSchoolFigure, "SchoolFigurePage");

const aboutTen = z.number().int().min(10).multipleOf(10).nullable().meta({
  description: "Persons to the nearest ten; null: withheld, as it or a neighbour that it would give away is below five",
});

export const apiOutcomeFigure = z
  .object({
    year: z.number().int().meta({ description: "Of graduation" }),
    months: z.union([z.literal(6), z.literal(12)]).meta({ description: "After graduation" }),
    scope: z
      .enum(["all", "school", "field"])
      .meta({ description: "A total of all, of a school, of a field within it" }),
    school: z.string().nullable().meta({ description: "`slug` of /schools" }),
    field: z.string().nullable(),
    graduates: aboutTen,
    inParks: aboutTen.meta({ description: "Work in the industrial parks and economic zones" }),
    elsewhere: aboutTen.meta({ description: "Work elsewhere" }),
    notWorking: aboutTen.meta({ description: "Study on, seek work, or are not known" }),
  })
  .meta({
    id: "GraduateOutcome",
    description: "What became of graduates, as their schools filed it; nothing below five",
  });
export const apiOutcomeFigurePage = page(apiOutcomeFigure, "GraduateOutcomePage");

export const outcomeFiguresQuery = pageQuery.extend({
  year: z.coerce.number().int().min(2000).max(2100).optional().meta({ description: "The latest year if not given" }),
  months: z.enum(["6", "12"]).optional(),
  school: z.string().max(200).optional(),
  field: z.enum(fields).optional(),
  format: z.enum(["json", "csv"]).default("json").meta({ description: "csv: all rows at once" }),
});

export const schoolFiguresQuery = pageQuery.extend({
  year: z.coerce.number().int().min(2000).max(2100).optional().meta({ description: "The latest year if not given" }),
  field: z.enum(fields).optional(),
  level: z.enum(levels).optional(),
  province: z
    .string()
    .regex(/^\d{2}$/)
    .optional(),
  format: z.enum(["json", "csv"]).default("json").meta({ description: "csv: all rows at once" }),
});
