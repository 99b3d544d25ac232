import type { z } from "zod";
import { dayOf, dayToDate, formatDay } from "@/lib/core/day";
import { ok, type Refusal, refuse, type Success } from "@/lib/core/result";
import type { Prisma, Tx } from "@/lib/db/client";
import { type Context, command } from "@/lib/db/command";
import { bytesOf, namedAs, proofType } from "@/lib/documents/proof";
import { href } from "@/lib/i18n/paths";
import { permissions } from "@/lib/identity/permissions";
import { correctedSending, newSending, withdrawnSending } from "./dissemination-schema";

type Given = Pick<z.output<typeof newSending>, "channel" | "sentOn" | "receiver" | "link" | "documentId" | "file">;

/** Checks a sending against its batch; keeps its file. Answers the columns, or why not. */
async function columnsOf(
  { tx, actor, now }: Pick<Context<unknown>, "tx" | "actor" | "now">,
  batchId: number,
  given: Given,
): Promise<Refusal | Success<Prisma.DisseminationUncheckedCreateInput>> {
  const batch = await tx.vacancyBatch.findUnique({ where: { id: batchId }, select: { publishedAt: true } });
  if (!batch) return refuse("not_found");
  if (!batch.publishedAt) return refuse("not_published");
  if (given.sentOn > dayOf(now)) return refuse("future_day", { fields: [{ path: ["sentOn"], code: "futureDay" }] });
  const first = dayOf(batch.publishedAt);
  if (given.sentOn < first) {
    const params = { day: formatDay(first) };
    return refuse("before_publication", { params, fields: [{ path: ["sentOn"], code: "beforePublication", params }] });
  }
  if (given.documentId !== null) {
    const document = await tx.registeredDocument.findFirst({ where: { id: given.documentId, batchId } });
    if (!document) return refuse("not_found");
  }
  let fileId: number | null = null;
  if (given.file) {
    const content = bytesOf(given.file);
    const kind = proofType(content);
    if (!kind) return refuse("not_a_proof", { fields: [{ path: ["file"], code: "notAProof" }] });
    const name = namedAs(given.file.name, kind.extension);
    const stored = await tx.storedFile.create({
      data: { name, contentType: kind.type, size: content.length, content, createdAt: now },
    });
    fileId = stored.id;
  }
  const { channel, sentOn, receiver, link, documentId } = given;
  return ok({
    batchId,
    channel,
    sentOn: dayToDate(sentOn),
    receiver,
    link,
    documentId,
    fileId,
    recordedById: actor.kind === "person" ? actor.userId : null,
    recordedAt: now,
  });
}

/**
 * Records that a published batch went out on a channel. Refusals: `not_published`, `before_publication` (params day),
 * `future_day`, `not_a_proof` (a file that is neither PDF nor picture).
 */
export const recordSending = command({
  name: "dissemination.record",
  input: newSending,
  may: permissions.recordSendings,
  run: async (context) => {
    const { tx, input, about } = context;
    about({ type: "batch", id: input.batchId }, { channel: input.channel });
    const columns = await columnsOf(context, input.batchId, input);
    if (!columns.ok) return columns;
    const { id } = await tx.dissemination.create({ data: columns.value });
    return ok({ id });
  },
});

/** Ends a sending: withdrawn, or replaced by a correction. Refuses `changed_meanwhile` when it had ended already. */
async function end(context: Context<{ id: number; reason: string }>): Promise<Refusal | null> {
  const { tx, actor, input, now } = context;
  const { count } = await tx.dissemination.updateMany({
    where: { id: input.id, withdrawnAt: null },
    data: {
      withdrawnAt: now,
      withdrawReason: input.reason,
      withdrawnById: actor.kind === "person" ? actor.userId : null,
    },
  });
  return count === 1 ? null : refuse("changed_meanwhile");
}

/** Corrects a sending: a new entry takes its place, the old one stays readable with the reason. Refusals as for `record`. */
export const correctSending = command({
  name: "dissemination.correct",
  input: correctedSending,
  may: permissions.recordSendings,
  run: async (context) => {
    const { tx, input, about } = context;
    const old = await tx.dissemination.findUnique({ where: { id: input.id } });
    if (!old) return refuse("not_found");
    about({ type: "batch", id: old.batchId }, { corrected: old.id });
    const refused = await end(context);
    if (refused) return refused;
    const columns = await columnsOf(context, old.batchId, input);
    if (!columns.ok) return columns;
    const fileId = columns.value.fileId ?? (input.keepsFile ? old.fileId : null);
    const { id } = await tx.dissemination.create({ data: { ...columns.value, fileId, correctsId: old.id } });
    return ok({ id });
  },
});

/** Withdraws a sending that did not happen. It stays readable with the reason and counts nowhere. */
export const withdrawSending = command({
  name: "dissemination.withdraw",
  input: withdrawnSending,
  may: permissions.recordSendings,
  run: async (context) => {
    const { tx, input, about } = context;
    const old = await tx.dissemination.findUnique({ where: { id: input.id } });
    if (!old) return refuse("not_found");
    about({ type: "batch", id: old.batchId }, { withdrawn: old.id });
    return (await end(context)) ?? ok({ id: old.id });
  },
});

/** The portal's own entry, written by the publication itself into its transaction. */
export async function recordOnPortal(
  tx: Tx,
  batch: { id: number; year: number; no: number },
  publishedById: number | null,
  now: Date,
): Promise<void> {
  await tx.dissemination.create({
    data: {
      batchId: batch.id,
      channel: "PORTAL",
      sentOn: dayToDate(dayOf(now)),
      link: href("vi", "batches", batch.year, batch.no),
      automatic: true,
      recordedById: publishedById,
      recordedAt: now,
    },
  });
}
