import { createHash, randomUUID } from "node:crypto";
import { env } from "@/lib/config/env";
import { ok, refuse } from "@/lib/core/result";
import { command } from "@/lib/db/command";
import { guardTable } from "@/lib/documents/table-guard";
import { Unreadable } from "@/lib/documents/unreadable";
import { userIdOf } from "@/lib/identity/actor";
import { permissions } from "@/lib/identity/permissions";
import { seal } from "@/lib/identity/sealed";
import { secretsKey } from "@/lib/identity/second-factor";
import { takenAnswer } from "./answer-schema";

/** Outbox topic: the worker reads the payer's file. */
export const answersTopic = "payments.answers";

/** Binds a sealed file to its row. */
export const payerFilePurpose = (ref: string): string => `payer file ${ref}`;

/**
 * Takes a file with the payer's answers; the worker reads it. The same bytes again are the same file: its id is answered,
 * and nothing is done twice. Refuses `table_unreadable` (params reason).
 */
export const takeAnswers = command({
  name: "payments.takeAnswers",
  input: takenAnswer,
  may: permissions.preparePayments,
  run: async ({ tx, actor, now, input, about, later }) => {
    const bytes = Buffer.from(input.payerFile.content, "base64");
    try {
      await guardTable(bytes);
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      return refuse("table_unreadable", { params: { reason: error.code, ...error.params } });
    }
    const hash = createHash("sha256").update(bytes).digest("base64url");
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`payer file ${hash}`}, 0))`;
    const known = await tx.payerFile.findUnique({ where: { hash }, select: { id: true } });
    if (known) {
      about({ type: "payerFile", id: known.id }, { again: true });
      return ok({ id: known.id, again: true });
    }
    const ref = randomUUID();
    const sealed = seal(bytes.toString("base64"), secretsKey(env()), payerFilePurpose(ref));
    const { id } = await tx.payerFile.create({
      data: { hash, ref, sealed, name: input.payerFile.name, takenById: userIdOf(actor), takenAt: now },
      select: { id: true },
    });
    about({ type: "payerFile", id }, { hash, size: bytes.length });
    await later(answersTopic, { fileId: id });
    return ok({ id, again: false });
  },
});
