import { Readable } from "node:stream";
import type { ReadableStream as NodeStream } from "node:stream/web";
import { ok, type Result, refuse } from "@/lib/core/result";
import { outOfSpace } from "@/lib/core/storage-full";
import { db } from "@/lib/db/client";
import type { CallOptions } from "@/lib/db/command";
import type { Actor } from "@/lib/identity/actor";
import { checkFile } from "./check-commands";
import { discardFile } from "./file-commands";
import { beginUpload, keepBytes } from "./upload-commands";

/** What of a form's file is needed; a `File` of the browser and of `request.formData()` is one. */
export type FormFile = { name: string; size: number; stream(): ReadableStream<Uint8Array> };

/**
 * Takes a file that came whole, with a plain form: kept and checked as one that came in pieces. Refuses as `beginUpload`
 * does, `file_problem` (params `reason`, one of lib/files/problems.ts, `name`, and what its words need), and `storage_full`.
 * Nothing refused is kept. With the state `CHECKING` it waits for the virus scanner and cannot be attached yet.
 */
export async function takeFile(
  actor: Actor,
  given: { purpose: string; file: FormFile },
  options: CallOptions & { now: Date },
): Promise<Result<{ key: string; state: "READY" | "CHECKING" }>> {
  const { purpose, file } = given;
  const { name, size } = file;
  const { now, requestId } = options;
  const begun = await beginUpload(actor, { purpose, name, size }, { now, requestId });
  if (!begun.ok) return begun;
  const { key } = begun.value;
  try {
    await keepBytes(actor, key, 0, Readable.fromWeb(file.stream() as NodeStream<Uint8Array>), now);
    const state = await checkFile(key, now, requestId);
    if (state === "READY" || state === "CHECKING") return ok({ key, state });
    const row = await db().uploadedFile.findUnique({
      where: { key },
      select: { name: true, problem: true, params: true },
    });
    await discardFile(actor, { key }, { now, requestId });
    const params = row?.params as Record<string, string | number> | undefined;
    return refuse("file_problem", { params: { name, reason: row?.problem ?? "damaged", ...params } });
  } catch (error) {
    await discardFile(actor, { key }, { now, requestId });
    if (outOfSpace(error)) return refuse("storage_full");
    throw error;
  }
}
