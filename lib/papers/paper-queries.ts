import { dateToDay } from "@/lib/core/day";
import { db } from "@/lib/db/client";
import { type BatchSummary, batchById } from "@/lib/vacancies/batch-queries";
import { wholeBatch } from "@/lib/vacancies/line-queries";
import type { BatchPaper, LetterNumber } from "./paper";

/** What the letter of a batch is filled into; null: the one that the portal brings along. */
export type LetterTemplate = Uint8Array | null;

/**
 * The letter's number and the template that belongs to it: the version with which it was numbered, so that a numbered
 * letter never changes; without a number the version in force.
 */
async function letterOf(batchId: number): Promise<{ letter: LetterNumber | null; template: LetterTemplate }> {
  const document = await db().registeredDocument.findFirst({
    where: { batchId, kind: "OFFICIAL_LETTER", cancelledAt: null },
    select: {
      no: true,
      issuedOn: true,
      signerTitle: true,
      signerName: true,
      register: { select: { symbol: true } },
      template: { select: { file: { select: { content: true } } } },
    },
  });
  if (document) {
    const { no, issuedOn, signerTitle, signerName, register, template } = document;
    return {
      letter: { no, symbol: register.symbol, issuedOn: dateToDay(issuedOn), signerTitle, signerName },
      template: template?.file.content ?? null,
    };
  }
  const inForce = await db().paperTemplate.findFirst({
    where: { kind: "LETTER", inForce: true },
    select: { file: { select: { content: true } } },
  });
  return { letter: null, template: inForce?.file.content ?? null };
}

/**
 * What the papers of a batch are made of, published or not. `portal`: address of the portal. The caller has shown that the
 * reader may see the batch.
 */
export async function paperOf(
  batch: BatchSummary,
  now: Date,
  portal: string,
): Promise<{ paper: BatchPaper; template: LetterTemplate }> {
  const [{ lines, totals }, { letter, template }] = await Promise.all([wholeBatch(batch, now), letterOf(batch.id)]);
  const { year, no, month, asOf } = batch;
  return {
    paper: {
      batch: { year, no, month, asOf },
      lines,
      totals,
      draft: batch.publishedAt === null,
      letter,
      portal: portal.replace(/\/+$/, ""),
    },
    template,
  };
}

/** The same by id; null when there is no such batch, or it was withdrawn before it came out. */
export async function paperOfId(id: number, now: Date, portal: string) {
  const batch = await batchById(id);
  if (!batch || (batch.status === "WITHDRAWN" && !batch.publishedAt)) return null;
  return paperOf(batch, now, portal);
}
