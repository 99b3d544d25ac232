import { z } from "zod";
import { tidy } from "@/lib/core/text";
import { publicNote } from "./batch-schema";
import { vacancyDraft } from "./schema";

/** A vacancy as somebody saw it: the version makes a stale screen lose. */
export const seenVacancy = z.object({ id: z.number().int().positive(), version: z.number().int().positive() });

/** `general` is said of the whole; every other reason hangs on its field. */
export const reasonField = z.enum(["general", ...vacancyDraft.keyof().options]);
export type ReasonField = z.output<typeof reasonField>;

/** Why something is returned; one reason a field. */
export const returnReasons = z
  .array(
    z.object({
      field: reasonField,
      reason: z
        .string()
        .max(500)
        .transform(tidy)
        .refine((text) => text.length >= 5, { params: { code: "tooShort", minimum: 5 } }),
    }),
  )
  .min(1)
  .max(20);
export type ReturnReason = z.output<typeof returnReasons>[number];

export const returnedVacancy = seenVacancy.extend({ reasons: returnReasons });
export const withdrawnVacancy = seenVacancy.extend({ note: publicNote });

/** Decisions that one job of the worker tells of at most. */
export const mostDecisions = 500;

/** One decision on many: each is judged for itself. */
export const manyDecided = z.discriminatedUnion("outcome", [
  z.object({ outcome: z.literal("approve"), items: z.array(seenVacancy).min(1).max(500) }),
  z.object({ outcome: z.literal("return"), items: z.array(seenVacancy).min(1).max(500), reasons: returnReasons }),
]);

/** `holderId`: who held it on the screen that was seen. */
const held = z.object({ id: z.number().int().positive(), holderId: z.number().int().positive().nullable() });
export const assignment = z.object({ items: z.array(held).min(1).max(500), toUserId: z.number().int().positive() });
export const releasing = z.object({ items: z.array(held).min(1).max(500) });

export const tabs = ["waiting", "mine", "returned", "approved"] as const;
export type Tab = (typeof tabs)[number];

export const sorts = ["since", "headcount", "wage", "title"] as const;

/** The queue's address is its state: unknown or broken values are as good as not there. */
const id = z.coerce.number().int().positive().max(2_147_483_647).optional().catch(undefined);
export const queueQuery = z.object({
  tab: z.enum(tabs).catch("waiting"),
  q: z.string().max(100).transform(tidy).optional().catch(undefined),
  park: id,
  batch: id,
  group: z.enum(["MANAGER", "HIGH_TECHNICAL", "MID_TECHNICAL", "OTHER"]).optional().catch(undefined),
  finding: z.enum(["block", "warn", "info", "none"]).optional().catch(undefined),
  holder: z
    .union([z.literal("none"), z.coerce.number().int().positive()])
    .optional()
    .catch(undefined),
  sort: z.enum(sorts).catch("since"),
  dir: z.enum(["asc", "desc"]).catch("asc"),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
  size: z.coerce
    .number()
    .pipe(z.union([z.literal(50), z.literal(200), z.literal(500)]))
    .catch(50),
});
export type QueueQuery = z.output<typeof queueQuery>;

/** The address of a state of the queue, without what is usual; for links and saved filters. */
export function queueAddress(query: Partial<QueueQuery>): string {
  const usual: Partial<QueueQuery> = { tab: "waiting", sort: "since", dir: "asc", page: 1, size: 50 };
  const entries = Object.entries(query).filter(
    ([key, value]) => value !== undefined && value !== "" && usual[key as keyof QueueQuery] !== value,
  );
  const text = new URLSearchParams(entries.map(([key, value]) => [key, String(value)])).toString();
  return text && `?${text}`;
}

/** A filter of a list that a person keeps under a name. */
export const savedFilter = z.object({
  list: z.string().regex(/^[a-z-]{1,30}$/),
  name: z
    .string()
    .max(60)
    .transform(tidy)
    .refine((name) => name.length > 0, { params: { code: "required" } }),
  query: z.string().max(500),
});
