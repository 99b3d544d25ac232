import { db } from "@/lib/db/client";
import { createBeneficiaries, createDraft, createFile, createWorkers } from "../../factories/dossiers";
import { enterprise, type PersonName, school, type World } from "./actors";
import type { CommandRow, PageRow } from "./table";

const applicants = [...enterprise, ...school];

/** A command on a dossier of the actor's organisation, and on one of another. */
const onDossier = (more: (organisationId: number, dossierId: number) => object | Promise<object> = () => ({})) => {
  const input = async (organisationId: number) => {
    const { id, version } = await createDraft(organisationId);
    return { id, version, ...(await more(organisationId, id)) };
  };
  return {
    may: applicants,
    foreign: {
      as: "enterpriseMember" as const,
      own: ({ enterpriseId }: World) => input(enterpriseId),
      other: ({ otherEnterpriseId }: World) => input(otherEnterpriseId),
    },
  };
};

async function aWorker(organisationId: number) {
  const [id] = await createWorkers(organisationId, await createBeneficiaries(1));
  return id ?? 0;
}

async function aPerson(organisationId: number, dossierId: number) {
  const entry = await db().rosterEntry.findUniqueOrThrow({ where: { id: await aWorker(organisationId) } });
  const { id: rosterEntryId, beneficiaryId } = entry;
  return db().dossierPerson.create({ data: { dossierId, position: 1, rosterEntryId, beneficiaryId } });
}

async function aCorrection(dossierId: number) {
  await db().subsidyDossier.update({
    where: { id: dossierId },
    data: {
      state: "CORRECTING",
      code: `2026-9${String(dossierId).padStart(5, "0")}`,
      submittedAt: new Date(),
      currentNo: 1,
    },
  });
  const { id } = await db().dossierCorrection.create({
    data: { dossierId, versionNo: 1, kind: "MISSING", message: "Thiếu", sentAt: new Date() },
  });
  return id;
}

const aChangeRequest = async (dossierId: number) =>
  (
    await db().dossierChangeRequest.create({
      data: { dossierId, content: { kind: "TUITION", tuition: 1 }, reason: "Thử quyền" },
    })
  ).id;

export const dossierCommands: Record<string, CommandRow> = {
  "dossiers.create": { may: applicants, foreign: "makes a row in the actor's own organisation, of its own course" },
  "dossiers.editHead": onDossier(async (_, id) => {
    const { courseId } = await db().subsidyDossier.findUniqueOrThrow({ where: { id } });
    return { groupCode: "a", courseId };
  }),
  "dossiers.recompute": onDossier(),
  "dossiers.copy": onDossier(),
  "dossiers.addPersons": onDossier(async (organisationId) => ({ rosterEntryIds: [await aWorker(organisationId)] })),
  "dossiers.removePersons": onDossier(async (organisationId, id) => ({
    personIds: [(await aPerson(organisationId, id)).id],
  })),
  "dossiers.answerPerson": onDossier(async (organisationId, id) => ({
    ...{ personId: (await aPerson(organisationId, id)).id, answers: { education: "LOWER_SECONDARY" } },
  })),
  "dossiers.attachPapers": onDossier(async (organisationId) => ({
    papers: [{ key: await createFile(organisationId, "van-ban.pdf"), code: "van-ban-de-nghi", personId: null }],
  })),
  "dossiers.placePapers": onDossier(async (organisationId) => ({ keys: [await createFile(organisationId, "a.pdf")] })),
  "dossiers.takeBackPaper": onDossier(async (_, dossierId) => {
    const paper = { dossierId, code: "van-ban-de-nghi", fileName: "van-ban.pdf" };
    return { paperId: (await db().dossierPaper.create({ data: paper })).id };
  }),
  "dossiers.submit": onDossier(),
  "dossiers.withdraw": onDossier(() => ({ reason: "Thử quyền" })),
  "dossiers.writeMessage": onDossier(() => ({ body: "Thử quyền" })),
  "dossiers.answerCorrection": onDossier(async (_, id) => ({
    ...{ correctionId: await aCorrection(id), answer: "Đã sửa" },
  })),
  "dossiers.previewChange": onDossier(() => ({ change: { kind: "TUITION", tuition: 1 } })),
  "dossiers.requestChange": onDossier(() => ({
    ...{ reason: "Thử quyền", change: { kind: "TUITION", tuition: 1 }, after: 0 },
  })),
  "dossiers.withdrawChange": onDossier(async (_, dossierId) => ({
    ...{ requestId: await aChangeRequest(dossierId), version: 1 },
  })),
};

const ofEnterprise = { sees: enterprise as readonly PersonName[] };
const ofSchool = { sees: school as readonly PersonName[] };

export const dossierPages: Record<string, PageRow> = {
  "/enterprise/dossiers": ofEnterprise,
  "/enterprise/dossiers/new": ofEnterprise,
  "/enterprise/dossiers/[id]": { ...ofEnterprise, path: "/enterprise/dossiers/1" },
  "/school/dossiers": ofSchool,
  "/school/dossiers/new": ofSchool,
  "/school/dossiers/[id]": { ...ofSchool, path: "/school/dossiers/3" },
};
