import { type Day, dateToDay, dayOf } from "@/lib/core/day";
import { db } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import type { Actor } from "@/lib/identity/actor";
import { permissions } from "@/lib/identity/permissions";
import { writtenNumber } from "@/lib/papers/document-schema";
import type { SupportLine } from "./amounts";
import { type DecisionLetter, decisionSubject, type LetterPerson } from "./decision-letter";
import { ownDossiers, readableDossiers } from "./dossier-scope-queries";
import { policyDefinition } from "./policy";

const withRegister = { include: { register: true } } as const;
type Numbered = Prisma.RegisteredDocumentGetPayload<typeof withRegister> | null;

/** A number that counts; one that was cancelled is none. */
const counting = (document: Numbered) =>
  document && document.cancelledAt === null
    ? {
        number: writtenNumber({ no: document.no, symbol: document.register.symbol }),
        ...{ issuedOn: dateToDay(document.issuedOn), givenAt: document.givenAt },
        ...{ subject: document.subject, signerTitle: document.signerTitle, signerName: document.signerName },
      }
    : null;

/** What was decided for the persons of some dossiers, with the dossiers and all that their amounts rest on. */
async function decidedIn(where: Prisma.SubsidyDossierWhereInput, approvedAt: Date) {
  const dossiers = await db().subsidyDossier.findMany({
    where: { AND: [where, { granted: { some: {} } }] },
    orderBy: { code: "asc" },
    select: {
      ...{ id: true, code: true, groupCode: true, policyVersionId: true },
      organisation: { select: { nameVi: true } },
      granted: {
        orderBy: { position: "asc" },
        omit: { beneficiaryId: true, position: true },
      },
    },
  });
  const ids = [...new Set(dossiers.map(({ policyVersionId }) => policyVersionId))];
  const [versions, releases] = await Promise.all([
    db().supportPolicyVersion.findMany({ where: { id: { in: ids } }, select: { id: true, definition: true } }),
    // Those that stood when the list was approved, whatever became of them since.
    db().rateRelease.findMany({
      where: {
        policyVersionId: { in: ids },
        releasedAt: { lte: approvedAt },
        OR: [{ revokedAt: null }, { revokedAt: { gt: approvedAt } }],
      },
      orderBy: { id: "asc" },
    }),
  ]);
  return {
    policies: new Map(versions.map(({ id, definition }) => [id, policyDefinition.parse(definition)])),
    releases: releases.map(({ policyVersionId, rateCode, releasedAt }) => ({
      ...{ policyVersionId, rateCode, releasedOn: dayOf(releasedAt) },
    })),
    dossiers: dossiers.map(({ organisation, granted: _, ...dossier }) => ({
      ...dossier,
      code: dossier.code ?? String(dossier.id),
      organisation: organisation.nameVi,
    })),
    persons: dossiers.flatMap(({ granted }) =>
      granted.map(
        (person): LetterPerson => ({
          ...person,
          birthDate: dateToDay(person.birthDate),
          // Only whoever was decided on is written down.
          decision: person.decision === "ACCEPTED" ? "ACCEPTED" : "REFUSED",
          // Written by the rules alone.
          lines: person.lines as SupportLine[],
          amount: Number(person.amount),
        }),
      ),
    ),
  };
}

const unnumbered = { number: null, issuedOn: null as Day | null, signerTitle: null, signerName: null };

/** The decision on a list that was approved, for staff who read approvals; a draft until it has its number. */
async function listDecision(actor: Actor, id: number): Promise<DecisionLetter | null> {
  if (!permissions.readApprovals(actor)) return null;
  const list = await db().approvalList.findFirst({
    where: { id, state: "APPROVED" },
    include: { document: withRegister },
  });
  if (!list?.approvedAt) return null;
  return {
    ...{ of: "list", after: null, subject: decisionSubject.list(list.title), ...unnumbered },
    ...counting(list.document),
    ...(await decidedIn({ approvalListId: id }, list.approvedAt)),
  };
}

/**
 * The decision on one dossier: for staff who read approvals as soon as it is approved, for its own applicant once it has
 * its number.
 */
async function dossierDecision(actor: Actor, id: number): Promise<DecisionLetter | null> {
  const own: Prisma.SubsidyDossierWhereInput = {
    AND: [ownDossiers(actor), { document: { is: { cancelledAt: null } } }],
  };
  const dossier = await db().subsidyDossier.findFirst({
    where: {
      AND: [
        { id, granted: { some: {} } },
        permissions.readApprovals(actor) ? { OR: [own, readableDossiers(actor)] } : own,
      ],
    },
    select: {
      ...{ code: true, state: true, decidedAt: true },
      organisation: { select: { nameVi: true } },
      document: withRegister,
      approvalList: { select: { approvedAt: true, document: withRegister } },
    },
  });
  const approvedAt = dossier?.approvalList?.approvedAt ?? dossier?.decidedAt;
  if (!dossier || !approvedAt) return null;
  const first = counting(dossier.approvalList?.document ?? null);
  const subject = decisionSubject.dossier({
    code: dossier.code ?? String(id),
    organisation: dossier.organisation.nameVi,
    granted: dossier.state === "APPROVED",
  });
  const numbered = counting(dossier.document);
  return {
    ...{ of: "dossier", subject, ...unnumbered },
    ...numbered,
    // What was numbered later than this one is none that it could rest on.
    after: first && (!numbered || first.givenAt <= numbered.givenAt) ? first : null,
    ...(await decidedIn({ id }, approvedAt)),
  };
}

/** What the decision of a list or a dossier says; null where there is none, or it is none of the actor's. */
export const decisionLetter = (actor: Actor, of: DecisionLetter["of"], id: number): Promise<DecisionLetter | null> =>
  of === "list" ? listDecision(actor, id) : dossierDecision(actor, id);
