import { z } from "zod";
import { CorrectionKind, OpinionVerdict } from "@/lib/db/generated/enums";
import { dayText } from "@/lib/deadlines/schema";
import { seenRow } from "./approval-schema";

const id = z.int().positive();
const words = (least: number, most: number) => z.string().trim().min(least).max(most);
const blank = (value: unknown) => (value === "" || value === undefined ? null : value);
const mostAtOnce = 500;

export const assignedDossiers = z.object({
  items: z.array(seenRow).min(1).max(mostAtOnce),
  /** Null: lets go of them, for anybody to take. */
  toUserId: id.nullable(),
});

export const labelled = z.object({ ids: z.array(id).min(1).max(mostAtOnce), label: words(1, 40), on: z.boolean() });
export const thisOne = z.object({ id });

export const notedCorrection = z.object({
  id,
  kind: z.enum(CorrectionKind),
  /** The person's position; null: the dossier as a whole. */
  position: z.preprocess(blank, z.coerce.number().pipe(id).nullable()),
  field: z.preprocess(blank, z.string().max(60).nullable()),
  paperCode: z.preprocess(blank, z.string().max(40).nullable()),
  message: words(5, 1_000),
});
export const oneCorrection = z.object({ id, correctionId: id });
export const sentCorrections = seenRow.extend({ note: z.string().trim().max(1_000).default("") });

export const reviewMessage = z.object({ id, body: words(1, 4_000), internal: z.boolean() });

/** Units whose opinion can be asked (plan IV.B: operating status of supervision, project status of investment). */
export const opinionUnits = ["SUPERVISION", "INVESTMENT", "OFFICE", "EMPLOYMENT_CENTRE"] as const;
export const askedOpinion = z.object({ id, unit: z.enum(opinionUnits), question: words(5, 2_000), dueOn: dayText });
export const givenOpinion = seenRow.extend({ verdict: z.enum(OpinionVerdict), answer: words(3, 4_000) });
/** A paper that cannot be read, with what the applicant is told; or that can be after all. */
export const markedPaper = z.union([
  z.object({ id, paperId: id, illegible: z.literal(true), message: words(5, 1_000) }),
  z.object({ id, paperId: id, illegible: z.literal(false) }),
]);

/** Views of the queue. */
export const queueTabs = ["open", "correcting", "chain", "approved", "changes", "refused", "withdrawn"] as const;
export type QueueTab = (typeof queueTabs)[number];
export const queuePerPage = 50;

const number = z.coerce.number().int().positive().max(2_147_483_647).optional().catch(undefined);
/** The queue as its address says it; what cannot be read is left out. */
export const dossierQueueQuery = z.object({
  tab: z.enum(queueTabs).catch("open"),
  q: z.string().trim().min(1).max(100).optional().catch(undefined),
  group: z
    .string()
    .regex(/^[a-z][a-z0-9-]{0,39}$/)
    .optional()
    .catch(undefined),
  park: number,
  organisation: number,
  holder: z
    .union([z.enum(["none", "some", "me"]), z.coerce.number().int().positive()])
    .optional()
    .catch(undefined),
  label: z.string().trim().min(1).max(40).optional().catch(undefined),
  overdue: z.literal("yes").optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
export type DossierQueueQuery = z.output<typeof dossierQueueQuery>;

/** The address of a state of the queue, without what is usual. */
export function dossierQueueAddress(query: Partial<DossierQueueQuery>): string {
  const usual: Partial<DossierQueueQuery> = { tab: "open", page: 1 };
  const entries = Object.entries(query).filter(
    ([key, value]) => value !== undefined && usual[key as keyof DossierQueueQuery] !== value,
  );
  const text = new URLSearchParams(entries.map(([key, value]) => [key, String(value)])).toString();
  return text && `?${text}`;
}

/** A dossier's persons on its page. */
export const personsPerPage = 50;
export const personsQuery = z.object({
  q: z.string().trim().min(1).max(100).optional().catch(undefined),
  decision: z.enum(["PENDING", "ACCEPTED", "REFUSED"]).optional().catch(undefined),
  /** Only persons with findings that stop them, or anything open. */
  findings: z.enum(["stops", "any", "none"]).optional().catch(undefined),
  /** Only persons whom the version that was seen last did not have so. */
  changed: z.literal("yes").optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(1_000).catch(1),
});
export type PersonsQuery = z.output<typeof personsQuery>;

/** A unit's opinions: those that wait, those that were given. */
export const opinionsQuery = z.object({
  tab: z.enum(["open", "given"]).catch("open"),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
