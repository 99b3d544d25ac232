import { db } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { createDossier, type DossierOptions } from "./reviewed-dossiers";

/**
 * A dossier whose persons were all granted what they asked for, as the chain leaves it: decided, written down, benefits
 * granted. Who decided is not told. Needs reference data.
 */
export async function createGranted(options: DossierOptions = {}) {
  const made = await createDossier(options);
  const decidedAt = new Date("2026-11-01T09:00:00+07:00");
  const where = { dossierId: made.id };
  await db().dossierPerson.updateMany({ where, data: { decision: "ACCEPTED", decidedAt } });
  await db().subsidyDossier.update({ where: { id: made.id }, data: { state: "APPROVED", decidedAt, dueOn: null } });
  const people = await db().dossierPerson.findMany({ where, include: { rosterEntry: true } });
  await db().dossierDecisionPerson.createMany({
    data: people.map(({ dossierId, position, beneficiaryId, rosterEntry, lines, amount }) => ({
      ...{ dossierId, position, beneficiaryId, fullName: rosterEntry.fullName, birthDate: rosterEntry.birthDate },
      ...{ decision: "ACCEPTED" as const, lines: lines as Prisma.InputJsonArray, amount },
    })),
  });
  await db().supportClaim.updateMany({ where, data: { state: "GRANTED" } });
  return made;
}
