import { z } from "zod";
import { isDay } from "@/lib/core/day";
import { tidy } from "@/lib/core/text";
import { phone, taxCode } from "@/lib/identity/schema";
import { lifecycleMoves } from "./workflow";

const id = z.number().int().positive();
const line = (maximum: number) => z.string().transform(tidy).pipe(z.string().min(1).max(maximum));
/** An empty field of a form is "not said". */
const optional = <S extends z.ZodType>(schema: S) =>
  z.preprocess(
    (value) => (value === undefined || (typeof value === "string" && value.trim() === "") ? null : value),
    schema.nullable(),
  );
const day = z.string().refine(isDay, { params: { code: "date" } });
const reason = z.string().transform(tidy).pipe(z.string().min(5).max(500));

/** A web address with its scheme; `congty.vn` is taken as https. */
export const website = z.preprocess(
  (value) =>
    typeof value === "string" && value.trim() !== "" && !/^[a-z]+:/i.test(value) ? `https://${value.trim()}` : value,
  z.url({ protocol: /^https?$/, hostname: z.regexes.domain }).max(200),
);

/** What the register holds of an enterprise and staff keep. */
export const enterpriseFields = z.object({
  taxCode,
  nameVi: line(200),
  nameEn: optional(line(200)),
  parkId: id,
  administrativeUnitId: optional(id),
  address: optional(line(300)),
  vsicCode: optional(z.string().regex(/^\d{2,5}$/)),
  investorCountry: z.string().regex(/^[A-Z]{2}$/),
  headcount: z.number().int().min(0).max(200_000),
  hasUnion: z.boolean(),
  hasAgreement: z.boolean(),
});
export type EnterpriseFields = z.output<typeof enterpriseFields>;

export const seenEnterprise = z.object({ id, version: id });
/** The paper with which an enterprise enters the register: its investment certificate, as a rule. */
export const newEnterprise = enterpriseFields.extend({ documentNumber: line(60), documentDate: day });
export const editedEnterprise = enterpriseFields.extend(seenEnterprise.shape);
export const unverification = seenEnterprise.extend({ reason });

/** Each change of the lifecycle says since when, on what paper. */
export const lifecycleChange = seenEnterprise.extend({
  move: z.enum(lifecycleMoves),
  effectiveOn: day,
  documentNumber: line(60),
  documentDate: day,
  note: optional(line(500)),
});

/** What an enterprise says of itself to the public. */
export const selfDescription = z.object({
  version: id,
  website: optional(website),
  introductionVi: optional(z.string().trim().max(3_000)),
  introductionEn: optional(z.string().trim().max(3_000)),
});

export const contactPurposes = ["recruitment", "labour", "union", "leadership", "training"] as const;
export type ContactPurpose = (typeof contactPurposes)[number];

/** `organisationId` counts for staff only: a member writes at the own organisation whatever stands there. */
export const contactPoint = z.object({
  id: optional(id),
  organisationId: id,
  purpose: z.enum(contactPurposes),
  fullName: line(100),
  title: optional(line(100)),
  phone,
  email: optional(z.email().max(200)),
});
export const contactPointSeen = z.object({ id, organisationId: id });
