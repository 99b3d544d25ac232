import { z } from "zod";
import { importKinds } from "./kinds";

const id = z.number().int().positive();
const seen = z.object({ id, version: id });

export const newImport = z.object({
  kind: z.enum(importKinds),
  name: z.string().trim().min(1).max(200),
  bytes: z.instanceof(Uint8Array),
  /** Into which report a school's programmes go; null: into the only one that is open. */
  reportId: id.nullish().transform((one) => one ?? null),
});

const column = z.object({
  column: z.number().int().min(0).max(255),
  header: z.string().max(1_000),
  field: z.string().max(40).nullable(),
  certainty: z.number().min(0).max(1),
});

/** A layout as it is stored; of lib/imports/layout.ts. */
export const storedLayout = z.object({
  headerFirst: id,
  headerLast: id,
  columns: z.array(column).max(256),
  certainty: z.number(),
});

/** Which sheet and rows the header is on: the columns are proposed anew from it. */
export const chosenHeader = seen.extend({
  sheet: z.number().int().min(0).max(1_000),
  headerFirst: id.max(100_000),
  headerLast: id.max(100_000),
});

/** What each column is, by its number; the others are left out. */
export const chosenMapping = seen.extend({
  fields: z.record(z.string().regex(/^\d{1,3}$/), z.string().max(40).nullable()),
});

export const chosenEnterprise = seen.extend({ name: z.string().min(1).max(300), enterpriseId: id });

export const policies = ["all", "accepted"] as const;
export const takingOver = seen.extend({
  policy: z.enum(policies),
  handIn: z.boolean(),
  /** The same file has been taken over before, and is meant to be once more. */
  again: z.boolean(),
});

export const target = seen;
export const whichImport = z.object({ importId: id });

/** Why a table is tried once more instead of being taken over. */
export const retryReasons = ["taken_meanwhile", "call_closed"] as const;

/** What a table is for, of a school's programmes: the report, and its version as the trial saw it. */
export const cohortParams = z.object({ reportId: id, reportVersion: z.number().int().min(0).default(0) });
