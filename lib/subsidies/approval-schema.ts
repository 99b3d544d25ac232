import { z } from "zod";
import { dayText } from "@/lib/deadlines/schema";
import { newDocument } from "@/lib/papers/document-schema";
import { refusalReasons } from "./decision";

const id = z.int().positive();
const words = (least: number, most: number) => z.string().trim().min(least).max(most);

/** A row as the screen showed it: a stale screen loses. */
export const seenRow = z.object({ id, version: id });

/** What stood in sight when somebody acted on a list: dossiers, accepted persons, their đồng. */
export const listTotals = z.object({
  dossiers: z.int().min(0),
  persons: z.int().min(0),
  amount: z.int().min(0),
});
export type ListTotals = z.output<typeof listTotals>;

export const mostDossiers = 500;

export const gatheredList = z.object({
  title: words(3, 200),
  dossiers: z.array(id).min(1).max(mostDossiers),
});
export const addedToList = seenRow.extend({ dossiers: z.array(id).min(1).max(mostDossiers) });
export const takenOut = seenRow.extend({ dossierId: id });

/** An act of the chain, with the totals that the actor saw. */
export const chainAct = seenRow.extend({ seen: listTotals });
export const explainedAct = chainAct.extend({ reason: words(3, 1_000) });

export const decidedPersons = z
  .object({
    id,
    decision: z.enum(["ACCEPTED", "REFUSED", "PENDING"]),
    reasonCode: z.preprocess((value) => (value === "" ? null : value), z.enum(refusalReasons).nullable().default(null)),
    reasonNote: z.preprocess(
      (value) => (typeof value === "string" && value.trim() === "" ? null : value),
      words(3, 500).nullable().default(null),
    ),
    /** Persons as they were seen, or all who are not decided yet. */
    persons: z.union([z.literal("undecided"), z.array(seenRow).min(1).max(2_000)]),
  })
  .superRefine(({ decision, reasonCode, reasonNote }, context) => {
    const missing = (field: string) =>
      context.addIssue({ code: "custom", path: [field], params: { code: "required" } });
    if (decision === "REFUSED" && reasonCode === null) missing("reasonCode");
    if (decision === "REFUSED" && reasonCode === "other" && reasonNote === null) missing("reasonNote");
  });

export const newDelegation = z
  .object({ toUserId: z.coerce.number().pipe(id), fromOn: dayText, untilOn: dayText, document: words(3, 200) })
  .refine(({ fromOn, untilOn }) => untilOn >= fromOn, { path: ["untilOn"], params: { code: "daysInOrder" } });

/** States of lists in the order of their way; a list's page reads only the page of its dossiers. */
export const listTabs = ["GATHERING", "PROPOSED", "CHECKED", "APPROVED", "DISSOLVED"] as const;
export const listsQuery = z.object({
  state: z.enum(listTabs).catch("PROPOSED"),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});

/** The number of a decision: of a whole list, or of one dossier. */
export const numberedDecision = seenRow.extend({
  of: z.enum(["list", "dossier"]),
  ...newDocument.pick({ registerId: true, issuedOn: true, signerTitle: true, signerName: true }).shape,
});
