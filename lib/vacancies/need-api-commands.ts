import { db } from "@/lib/db/client";
import type { KeyActor } from "@/lib/identity/actor";

/**
 * Notes for the enterprise that its software came too late with an update, and says which version is there now; null
 * when the need is gone. The refusal itself stands in the trail: this is its copy for the enterprise's own page.
 */
export async function noteConflict(
  { keyId, organisation }: KeyActor,
  vacancyId: number,
  sentVersion: number,
  now: Date,
): Promise<number | null> {
  const row = await db().vacancy.findFirst({
    where: { id: vacancyId, enterpriseId: organisation.id },
    select: { version: true, titleVi: true },
  });
  if (!row) return null;
  await db().apiConflict.create({
    data: {
      organisationId: organisation.id,
      keyId,
      vacancyId,
      titleVi: row.titleVi,
      sentVersion,
      currentVersion: row.version,
      at: now,
    },
  });
  return row.version;
}
