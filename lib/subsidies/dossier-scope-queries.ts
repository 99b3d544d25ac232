import type { Prisma } from "@/lib/db/generated/client";
import type { StaffRole } from "@/lib/db/generated/enums";
import type { FileReader } from "@/lib/files/reader";
import type { Actor } from "@/lib/identity/actor";

/** Nobody's: the condition that no row meets. */
const none = { id: { in: [] as number[] } };

/** The dossiers of the organisation that the actor acts for. */
export const ownDossiers = (actor: Actor): Prisma.SubsidyDossierWhereInput =>
  actor.kind === "person" && actor.organisation ? { organisationId: actor.organisation.id } : none;

/** What was ever handed in: a draft is the applicant's alone. */
const handedIn = { currentNo: { gt: 0 } } satisfies Prisma.SubsidyDossierWhereInput;

const readers: readonly StaffRole[] = ["LABOUR_OFFICER", "LABOUR_HEAD", "LEADER", "OFFICE"];
const askedUnits: readonly StaffRole[] = ["INVESTMENT", "SUPERVISION", "EMPLOYMENT_CENTRE"];

/**
 * The dossiers that the actor may read as staff: the labour department, leaders and the office all that were handed in,
 * other units those on which their opinion was asked.
 */
export function readableDossiers(actor: Actor): Prisma.SubsidyDossierWhereInput {
  if (actor.kind !== "person" || actor.staffRole === null) return none;
  if (readers.includes(actor.staffRole)) return handedIn;
  if (askedUnits.includes(actor.staffRole)) return { ...handedIn, opinions: { some: { unit: actor.staffRole } } };
  return none;
}

/** The dossiers that the actor examines and decides. */
export function reviewedDossiers(actor: Actor): Prisma.SubsidyDossierWhereInput {
  if (actor.kind !== "person") return none;
  const { staffRole } = actor;
  return staffRole === "LABOUR_OFFICER" || staffRole === "LABOUR_HEAD" || staffRole === "LEADER" ? handedIn : none;
}

/** Staff read the papers of the dossiers that they read. */
export const paperReader: FileReader<Prisma.UploadedFileWhereInput> = {
  purpose: "dossier.paper",
  where: (actor) =>
    actor.kind === "person" && actor.staffRole !== null
      ? { papers: { some: { dossier: readableDossiers(actor) } } }
      : null,
};
