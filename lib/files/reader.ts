import type { Actor } from "@/lib/identity/actor";
import type { FilePurposeName } from "./purposes";

/**
 * Who may read files of a purpose, besides their owner: the rows that the actor may read, as a condition on `UploadedFile`,
 * or null for none of them. The condition goes into the query's `where`, so what one may not read does not exist.
 */
export type FileReader<Where> = {
  purpose: FilePurposeName;
  where: (actor: Actor) => Where | null | Promise<Where | null>;
};
