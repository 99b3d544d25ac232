import { db } from "@/lib/db/client";
import { createDraft } from "../../factories/dossiers";
import type { ActorName, World } from "./actors";
import type { CommandRow, PageRow } from "./table";

/** Who examines dossiers, who reads them and the lists on their way, who answers for another unit. */
const reviewers = ["labourOfficer", "labourHead"] as const;
const dossierReaders = ["labourOfficer", "labourHead", "leader", "office"] as const;
const opinionGivers = ["supervision", "investment", "office", "employmentCentre"] as const;
const delegators = ["labourHead", "leader"] as const;

const nowhere = 2_000_000_000;
const allOfHeza = "these staff decide for the whole Authority: no row is somebody else's";

/** A dossier that was handed in, and a draft, which is the applicant's alone. */
const onDossier = (more: object = {}): CommandRow => {
  const draft = async ({ enterpriseId }: World) => {
    const { id, version } = await createDraft(enterpriseId);
    return { id, version, ...more };
  };
  return {
    may: reviewers,
    foreign: {
      as: "labourOfficer",
      own: async (world) => {
        const input = await draft(world);
        await db().subsidyDossier.update({
          where: { id: input.id },
          data: { state: "IN_REVIEW", code: `2026-8${input.id}`, submittedAt: new Date(), currentNo: 1 },
        });
        return input;
      },
      other: draft,
    },
  };
};

const seen = { dossiers: 0, persons: 0, amount: 0 };
const aList = async () => ({
  id: (await db().approvalList.create({ data: { title: "Thử quyền" } })).id,
  version: 1,
  seen,
});
const onList = (
  may: readonly ActorName[],
  as: "labourOfficer" | "labourHead" | "leader",
  more: object = {},
): CommandRow => ({
  may,
  foreign: {
    as,
    own: async () => ({ ...(await aList()), ...more }),
    other: () => ({ id: nowhere, version: 1, seen, ...more }),
  },
});
const order = { registerId: nowhere, issuedOn: "2026-11-20", signerTitle: null, signerName: null };
const reason = "Thử quyền trả lại";

const aDelegation = async (world: World, from: "labourHead" | "leader") => {
  const { id } = await db().delegation.create({
    data: {
      ...{ fromUserId: world.actors[from].userId, toUserId: world.actors.labourOfficer.userId, role: "LABOUR_HEAD" },
      ...{ fromOn: new Date("2020-01-01"), untilOn: new Date("2020-01-02"), document: "thử quyền" },
    },
  });
  return { id, version: 1 };
};

const anOpinion = async (world: World, unit: "SUPERVISION" | "INVESTMENT") => {
  const { id: dossierId } = await createDraft(world.enterpriseId);
  const { id } = await db().dossierOpinion.create({
    data: { dossierId, unit, question: "Thử quyền", dueOn: new Date("2026-12-01") },
  });
  return { id, version: 1, verdict: "AGREES", answer: "Đồng ý" };
};

let handedInCount = 0;

/** A change that waits at a dossier that was handed in; no request of another dossier is reached through it. */
const onChange = (more: object): CommandRow => {
  const request = async (world: World, asked: object) => {
    const { id: dossierId } = await createDraft(world.enterpriseId, asked);
    const content = { kind: "TUITION", tuition: 1 };
    return db().dossierChangeRequest.create({ data: { dossierId, content, reason: "Thử quyền" } });
  };

  const handedIn = () => {
    handedInCount += 1;
    return { state: "IN_REVIEW", code: `2026-7${process.pid}${handedInCount}`, submittedAt: new Date(), currentNo: 1 };
  };
  return {
    may: reviewers,
    foreign: {
      as: "labourOfficer",
      own: async (world) => {
        const { id, dossierId } = await request(world, handedIn());
        return { id: dossierId, requestId: id, version: 1, ...more };
      },
      other: async (world) => {
        const { id: requestId } = await request(world, {});
        const { dossierId: id } = await request(world, handedIn());
        return { id, requestId, version: 1, ...more };
      },
    },
  };
};

export const approvalCommands: Record<string, CommandRow> = {
  "dossierReview.assign": { may: reviewers, foreign: allOfHeza },
  "dossierReview.label": { may: reviewers, foreign: allOfHeza },
  "dossierReview.open": onDossier(),
  "dossierReview.close": onDossier(),
  "dossierReview.seen": onDossier(),
  "dossierReview.markPaper": {
    may: reviewers,
    foreign: "papers of dossiers that were handed in: no row is somebody else's",
  },
  "dossierReview.noteCorrection": onDossier({ kind: "WRONG", message: "Sai ngày sinh" }),
  "dossierReview.dropCorrection": { may: reviewers, foreign: allOfHeza },
  "dossierReview.sendCorrections": onDossier(),
  "dossierReview.settleCorrection": { may: reviewers, foreign: allOfHeza },
  "dossierReview.message": onDossier({ body: "Chào", internal: true }),
  "dossierReview.decide": { may: reviewers, foreign: allOfHeza },
  "dossierReview.grantChange": onChange({ after: 0 }),
  "dossierReview.refuseChange": onChange({ note: "Thử quyền" }),
  "opinions.ask": onDossier({ unit: "SUPERVISION", question: "Còn hoạt động không?", dueOn: "2099-01-01" }),
  "opinions.give": {
    may: opinionGivers,
    foreign: {
      as: "supervision",
      own: (world) => anOpinion(world, "SUPERVISION"),
      other: (world) => anOpinion(world, "INVESTMENT"),
    },
  },
  "opinions.remind": { may: ["system"], foreign: "reminds by day alone" },
  "approvals.gather": { may: ["labourOfficer"], foreign: "makes a row; what it takes is reported one by one" },
  "approvals.add": onList(["labourOfficer"], "labourOfficer", { dossiers: [nowhere] }),
  "approvals.takeOut": { may: ["labourOfficer"], foreign: allOfHeza },
  "approvals.dissolve": onList(["labourOfficer"], "labourOfficer"),
  "approvals.propose": onList(["labourOfficer"], "labourOfficer"),
  "approvals.check": onList(reviewers, "labourHead"),
  "approvals.returnToOfficer": onList(reviewers, "labourHead", { reason }),
  "approvals.approve": onList(delegators, "leader"),
  "approvals.returnToHead": onList(delegators, "leader", { reason }),
  "approvals.numberDecision": {
    may: [...reviewers, "office"],
    foreign: {
      as: "office",
      own: async () => ({ ...(await aList()), ...order, of: "list" }),
      other: () => ({ ...order, id: nowhere, version: 1, of: "dossier" }),
    },
  },
  "delegations.give": { may: delegators, foreign: "makes a row in the actor's own name" },
  "delegations.revoke": {
    may: delegators,
    foreign: {
      as: "labourHead",
      own: (world) => aDelegation(world, "labourHead"),
      other: (world) => aDelegation(world, "leader"),
    },
  },
};

export const approvalPages: Record<string, PageRow> = {
  "/staff/dossiers": { sees: dossierReaders },
  // The sample's first one that was handed in; nobody's opinion was asked on it.
  "/staff/dossiers/[id]": { sees: dossierReaders, path: "/staff/dossiers/2" },
  "/staff/opinions": { sees: opinionGivers },
  "/staff/approvals": { sees: dossierReaders },
  "/staff/approvals/[id]": { sees: dossierReaders, path: "/staff/approvals/1" },
  "/staff/approvals/delegations": { sees: dossierReaders },
};
