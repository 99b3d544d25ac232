import { z } from "zod";
import { type FilePurposeName, filePurposes } from "./purposes";

/** A file's key: what forms keep and commands take. */
export const fileKey = z.string().regex(/^[0-9a-f]{40}$/);

const names = Object.keys(filePurposes) as [FilePurposeName, ...FilePurposeName[]];

/** What is announced before the first byte comes. */
export const newFile = z.object({
  purpose: z.enum(names),
  /** Without folders, which some browsers send, and without what a line or a path could be broken with. */
  name: z
    .string()
    .transform((name) =>
      (name.split(/[/\\]/).at(-1) ?? "").normalize("NFC").replace(/\p{C}/gu, "").replace(/\s+/g, " ").trim(),
    )
    .pipe(z.string().min(1).max(200)),
  /** Bytes. */
  size: z.int().min(0),
});
export type NewFile = z.output<typeof newFile>;
