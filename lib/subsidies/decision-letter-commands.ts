import { dayOf, formatDay } from "@/lib/core/day";
import { type Refusal, refuse } from "@/lib/core/result";
import { type Context, command } from "@/lib/db/command";
import { permissions } from "@/lib/identity/permissions";
import { giveNumber } from "@/lib/papers/document-commands";
import { writtenNumber } from "@/lib/papers/document-schema";
import { heldList } from "./approval-held-commands";
import { numberedDecision } from "./approval-schema";
import { decisionSubject } from "./decision-letter";
import { readableDossiers } from "./dossier-scope-queries";

/** What a decision is about, its row locked: when it was approved (null: not yet), its number so far, its words. */
type Held = {
  ok: true;
  approvedAt: Date | null;
  documentId: number | null;
  subject: string;
  recipients: string;
};
type Seen = { id: number; version: number };

async function heldListDecision(context: Context<unknown>, seen: Seen): Promise<Held | Refusal> {
  const held = await heldList(context, seen);
  if (!held.ok) return held;
  const { state, approvedAt, documentId, title } = held.row;
  const dossiers = await context.tx.subsidyDossier.findMany({
    where: { approvalListId: seen.id },
    distinct: ["organisationId"],
    orderBy: { organisationId: "asc" },
    select: { organisation: { select: { nameVi: true } } },
  });
  return {
    ...{ ok: true, documentId, subject: decisionSubject.list(title) },
    approvedAt: state === "APPROVED" ? approvedAt : null,
    recipients: dossiers.map(({ organisation }) => organisation.nameVi).join("; "),
  };
}

async function heldDossierDecision({ tx, actor, about }: Context<unknown>, seen: Seen): Promise<Held | Refusal> {
  await tx.$executeRaw`select 1 from "SubsidyDossier" where id = ${seen.id} for update`;
  const row = await tx.subsidyDossier.findFirst({
    where: { AND: [{ id: seen.id }, readableDossiers(actor)] },
    include: { organisation: { select: { nameVi: true } } },
  });
  if (!row) return refuse("not_found");
  about({ type: "dossier", id: row.id });
  if (row.version !== seen.version) return refuse("changed_meanwhile");
  const granted = row.state === "APPROVED";
  const recipients = row.organisation.nameVi;
  return {
    ...{ ok: true, documentId: row.documentId, recipients },
    approvedAt: granted || row.state === "REFUSED" ? row.decidedAt : null,
    subject: decisionSubject.dossier({ code: row.code ?? String(row.id), organisation: recipients, granted }),
  };
}

/**
 * Gives the decision on an approved list, or on one dossier of it, its number; once, until that number is cancelled in the
 * register. Refusals: `not_approved`, `already_numbered` (params number), `before_approval` (params day), and those of
 * `giveNumber`.
 */
export const numberDecision = command({
  name: "approvals.numberDecision",
  input: numberedDecision,
  may: permissions.numberDocuments,
  run: async (context) => {
    const { tx, actor, input, now, about } = context;
    const { of, id, version, ...order } = input;
    const held = await (of === "list" ? heldListDecision : heldDossierDecision)(context, { id, version });
    if (!held.ok) return held;
    const { approvedAt, documentId, subject, recipients } = held;
    if (!approvedAt) return refuse("not_approved");
    const before =
      documentId === null
        ? null
        : await tx.registeredDocument.findUnique({ where: { id: documentId }, include: { register: true } });
    if (before && before.cancelledAt === null)
      return refuse("already_numbered", {
        params: { number: writtenNumber({ no: before.no, symbol: before.register.symbol }) },
      });
    const approvedOn = dayOf(approvedAt);
    if (order.issuedOn < approvedOn) {
      const params = { day: formatDay(approvedOn) };
      return refuse("before_approval", { params, fields: [{ path: ["issuedOn"], code: "beforeApproval", params }] });
    }
    const given = await giveNumber(
      tx,
      {
        ...order,
        ...{ kind: "DECISION", subject, recipients: recipients.slice(0, 500), batchId: null, templateId: null },
      },
      actor,
      now,
    );
    if (!given.ok) return given;
    const data = { documentId: given.value.id, version: { increment: 1 } };
    if (of === "list") await tx.approvalList.update({ where: { id }, data });
    else await tx.subsidyDossier.update({ where: { id }, data });
    about({ type: of === "list" ? "approvalList" : "dossier", id }, { number: given.value.number });
    return given;
  },
});
