import { ok, type Result, refuse } from "@/lib/core/result";
import type { Tx } from "@/lib/db/client";

export type AttachedFile = { id: number; key: string; name: string; kind: string; size: number; sha256: string };

const fields = { id: true, key: true, name: true, state: true, kind: true, size: true, sha256: true } as const;

/**
 * Makes a file that was handed in a part of something, in the caller's transaction; the caller keeps `id` in its own row.
 * Only one that is ready, of that purpose and that owner, and not part of anything yet. A file of a person without an
 * account has no owner (`organisationId: null`): then its key, which nobody can guess, is the proof.
 *
 * Refusals, with `name` where there is one: `file_not_found`, `file_not_ready` (still on its way or being checked),
 * `file_refused`, `file_attached`; their words are `files.refusal.*`.
 */
export async function attachFile(
  tx: Tx,
  file: { key: string; purpose: string; organisationId: number | null; now: Date },
): Promise<Result<AttachedFile>> {
  const { key, purpose, organisationId, now } = file;
  const { count } = await tx.uploadedFile.updateMany({
    where: { key, purpose, organisationId, state: "READY", attachedAt: null },
    data: { attachedAt: now },
  });
  const row = await tx.uploadedFile.findFirst({ where: { key, purpose, organisationId }, select: fields });
  if (!row) return refuse("file_not_found");
  const { id, name, kind, size, sha256 } = row;
  if (count === 1 && kind && sha256) return ok({ id, key, name, kind, size, sha256 });
  const code = {
    READY: "file_attached",
    REFUSED: "file_refused",
    UPLOADING: "file_not_ready",
    CHECKING: "file_not_ready",
  };
  return refuse(code[row.state], { params: { name } });
}

/**
 * Takes files out of what they were part of, in the caller's transaction, which removes its own reference to them. They are
 * swept away with the next round.
 */
export async function releaseFiles(tx: Tx, ids: readonly number[]): Promise<void> {
  await tx.uploadedFile.updateMany({ where: { id: { in: [...ids] } }, data: { attachedAt: null } });
}
