import { z } from "zod";
import { ContractType, PositionGroup, ShiftPattern, VacancyStatus } from "@/lib/db/generated/enums";
import { qualifications } from "./schema";

/**
 * What the public JSON API says, version 1. Names and meanings are a contract: add, never change. The OpenAPI document
 * is made from these same schemas, and the routes answer nothing else.
 */
const day = z.iso.date().meta({ description: "Calendar day of Asia/Ho_Chi_Minh", examples: ["2024-07-15"] });
const instant = z.iso.datetime({ offset: true });
const persons = z.number().int().min(0).meta({ description: "Persons" });
const dong = z.number().int().positive().nullable().meta({ description: "Đồng a month; null when not stated" });
const text = (description: string) => z.string().meta({ description });
const named = { nameVi: z.string(), nameEn: z.string().nullable() };

export const apiPark = z
  .object({
    code: text("Stable code of the park"),
    slug: z.string(),
    nameVi: z.string(),
    nameEn: z.string(),
    aliases: z.array(z.string()),
    zone: z.object({ code: z.string(), nameVi: z.string(), nameEn: z.string() }).nullable(),
    areaHa: z.number().nullable(),
    openVacancies: z.number().int().min(0),
    openPlaces: persons,
    url: z.url(),
  })
  .meta({ id: "Park", description: "An industrial park (khu công nghiệp)" });

export const apiQualifications = z
  .object(
    Object.fromEntries(qualifications.map((name) => [name, persons])) as Record<
      (typeof qualifications)[number],
      typeof persons
    >,
  )
  .meta({ id: "Qualifications", description: "Persons by qualification; the sum is the headcount" });

export const apiPositionGroups = z
  .object(
    Object.fromEntries(Object.values(PositionGroup).map((name) => [name, persons])) as Record<
      PositionGroup,
      typeof persons
    >,
  )
  .meta({ id: "PositionGroups", description: "Persons by position group, Mẫu 01/PLI of NĐ 145/2020/NĐ-CP" });

export const apiVacancy = z
  .object({
    id: z.number().int().positive(),
    url: z.url(),
    verifyCode: text("What /xac-minh/{code} confirms"),
    status: z.enum(VacancyStatus),
    titleVi: z.string(),
    titleEn: z.string().nullable(),
    occupation: z.object({ scheme: z.string(), code: z.string(), ...named }).nullable(),
    positionGroup: z.enum(PositionGroup),
    headcount: persons,
    filled: persons,
    qualifications: apiQualifications,
    wage: z.object({ base: dong, from: dong, to: dong, negotiable: z.boolean(), allowancesVi: z.string().nullable() }),
    contract: z.enum(ContractType).nullable(),
    shift: z.enum(ShiftPattern).nullable(),
    experienceMonths: z.number().int().min(0),
    package: z.object({
      meals: z.boolean(),
      bus: z.boolean(),
      busRoutes: z.string().nullable(),
      dormitory: z.boolean(),
      insurance: z.boolean(),
      otherVi: z.string().nullable(),
    }),
    openTo: z.object({ disabledPeople: z.boolean(), demobilisedSoldiers: z.boolean() }),
    descriptionVi: z.string(),
    descriptionEn: z.string().nullable(),
    requirementsVi: z.string(),
    requirementsEn: z.string().nullable(),
    enterprise: z.object({ slug: z.string(), ...named, investorCountry: z.string() }),
    park: z.object({ code: z.string(), slug: z.string(), nameVi: z.string(), nameEn: z.string() }),
    batch: z.object({ year: z.number().int(), no: z.number().int() }).nullable(),
    contact: z.object({ name: z.string().nullable(), phone: z.string().nullable(), email: z.string().nullable() }),
    publishedAt: instant,
    applyBy: day,
  })
  .meta({ id: "Vacancy", description: "A published listing, checked by HEZA. Applying is free of charge." });

export const apiBatch = z
  .object({
    year: z.number().int(),
    no: z.number().int(),
    month: z.number().int().min(1).max(12),
    status: z.enum(["PUBLISHED", "CLOSED", "WITHDRAWN"]),
    asOf: day,
    publishedAt: instant,
    withdrawalNote: z.string().nullable(),
    url: z.url(),
    totals: z.object({
      enterprises: z.number().int().min(0),
      vacancies: z.number().int().min(0),
      headcount: persons,
      byPositionGroup: apiPositionGroups,
      byQualification: apiQualifications,
      byPark: z.array(z.object({ code: z.string(), nameVi: z.string(), nameEn: z.string(), headcount: persons })),
      byEnterprise: z.array(z.object({ slug: z.string(), ...named, headcount: persons })),
    }),
  })
  .meta({ id: "Batch", description: "A published recruitment batch (đợt tuyển dụng), frozen at publication" });

export const apiBatchLine = z
  .object({
    position: z.number().int().positive().meta({ description: "Number of the line in the published table" }),
    vacancyId: z.number().int().positive(),
    titleVi: z.string(),
    positionGroup: z.enum(PositionGroup),
    headcount: persons,
    qualifications: apiQualifications,
    enterprise: z.object({ slug: z.string(), nameVi: z.string() }),
    park: z.object({ code: z.string(), nameVi: z.string() }),
  })
  .meta({ id: "BatchLine", description: "A line of the batch as it was published" });

const page = <S extends z.ZodType>(item: S, id: string) =>
  z
    .object({
      items: z.array(item),
      nextCursor: z.string().nullable().meta({ description: "Pass as `cursor` for the next page; null on the last" }),
    })
    .meta({ id });

export const apiVacancyPage = page(apiVacancy, "VacancyPage");
export const apiBatchPage = page(apiBatch, "BatchPage");
export const apiBatchLinePage = page(apiBatchLine, "BatchLinePage");
export const apiParkPage = page(apiPark, "ParkPage");

export const apiProblem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    detail: z.string(),
    instance: z.string().meta({ description: "Request id, under which the log has the cause" }),
  })
  .meta({ id: "Problem", description: "RFC 9457 problem details" });

const paging = {
  limit: z.coerce
    .number()
    .int()
    .min(1)
    .max(100)
    .default(20)
    .meta({ description: "Items a page, 1 to 100", param: { id: "limit" } }),
  cursor: z
    .string()
    .max(200)
    .optional()
    .meta({ description: "From `nextCursor` of the page before", param: { id: "cursor" } }),
};

export const pageQuery = z.strictObject(paging);

const list = (description: string) =>
  z
    .string()
    .max(500)
    .optional()
    .meta({ description: `${description}; several joined by commas` });

/** The filters of the search page, by the same names. */
export const vacancyQuery = z.strictObject({
  ...paging,
  q: z.string().max(100).optional().meta({ description: "Words to search, with or without diacritics" }),
  park: list("Slug of a park"),
  occupation: list("VSCO code of any tier"),
  qualification: list(`Qualification: ${qualifications.join(", ")}`),
  shift: list("Shift pattern"),
  package: list("What the package must hold: meals, bus, dormitory, insurance"),
  country: list("ISO 3166-1 alpha-2 of the investor"),
  open: list("Open to: disabled, demobilised"),
  wage: z.coerce
    .number()
    .int()
    .min(1)
    .max(1000)
    .optional()
    .meta({ description: "Offers reaching so many million đồng a month" }),
  deadline: z.coerce.number().int().min(1).max(365).optional().meta({ description: "Closes within so many days" }),
});

export type ApiPark = z.output<typeof apiPark>;
export type ApiVacancy = z.output<typeof apiVacancy>;
export type ApiBatch = z.output<typeof apiBatch>;
export type ApiBatchLine = z.output<typeof apiBatchLine>;
