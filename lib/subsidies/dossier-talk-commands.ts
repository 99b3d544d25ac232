import { ok, refuse } from "@/lib/core/result";
import { command } from "@/lib/db/command";
import { userIdOf } from "@/lib/identity/actor";
import { permissions } from "@/lib/identity/permissions";
import { editedDossier } from "./dossier-edit-commands";
import { answeredCorrection, dossierMessage } from "./dossier-schema";
import { ownDossiers } from "./dossier-scope-queries";

/** A message of the applicant to the Authority. A draft has nobody who would read it. */
export const writeMessage = command({
  name: "dossiers.writeMessage",
  input: dossierMessage,
  may: permissions.writeDossiers,
  run: async ({ tx, actor, now, input, about }) => {
    const { id, body } = input;
    const row = await tx.subsidyDossier.findFirst({
      where: { AND: [{ id }, ownDossiers(actor)] },
      select: { currentNo: true },
    });
    if (!row) return refuse("not_found");
    about({ type: "dossier", id });
    if (row.currentNo === 0) return refuse("not_allowed_now");
    const made = await tx.dossierMessage.create({
      data: { dossierId: id, internal: false, body, byUserId: userIdOf(actor), at: now },
      select: { id: true },
    });
    return ok(made);
  },
});

/** What the applicant says to a correction; it goes to the officer with the next version. */
export const answerCorrection = command({
  name: "dossiers.answerCorrection",
  input: answeredCorrection,
  may: permissions.writeDossiers,
  run: async (context) => {
    const { tx, input } = context;
    const held = await editedDossier(context, input.id);
    if (!held.ok) return held;
    const { count } = await tx.dossierCorrection.updateMany({
      where: { id: input.correctionId, dossierId: input.id, state: "OPEN", sentAt: { not: null } },
      data: { answer: input.answer, version: { increment: 1 } },
    });
    return count === 1 ? ok({ id: input.correctionId }) : refuse("not_found");
  },
});
