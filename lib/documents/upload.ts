import { z } from "zod";
import { tidy } from "@/lib/core/text";

/** Largest file that comes with a form, in bytes: its base64 text must fit into a server action's megabyte. */
export const largestUpload = 600_000;

const longestText = Math.ceil(largestUpload / 3) * 4;

/** A file as a form sends it: its name and its bytes as base64. Problems: `fileMissing`, `fileTooLarge` (params kilobytes). */
export const uploadedFile = z.object({
  name: z.string().max(300).transform(tidy),
  content: z
    .string()
    .refine((text) => text.length > 0, { params: { code: "fileMissing" } })
    .refine((text) => text.length <= longestText, {
      params: { code: "fileTooLarge", kilobytes: largestUpload / 1_000 },
    })
    .refine((text) => text.length > longestText || /^[A-Za-z0-9+/]*={0,2}$/.test(text), {
      params: { code: "fileMissing" },
    }),
});
