import { z } from "zod";
import { tidy } from "@/lib/core/text";
import { PaperTemplateKind } from "@/lib/db/generated/enums";
import { uploadedFile } from "@/lib/documents/upload";

/** A new version of a template: a Word file (.docx) with named fields. */
export const uploadedTemplate = z.object({
  kind: z.enum(PaperTemplateKind),
  file: uploadedFile,
  note: z.preprocess(
    (value) => (value === "" || value === undefined ? null : value),
    z.string().max(300).transform(tidy).nullable(),
  ),
});

/** Which version is in force; null: the one that the portal brings along. */
export const templateInForce = z.object({
  kind: z.enum(PaperTemplateKind),
  id: z.number().int().positive().nullable(),
});

/** So many problems of a template are told at once. */
export const mostProblems = 20;
