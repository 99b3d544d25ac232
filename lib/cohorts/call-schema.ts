import { z } from "zod";
import { tidy } from "@/lib/core/text";
import { SchoolKind } from "@/lib/db/generated/enums";
import { type Audience, dayText } from "@/lib/deadlines/schema";
import { provinces } from "@/lib/organisations/provinces";

const line = (least: number, most: number) => z.string().transform(tidy).pipe(z.string().min(least).max(most));
const optional = (most: number) =>
  z.preprocess((value) => (value === "" || value === undefined ? null : value), z.string().trim().max(most).nullable());

export const recipientKinds = ["all", "some", "picked"] as const;
/** Which schools are asked. */
export const recipients = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("all") }),
  z
    .object({
      kind: z.literal("some"),
      kinds: z.array(z.enum(SchoolKind)).max(10).default([]),
      provinces: z.array(z.enum(provinces)).max(40).default([]),
    })
    .refine((some) => some.kinds.length + some.provinces.length > 0, {
      params: { code: "chooseSome" },
      path: ["kinds"],
    }),
  z.object({ kind: z.literal("picked"), ids: z.array(z.int().positive()).min(1).max(500) }),
]);
export type Recipients = z.output<typeof recipients>;

/** Recipients as the audience of an obligation, and back. */
export const audienceOf = (who: Recipients): Audience =>
  who.kind === "picked"
    ? { kind: "organisations", ids: who.ids }
    : { kind: "schools", ...(who.kind === "some" && { kinds: who.kinds, provinces: who.provinces }) };
export function recipientsIn(who: Audience): Recipients {
  if (who.kind === "organisations") return { kind: "picked", ids: who.ids };
  if (who.kind !== "schools") throw new Error(`a call to ${who.kind}`);
  const { kinds = [], provinces: codes = [] } = who;
  if (kinds.length + codes.length === 0) return { kind: "all" };
  return { kind: "some", kinds, provinces: codes as Extract<Recipients, { kind: "some" }>["provinces"] };
}

export const questionKinds = ["longText", "text", "integer", "yesNo"] as const;
/** A question of the call's own, beside those of the school form. */
export const callQuestion = z.object({
  kind: z.enum(questionKinds),
  vi: line(3, 200),
  en: line(3, 200),
  required: z.boolean().default(false),
});
export type CallQuestion = z.output<typeof callQuestion>;

/** What the letter says beside what stands in the obligation. */
export const callLetter = z.object({
  /** Trích yếu, without "V/v". */
  subject: line(10, 300),
  /** One letter to each school by its name; otherwise one to all. */
  oneEach: z.boolean().default(false),
  /** Lines above the name, as they are printed. */
  signerTitle: optional(120),
  signerName: optional(100),
  /** Chuyên viên at whom schools ask. */
  contactName: optional(100),
  contactPhone: optional(30),
});
export type CallLetter = z.output<typeof callLetter>;

/** The letter as it went out: names in the order of the letter. */
export const sentLetter = callLetter.extend({
  said: z
    .object({ dueOn: dayText, all: z.boolean(), schools: z.array(z.string()), questions: z.array(z.string()) })
    .optional(),
});

export const callContent = callLetter
  .extend({
    /** For which the answers count. */
    year: z.int().min(2000).max(2100),
    opensOn: dayText,
    dueOn: dayText,
    recipients,
    questions: z.array(callQuestion).max(20).default([]),
  })
  .superRefine(({ opensOn, dueOn, questions }, context) => {
    const problem = (path: (string | number)[], code: string) =>
      context.addIssue({ code: "custom", path, params: { code } });
    if (dueOn <= opensOn) problem(["dueOn"], "afterOpening");
    questions.forEach((one, at) => {
      if (questions.findIndex(({ vi }) => vi === one.vi) < at) problem(["questions", at, "vi"], "questionTwice");
    });
  });
export type CallContent = z.output<typeof callContent>;

/** A call as the screen showed it. */
export const seenCall = z.object({ id: z.int().positive(), version: z.int().positive() });
/** What the form sends: a new one has no id. */
export const writtenCall = z.object({
  id: z.int().positive().nullable(),
  version: z.int().positive().nullable(),
  content: callContent,
});
export const openedCall = seenCall.extend({ registerId: z.int().positive(), issuedOn: dayText });
export const callReason = seenCall.extend({ reason: line(5, 500) });

export const callAnswerSorts = ["name", "due", "at"] as const;
/** The schools of a call, as the address says it. */
export const callQuery = z.object({
  q: z.string().trim().max(100).optional().catch(undefined),
  state: z.enum(["OWED", "DRAFT", "SUBMITTED", "RETURNED", "ACCEPTED", "EXCUSED"]).optional().catch(undefined),
  late: z.enum(["yes"]).optional().catch(undefined),
  kind: z.enum(SchoolKind).optional().catch(undefined),
  province: z.enum(provinces).optional().catch(undefined),
  sort: z.enum(callAnswerSorts).catch("name"),
  direction: z.enum(["asc", "desc"]).catch("asc"),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
export type CallQuery = z.output<typeof callQuery>;

/** The address of a list of schools with what differs from the usual. */
export function callAddress(query: Partial<CallQuery>): string {
  const usual: Partial<CallQuery> = { sort: "name", direction: "asc", page: 1 };
  const entries = Object.entries(query).filter(
    ([key, value]) => value !== undefined && value !== "" && usual[key as keyof CallQuery] !== value,
  );
  const text = new URLSearchParams(entries.map(([key, value]) => [key, String(value)])).toString();
  return text && `?${text}`;
}

/** The page that an address asks for. */
export const pageIn = (params: Record<string, string | string[] | undefined>): number =>
  z.coerce.number().int().min(1).max(10_000).catch(1).parse(params.page);
