import { z } from "zod";
import { tidy } from "@/lib/core/text";
import { editedDefinition } from "./editing";

const id = z.int().positive().max(2_147_483_647);
const version = z.int().positive();
const line = (most: number) => z.string().transform(tidy).pipe(z.string().min(3).max(most));

const names = {
  nameVi: line(200),
  nameEn: line(200),
  /** The official form that it stands for. */
  citation: z
    .string()
    .transform(tidy)
    .pipe(z.string().max(500))
    .nullable()
    .default(null)
    .transform((text) => text || null),
};

/** A new form, empty or with the questions of another. */
export const newForm = z.object({
  code: z
    .string()
    .min(3)
    .max(60)
    .refine((text) => /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(text), { params: { code: "formCode" } }),
  ...names,
  copyOf: id.nullable().default(null),
});

export const formNames = z.object({ formId: id, ...names, verified: z.boolean() });

export const aForm = z.object({ formId: id });

/** A version by its id, and the state of it that was seen. */
export const formVersionSeen = z.object({ id, version });

export const formDraft = z.object({ id, version, definition: editedDefinition });

export const formsPerPage = 50;

/** The list's address is its state. */
export const formQuery = z.object({
  q: z.string().trim().max(100).catch("").default(""),
  state: z.enum(["inForce", "draft"]).optional().catch(undefined),
  sort: z.enum(["name", "code"]).catch("name").default("name"),
  direction: z.enum(["asc", "desc"]).catch("asc").default("asc"),
  page: z.coerce.number().int().min(1).max(1_000).catch(1).default(1),
});
export type FormQuery = z.output<typeof formQuery>;
