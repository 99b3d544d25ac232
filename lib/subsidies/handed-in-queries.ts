import type { Tx } from "@/lib/db/client";
import { type Judgement, judge } from "./eligibility";
import type { CourseFacts, DossierFacts, PersonFacts } from "./facts";
import { factsOfDossier } from "./facts-queries";

/** What the rules say now of persons as they were handed in: support elsewhere and illegible papers are looked up anew. */
export async function judgedAsHandedIn(
  tx: Tx,
  dossierId: number,
  no: number,
  ids: readonly number[],
): Promise<Map<number, Judgement>> {
  const [live, version] = await Promise.all([
    factsOfDossier(tx, dossierId, ids),
    tx.dossierVersion.findUniqueOrThrow({
      where: { dossierId_no: { dossierId, no } },
      select: { id: true, head: true },
    }),
  ]);
  if (!live) throw new Error(`dossier ${dossierId} has no facts`);
  const frozen = await tx.dossierVersionPerson.findMany({
    where: { versionId: version.id, position: { in: live.persons.map(({ position }) => position) } },
    select: { position: true, facts: true },
  });
  const factsAt = new Map(frozen.map(({ position, facts }) => [position, facts as PersonFacts]));
  const course = (version.head as { course?: CourseFacts }).course ?? live.facts.course;
  const dossier: DossierFacts = { ...live.facts, course };
  return new Map(
    live.persons.map(({ id, position, facts }) => {
      const { supportedElsewhere, papers } = facts;
      return [id, judge(live.policy, dossier, { ...(factsAt.get(position) ?? facts), supportedElsewhere, papers })];
    }),
  );
}
