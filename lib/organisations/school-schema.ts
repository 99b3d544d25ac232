import { z } from "zod";
import { tidy } from "@/lib/core/text";
import { SchoolKind } from "@/lib/db/generated/enums";
import { email, phone } from "@/lib/identity/schema";
import { provinces } from "./provinces";
import { website } from "./schema";

const line = (maximum: number) => z.string().transform(tidy).pipe(z.string().min(1).max(maximum));
const optional = <S extends z.ZodType>(schema: S) =>
  z.preprocess(
    (value) => (value === undefined || (typeof value === "string" && value.trim() === "") ? null : value),
    schema.nullable(),
  );

/** What the register holds of a school and the Authority keeps. The office is one, never a person. */
export const schoolFields = z.object({
  nameVi: line(200).pipe(z.string().min(5)),
  nameEn: optional(line(200)),
  kind: z.enum(SchoolKind),
  province: z.enum(provinces),
  address: optional(line(300)),
  officeName: optional(line(120)),
  officePhone: optional(phone),
  officeEmail: optional(email),
  website: optional(website),
});

/** What the form sends: a new one has no id. */
export const writtenSchool = schoolFields.extend({
  id: z.int().positive().nullable(),
  version: z.int().positive().nullable(),
});

export const schoolSorts = ["name", "confirmed", "year"] as const;
export const schoolsPerPage = 50;
/** The list as its address says it; anything unreadable falls back. */
export const schoolQuery = z.object({
  q: z.string().trim().min(1).max(100).optional().catch(undefined),
  kind: z.enum(SchoolKind).optional().catch(undefined),
  province: z.enum(provinces).optional().catch(undefined),
  /** `old`: contacts not confirmed for a year, or never. */
  contact: z.enum(["old"]).optional().catch(undefined),
  sort: z.enum(schoolSorts).catch("name"),
  direction: z.enum(["asc", "desc"]).catch("asc"),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
export type SchoolQuery = z.output<typeof schoolQuery>;

/** The query part of an address, without what is usual. */
export function schoolAddress(query: Partial<SchoolQuery>): string {
  const usual: Partial<SchoolQuery> = { sort: "name", direction: "asc", page: 1 };
  const entries = Object.entries(query).filter(
    ([key, value]) => value !== undefined && value !== "" && usual[key as keyof SchoolQuery] !== value,
  );
  const text = new URLSearchParams(entries.map(([key, value]) => [key, String(value)])).toString();
  return text && `?${text}`;
}
