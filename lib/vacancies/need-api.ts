import { z } from "zod";
import { ContractType, PositionGroup, ShiftPattern, VacancyStatus } from "@/lib/db/generated/enums";
import { apiProblem, pageQuery } from "./api";
import { type VacancyContent, vacancyDraft } from "./schema";

/**
 * What an enterprise's software says and reads of the enterprise's own needs, version 1 of the API. The fields are those
 * of the form at the desk, by the same rules; only the park and the occupation go by their public codes.
 */
const { parkId: _park, occupationId: _occupation, ...fields } = vacancyDraft.partial().shape;

const park = z.string().max(40).meta({ description: "Code of the park, from /parks" });
const occupation = z.string().max(20).nullable().meta({ description: "VSCO code of any tier" });

export const needContent = z
  .strictObject({ ...fields, park: park.optional(), occupation: occupation.optional() })
  .meta({ id: "NeedContent", description: "Fields of the form; đồng a month, persons, days of Asia/Ho_Chi_Minh" });
export type NeedContent = z.output<typeof needContent>;

const version = z
  .number()
  .int()
  .positive()
  .meta({ description: "The version that was read: an update of a need that somebody changed meanwhile is refused" });

export const newNeed = z.strictObject({ content: needContent }).meta({ id: "NewNeed" });
export const changedNeed = z.strictObject({ version, content: needContent }).meta({ id: "ChangedNeed" });

const text = z.string();
const words = z.string().nullable();
const number = z.number().int();
const maybe = number.nullable();
const yes = z.boolean();

const content = {
  titleVi: text,
  titleEn: words,
  positionGroup: z.enum(PositionGroup),
  headcount: number,
  unskilled: number,
  elementary: number,
  intermediate: number,
  college: number,
  university: number,
  postgraduate: number,
  menQuota: maybe,
  womenQuota: maybe,
  wageBase: maybe,
  wageMin: maybe,
  wageMax: maybe,
  wageNegotiable: yes,
  allowancesVi: words,
  allowancesEn: words,
  contractType: z.enum(ContractType).nullable(),
  shift: z.enum(ShiftPattern).nullable(),
  experienceMonths: number,
  meals: yes,
  bus: yes,
  busRoutes: words,
  dormitory: yes,
  insurance: yes,
  otherBenefitsVi: words,
  otherBenefitsEn: words,
  workplace: words,
  descriptionVi: text,
  descriptionEn: words,
  requirementsVi: text,
  requirementsEn: words,
  contactName: words,
  contactPhone: words,
  contactEmail: words,
  openToDisabled: yes,
  openToDemobilised: yes,
  deadline: words,
} satisfies Record<Exclude<keyof VacancyContent, "parkId" | "occupationId">, z.ZodType>;

const finding = z
  .object({
    code: text,
    severity: z.enum(["block", "warn", "info"]),
    field: words,
    params: z.record(z.string(), z.union([z.string(), z.number()])),
  })
  .meta({ id: "Finding", description: "What the computer sees in a need; `block` cannot be submitted" });
const findings = z.array(finding);

export const apiNeed = z
  .object({
    id: number.positive(),
    version,
    status: z.enum(VacancyStatus),
    updatedAt: z.iso.datetime({ offset: true }),
    batch: z.object({ year: number, no: number }).nullable(),
    deskUrl: z.url().meta({ description: "Where people of the enterprise read, complete and submit it" }),
    content: z.object({ ...content, park: text, occupation: words }),
    findings,
  })
  .meta({ id: "Need", description: "A need of the key's own enterprise, in any state" });
export type ApiNeed = z.output<typeof apiNeed>;

export const apiNeedPage = z.object({ items: z.array(apiNeed), nextCursor: z.string().nullable() }).meta({
  id: "NeedPage",
});

export const writtenNeed = z
  .object({ id: number.positive(), version, deskUrl: z.url(), findings })
  .meta({ id: "WrittenNeed", description: "The need as it was written; the same again for the same Idempotency-Key" });

export const needQuery = z.strictObject({
  ...pageQuery.shape,
  status: z.enum(VacancyStatus).optional().meta({ description: "Only needs in this state" }),
});

export const needProblem = apiProblem
  .extend({
    errors: z
      .array(z.object({ pointer: text, code: text, detail: text }))
      .optional()
      .meta({ description: "What is wrong, by JSON pointer into the body" }),
    sentVersion: number.optional(),
    currentVersion: number.optional(),
  })
  .meta({ id: "NeedProblem", description: "RFC 9457 problem details; a conflict names both versions" });

export const idempotencyKey = z
  .string()
  .regex(/^[\x21-\x7e]{8,100}$/)
  .meta({ description: "8 to 100 visible ASCII characters, e.g. a UUID; kept for a week" });
