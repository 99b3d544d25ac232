import { z } from "zod";
import { fileKey } from "@/lib/files/schema";

/** One paper as the form gives it: the file's key is the only one of a list. */
export const onePaper = z.object({
  code: z.string().min(1).max(40),
  file: z.array(fileKey).min(1).max(1),
});
