import { ok, type Refusal, refuse } from "@/lib/core/result";
import type { Tx } from "@/lib/db/client";
import { type Context, command } from "@/lib/db/command";
import type { SubsidyDossier } from "@/lib/db/generated/client";
import { attachFile } from "@/lib/files/attach-commands";
import { permissions } from "@/lib/identity/permissions";
import { afterEdit, editedDossier } from "./dossier-edit-commands";
import { dropPapers } from "./dossier-paper-drop-commands";
import { attachedPapers, placedFiles, thisPaper } from "./dossier-schema";
import { proposePlaces } from "./paper-match";
import { groupOf, type PolicyPaper, policyDefinition } from "./policy";

const purpose = "dossier.paper";

/** The papers that the dossier's policy version asks of its group. */
async function askedPapers(tx: Tx, row: SubsidyDossier): Promise<readonly PolicyPaper[]> {
  const { definition } = await tx.supportPolicyVersion.findUniqueOrThrow({
    where: { id: row.policyVersionId },
    select: { definition: true },
  });
  return groupOf(policyDefinition.parse(definition), row.groupCode)?.papers ?? [];
}

type Place = { key: string; code: string; personId: number | null };

/** A place that does not exist in the dossier, at its field; null when all do. */
async function misplaced(tx: Tx, row: SubsidyDossier, papers: readonly Place[]): Promise<Refusal | null> {
  const asked = new Map((await askedPapers(tx, row)).map((paper) => [paper.code, paper]));
  const ids = [...new Set(papers.flatMap(({ personId }) => personId ?? []))];
  const there = await tx.dossierPerson.findMany({
    where: { dossierId: row.id, id: { in: ids } },
    select: { id: true },
  });
  if (there.length !== ids.length) return refuse("not_found");
  const wrong = papers.findIndex(
    ({ code, personId }) => (asked.get(code)?.per === "PERSON") !== (personId !== null) || !asked.has(code),
  );
  return wrong < 0 ? null : refuse("invalid_input", { fields: [{ path: ["papers", wrong, "code"], code: "choice" }] });
}

async function attachAll(context: Context<unknown>, row: SubsidyDossier, papers: readonly Place[]) {
  const { tx, now } = context;
  for (const { key, code, personId } of papers) {
    const attached = await attachFile(tx, { key, purpose, organisationId: row.organisationId, now });
    if (!attached.ok) return attached;
    await dropPapers(context, row, { code, personId });
    const { id: fileId, name: fileName } = attached.value;
    await tx.dossierPaper.create({ data: { dossierId: row.id, personId, code, fileId, fileName, addedAt: now } });
  }
  return null;
}

/**
 * Puts files that were handed in to their places; one that stands there already is replaced. Refuses as `attachFile` does,
 * and places that the dossier does not have.
 */
export const attachPapers = command({
  name: "dossiers.attachPapers",
  input: attachedPapers,
  may: permissions.writeDossiers,
  patience: 60_000,
  run: async (context) => {
    const { tx, input, about } = context;
    const held = await editedDossier(context, input.id);
    if (!held.ok) return held;
    const wrong = (await misplaced(tx, held.row, input.papers)) ?? (await attachAll(context, held.row, input.papers));
    if (wrong) return wrong;
    about({ type: "dossier", id: input.id }, { papers: input.papers.length });
    const concerned = [...new Set(input.papers.flatMap(({ personId }) => personId ?? []))];
    return ok(await afterEdit(context, input.id, concerned));
  },
});

/** Where a file would go, in words for whoever decides. */
export type ProposedPlace = Place & {
  name: string;
  fullName: string | null;
  position: number | null;
  replaces: boolean;
};
export type Proposal = { places: ProposedPlace[]; unplaced: { key: string; name: string }[] };

/** Reads from the names of files where each belongs; changes nothing. */
export const placePapers = command({
  name: "dossiers.placePapers",
  input: placedFiles,
  may: permissions.writeDossiers,
  run: async (context) => {
    const { tx, input } = context;
    const held = await editedDossier(context, input.id);
    if (!held.ok) return held;
    const { row } = held;
    const files = await tx.uploadedFile.findMany({
      where: { key: { in: input.keys }, purpose, organisationId: row.organisationId, attachedAt: null },
      select: { key: true, name: true },
    });
    const people = await tx.dossierPerson.findMany({
      where: { dossierId: row.id },
      select: { id: true, position: true, rosterEntry: { select: { fullName: true, staffCode: true } } },
    });
    const persons = people.map(({ id, position, rosterEntry }) => ({ id, position, ...rosterEntry }));
    const papers = await askedPapers(tx, row);
    const standing = await tx.dossierPaper.findMany({
      where: { dossierId: row.id, removedAt: null },
      select: { code: true, personId: true },
    });
    const taken = new Set(standing.map(({ code, personId }) => `${code}/${personId}`));
    const perDossier = new Set(papers.filter(({ per }) => per === "DOSSIER").map(({ code }) => code));
    const found = proposePlaces(
      files.map(({ name }) => name),
      persons,
      papers,
    );
    const proposal: Proposal = { places: [], unplaced: [] };
    const proposed = new Set<string>();
    for (const [at, { key, name }] of files.entries()) {
      const { code, personId } = found[at] ?? { code: null, personId: null };
      const place = `${code}/${personId}`;
      // Two files for one place: the second is for a person to decide on.
      if (code === null || (personId === null && !perDossier.has(code)) || proposed.has(place)) {
        proposal.unplaced.push({ key, name });
        continue;
      }
      proposed.add(place);
      const person = persons.find(({ id }) => id === personId);
      proposal.places.push({
        ...{ key, name, code, personId, replaces: taken.has(place) },
        ...{ fullName: person?.fullName ?? null, position: person?.position ?? null },
      });
    }
    return ok(proposal);
  },
});

/** Takes a paper back. */
export const takeBackPaper = command({
  name: "dossiers.takeBackPaper",
  input: thisPaper,
  may: permissions.writeDossiers,
  run: async (context) => {
    const { tx, input } = context;
    const held = await editedDossier(context, input.id);
    if (!held.ok) return held;
    const paper = await tx.dossierPaper.findFirst({
      where: { id: input.paperId, dossierId: input.id, removedAt: null },
      select: { personId: true },
    });
    if (!paper) return refuse("not_found");
    await dropPapers(context, held.row, { id: input.paperId });
    return ok(await afterEdit(context, input.id, paper.personId === null ? [] : [paper.personId]));
  },
});
