import { db } from "@/lib/db/client";
import { createDraft } from "../../factories/dossiers";
import { createBeneficiary } from "../../factories/reviewed-dossiers";
import type { ActorName, World } from "./actors";
import { enterprise, school } from "./actors";
import type { CommandRow, PageRow } from "./table";

const readers = ["office", "leader", "labourHead"] as const;
const controllers = ["office", "supervision"] as const;
const checkers = ["office", "labourHead"] as const;
const givers: readonly ActorName[] = [...enterprise, ...school, "office"];
const nowhere = 2_000_000_000;
const allOfHeza = "these staff pay for the whole Authority: no row is somebody else's";
const words = { holderName: "Thử Quyền", bankName: "Ngân hàng Thử", bankBranch: null };

let numbers = 9_000_000_000;
const ownAccount = (organisationId: number) => ({
  payee: { kind: "ORGANISATION", organisationId },
  ...{ ...words, accountNumber: String(++numbers) },
});

const aBatch = async ({ actors }: World) => {
  const policy = await db().supportPolicy.upsert({
    where: { code: "thu-quyen-chi" },
    create: {
      ...{ code: "thu-quyen-chi", nameVi: "Thử quyền", nameEn: "Try", citation: "thử" },
      ...{ validFrom: new Date("2026-01-01"), validTo: new Date("2026-12-31") },
    },
    update: {},
  });
  const { id } = await db().paymentBatch.create({
    data: { policyId: policy.id, title: "Thử quyền", createdById: actors.office.userId, createdAt: new Date() },
  });
  return { id, version: 1, seen: { lines: 0, amount: 0 } };
};
const onBatch = (may: readonly ActorName[], as: "office" | "leader", more: object = {}): CommandRow => ({
  may,
  foreign: {
    as,
    own: async (world) => ({ ...(await aBatch(world)), ...more }),
    other: () => ({ id: nowhere, version: 1, seen: { lines: 0, amount: 0 }, ...more }),
  },
});

/** A case of an organisation that waits for its answer. */
const aCase = async (organisationId: number, proposedById: number) => {
  const { id: dossierId, policyId } = await createDraft(organisationId);
  const { id: beneficiaryId } = await createBeneficiary();
  const round = await db().controlRound.create({
    data: {
      ...{ policyId, year: 2026, method: "RANDOM", size: 1, seed: "thu-quyen", population: 1, populationHash: "thử" },
      ...{ answerDays: 5, basis: "Thử quyền", proposedById, proposedAt: new Date() },
      cases: {
        create: [
          {
            ...{ rank: 1, dossierId, position: 1, beneficiaryId, fullName: "Thử Quyền", paid: 1 },
            ...{ state: "ASKED" as const, dueOn: new Date("2099-01-01"), askedAt: new Date() },
          },
        ],
      },
    },
    include: { cases: true },
  });
  return { id: round.cases[0]?.id, version: 1, answer: "Thử quyền", files: [] };
};

export const paymentCommands: Record<string, CommandRow> = {
  "payees.enter": {
    may: givers,
    foreign: {
      as: "enterpriseMember",
      own: ({ enterpriseId }) => ownAccount(enterpriseId),
      other: ({ otherEnterpriseId }) => ownAccount(otherEnterpriseId),
    },
  },
  "payees.import": { may: givers, foreign: "each row is looked for in the actor's own dossiers" },
  "payees.confirm": { may: checkers, foreign: allOfHeza },
  "payees.reject": { may: checkers, foreign: allOfHeza },
  "payments.sayTerms": { may: ["office"], foreign: allOfHeza },
  "payments.gather": { may: ["office"], foreign: "makes a row of what is payable" },
  "payments.drop": { may: ["office"], foreign: allOfHeza },
  "payments.dissolve": onBatch(["office"], "office"),
  "payments.propose": onBatch(["office"], "office"),
  "payments.check": onBatch(checkers, "office"),
  "payments.returnProposed": onBatch(checkers, "office", { reason: "Thử quyền trả lại" }),
  "payments.returnChecked": onBatch(["leader"], "leader", { reason: "Thử quyền trả lại" }),
  "payments.send": onBatch(["leader"], "leader", { document: "Thử quyền" }),
  "payments.takeAnswers": { may: ["office"], foreign: allOfHeza },
  "payments.settle": { may: ["office"], foreign: allOfHeza },
  "controls.propose": { may: controllers, foreign: allOfHeza },
  "controls.decide": { may: ["leader"], foreign: allOfHeza },
  "controls.judge": { may: controllers, foreign: allOfHeza },
  "controls.decideCase": { may: ["leader"], foreign: allOfHeza },
  "controls.recordReturn": { may: ["office"], foreign: allOfHeza },
  "controls.answer": {
    may: [...enterprise, ...school],
    foreign: {
      as: "enterpriseMember",
      own: ({ enterpriseId, actors }) => aCase(enterpriseId, actors.office.userId),
      other: ({ otherEnterpriseId, actors }) => aCase(otherEnterpriseId, actors.office.userId),
    },
  },
  "payments.bankFile": { may: ["office"], foreign: allOfHeza },
};

export const paymentPages: Record<string, PageRow> = {
  "/staff/payments": { sees: readers },
  "/staff/payments/[id]": { sees: readers, path: "/staff/payments/1" },
  "/staff/payments/answers": { sees: readers },
  "/staff/payees": { sees: readers },
  "/staff/controls": { sees: [...readers, "supervision"] },
  "/staff/controls/[id]": { sees: [...readers, "supervision"], path: "/staff/controls/1" },
  "/enterprise/controls": { sees: enterprise },
  "/school/controls": { sees: school },
  "/enterprise/payee-account": { sees: enterprise },
  "/school/payee-account": { sees: school },
};
