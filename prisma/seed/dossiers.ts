import { db } from "@/lib/db/client";
import type { OrganisationKind } from "@/lib/db/generated/enums";
import type { Person } from "@/lib/identity/actor";
import { blocks } from "@/lib/subsidies/dossier";
import { createDossier, recomputeDossier } from "@/lib/subsidies/dossier-commands";
import { addPersons, removePersons } from "@/lib/subsidies/dossier-person-commands";
import { submitDossier } from "@/lib/subsidies/dossier-submit-commands";
import type { Finding } from "@/lib/subsidies/findings";
import { groupOf } from "@/lib/subsidies/policy";
import { knownPolicy } from "./support-policy";

/** What a command answers in the seed is a success, or the seed is wrong. */
export function done<T>(result: { ok: true; value: T } | { ok: false; code: string }): T {
  if (!result.ok) throw new Error(`the seed was refused: ${result.code}`);
  return result.value;
}

export type Owner = Person & { organisation: { id: number } };

/** The sample account that owns an organisation, as commands take it. */
export async function ownerOf(email: string, kind: OrganisationKind): Promise<Owner> {
  const { userId, organisation } = await db().membership.findFirstOrThrow({
    where: { user: { email }, organisation: { kind } },
    orderBy: { id: "asc" },
    include: { organisation: true },
  });
  return {
    ...{ kind: "person", userId, sessionId: null, fullName: "", email: "", staffRole: null },
    organisation: { id: organisation.id, kind, role: "OWNER", nameVi: organisation.nameVi },
  };
}

/** A draft with everybody of a course. */
export async function draft(actor: Person, courseId: number, groupCode: string, now: Date): Promise<number> {
  const { id } = done(await createDossier(actor, { groupCode, courseId, note: null }, { now }));
  done(await addPersons(actor, { id, from: "course" }, { now }));
  return id;
}

/** Brings all papers, as paper that lies at the Authority, and leaves out who is held back for anything else. */
export async function complete(actor: Person, id: number, groupCode: string, now: Date): Promise<void> {
  const people = await db().dossierPerson.findMany({ where: { dossierId: id } });
  const hindered = people.filter(({ findings }) =>
    (findings as Finding[]).some((one) => blocks(one) && one.code !== "paper_missing"),
  );
  if (hindered.length > 0) done(await removePersons(actor, { id, personIds: hindered.map((one) => one.id) }, { now }));
  const wanted = groupOf(knownPolicy, groupCode)?.papers.filter(({ required }) => required) ?? [];
  const rest = people.filter((one) => !hindered.includes(one));
  await db().dossierPaper.createMany({
    data: wanted.flatMap(({ code, per }) =>
      (per === "DOSSIER" ? [null] : rest.map((one) => one.id)).map((personId) => ({
        ...{ dossierId: id, personId, code, fileName: `${code}.pdf`, addedAt: now },
      })),
    ),
  });
  done(await recomputeDossier(actor, { id }, { now }));
}

/** Hands a draft in. */
export async function handIn(actor: Person, id: number, now: Date): Promise<void> {
  const { version } = await db().subsidyDossier.findUniqueOrThrow({ where: { id } });
  done(await submitDossier(actor, { id, version }, { now }));
}

/** Dossiers of the first sample enterprise and school: drafts with findings, and one that was handed in. */
export async function seedDossiers(now: Date): Promise<void> {
  const enterprise = await ownerOf("doanh-nghiep@hezaworks.example", "ENTERPRISE");
  const school = await ownerOf("nha-truong@hezaworks.example", "SCHOOL");
  const coursesOf = (organisationId: number) =>
    db().trainingCourse.findMany({ where: { organisationId }, orderBy: { id: "asc" }, select: { id: true } });
  const [begun, planned] = await coursesOf(enterprise.organisation.id);
  const [taught] = await coursesOf(school.organisation.id);
  if (!begun || !planned || !taught) throw new Error("the sample has no courses");
  await draft(enterprise, begun.id, "a", now);
  const handedIn = await draft(enterprise, planned.id, "a", now);
  await complete(enterprise, handedIn, "a", now);
  await handIn(enterprise, handedIn, now);
  await draft(school, taught.id, "b", now);
}
