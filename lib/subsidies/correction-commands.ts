import { ok, refuse } from "@/lib/core/result";
import type { Tx } from "@/lib/db/client";
import { command } from "@/lib/db/command";
import { userIdOf } from "@/lib/identity/actor";
import { permissions } from "@/lib/identity/permissions";
import { heldDossier, moveDossier } from "./dossier-held-commands";
import { tellApplicants } from "./dossier-mail-commands";
import type { Finding } from "./findings";
import { judgedAsHandedIn } from "./handed-in-queries";
import { reviewedRow, reviewingParty } from "./review-commands";
import { markedPaper, notedCorrection, oneCorrection, reviewMessage, sentCorrections } from "./review-schema";

const mostWaiting = 500;
const tooMany = async (tx: Tx, dossierId: number) =>
  (await tx.dossierCorrection.count({ where: { dossierId, sentAt: null } })) >= mostWaiting;

/** Notes what the applicant has to mend, at a field, a person, a paper. It is not sent yet: the officer gathers them. */
export const noteCorrection = command({
  name: "dossierReview.noteCorrection",
  input: notedCorrection,
  may: permissions.reviewDossiers,
  run: async (context) => {
    const { tx, actor, now, input } = context;
    const { id, ...said } = input;
    const held = await reviewedRow(context, id);
    if (!held.ok) return held;
    if (held.row.state !== "IN_REVIEW") return refuse("not_allowed_now");
    if (said.position !== null) {
      const place = { dossierId_position: { dossierId: id, position: said.position } };
      if (!(await tx.dossierPerson.findUnique({ where: place, select: { id: true } })))
        return refuse("invalid_input", { fields: [{ path: ["position"], code: "choice" }] });
    }
    if (await tooMany(tx, id)) return refuse("too_many", { params: { most: mostWaiting } });
    const made = await tx.dossierCorrection.create({
      data: { ...said, dossierId: id, versionNo: held.row.currentNo, byUserId: userIdOf(actor), createdAt: now },
      select: { id: true },
    });
    return ok(made);
  },
});

const ofPapers: readonly string[] = ["paper_missing", "paper_illegible"] satisfies Finding["code"][];

/** Finds anew what stands about a person's papers; whatever else is found stays as it was handed in. */
async function findPapersAgain(tx: Tx, dossierId: number, no: number, personId: number) {
  const judged = await judgedAsHandedIn(tx, dossierId, no, [personId]);
  const { findings } = await tx.dossierPerson.findUniqueOrThrow({
    where: { id: personId },
    select: { findings: true },
  });
  const rest = (findings as Finding[]).filter(({ code }) => !ofPapers.includes(code));
  const anew = judged.get(personId)?.findings.filter(({ code }) => ofPapers.includes(code)) ?? [];
  await tx.dossierPerson.update({ where: { id: personId }, data: { findings: [...anew, ...rest] } });
}

/**
 * Says that a paper cannot be read: it counts as missing until another one comes, and what the applicant is told of it is
 * noted at the paper, to be sent with the rest. Or that it can be read after all: what was noted and not sent goes again.
 */
export const markPaper = command({
  name: "dossierReview.markPaper",
  input: markedPaper,
  may: permissions.reviewDossiers,
  run: async (context) => {
    const { tx, actor, now, input } = context;
    const { id, paperId, illegible } = input;
    const held = await reviewedRow(context, id);
    if (!held.ok) return held;
    if (held.row.state !== "IN_REVIEW") return refuse("not_allowed_now");
    const paper = await tx.dossierPaper.findFirst({
      where: { id: paperId, dossierId: id, removedAt: null },
      select: { code: true, personId: true, person: { select: { position: true } } },
    });
    if (!paper) return refuse("not_found");
    const { count } = await tx.dossierPaper.updateMany({
      where: { id: paperId, illegible: !illegible },
      data: { illegible },
    });
    if (count === 0) return ok({ id: paperId });
    if (illegible) {
      if (await tooMany(tx, id)) return refuse("too_many", { params: { most: mostWaiting } });
      await tx.dossierCorrection.create({
        data: {
          ...{ dossierId: id, versionNo: held.row.currentNo, kind: "WRONG", message: input.message },
          ...{ position: paper.person?.position ?? null, paperCode: paper.code, paperId },
          ...{ byUserId: userIdOf(actor), createdAt: now },
        },
      });
    } else await tx.dossierCorrection.deleteMany({ where: { paperId, sentAt: null } });
    if (paper.personId !== null) await findPapersAgain(tx, id, held.row.currentNo, paper.personId);
    return ok({ id: paperId });
  },
});

/** Takes a correction back that was not sent. */
export const dropCorrection = command({
  name: "dossierReview.dropCorrection",
  input: oneCorrection,
  may: permissions.reviewDossiers,
  run: async (context) => {
    const { id, correctionId } = context.input;
    const held = await reviewedRow(context, id);
    if (!held.ok) return held;
    const { count } = await context.tx.dossierCorrection.deleteMany({
      where: { id: correctionId, dossierId: id, sentAt: null },
    });
    return count === 1 ? ok({ id: correctionId }) : refuse("not_found");
  },
});

/**
 * Sends all that was gathered in one act: the dossier goes back to the applicant, the Authority's clock stands still, the
 * applicant gets a letter. Refuses `nothing_to_ask` when nothing was noted.
 */
export const sendCorrections = command({
  name: "dossierReview.sendCorrections",
  input: sentCorrections,
  may: permissions.reviewDossiers,
  run: async (context) => {
    const { tx, actor, now, input } = context;
    const held = await heldDossier(context, input, reviewingParty(actor), "ask");
    if (!held.ok) return held;
    const waiting = await tx.dossierCorrection.findMany({
      where: { dossierId: input.id, sentAt: null },
      orderBy: { id: "asc" },
      select: { id: true, message: true },
    });
    if (waiting.length === 0) return refuse("nothing_to_ask");
    await tx.dossierCorrection.updateMany({
      where: { id: { in: waiting.map(({ id }) => id) } },
      data: { sentAt: now, version: { increment: 1 } },
    });
    const said = [input.note, ...waiting.slice(0, 30).map(({ message }) => `- ${message}`)].filter(Boolean).join("\n");
    // What goes back to the applicant leaves the list that it was gathered into.
    const moved = await moveDossier(
      context,
      held.row,
      "ask",
      { approvalListId: null, editingById: null, editingUntil: null },
      { reason: input.note || waiting[0]?.message },
    );
    if (!moved.ok) return moved;
    await tellApplicants(context, [input.id], "dossierCorrections", `ask:${moved.value.version}`, said);
    return ok({ ...moved.value, sent: waiting.length });
  },
});

/** A correction that the next version answers is settled. */
export const settleCorrection = command({
  name: "dossierReview.settleCorrection",
  input: oneCorrection,
  may: permissions.reviewDossiers,
  run: async (context) => {
    const { id, correctionId } = context.input;
    const held = await reviewedRow(context, id);
    if (!held.ok) return held;
    const { count } = await context.tx.dossierCorrection.updateMany({
      where: { id: correctionId, dossierId: id, state: "ANSWERED" },
      data: { state: "SETTLED", settledAt: context.now, version: { increment: 1 } },
    });
    return count === 1 ? ok({ id: correctionId }) : refuse("not_found");
  },
});

/** A message to the applicant, who gets a letter, or a note that stays in the house. */
export const writeReviewMessage = command({
  name: "dossierReview.message",
  input: reviewMessage,
  may: permissions.reviewDossiers,
  run: async (context) => {
    const { tx, actor, now, input } = context;
    const held = await reviewedRow(context, input.id);
    if (!held.ok) return held;
    const { id, body, internal } = input;
    const made = await tx.dossierMessage.create({
      data: { dossierId: id, body, internal, byUserId: userIdOf(actor), at: now },
      select: { id: true },
    });
    if (!internal) await tellApplicants(context, [id], "dossierMessage", `message:${made.id}`, body);
    return ok(made);
  },
});
