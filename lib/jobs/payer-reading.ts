import { env } from "@/lib/config/env";
import { db } from "@/lib/db/client";
import { system } from "@/lib/identity/actor";
import { unsealWithAny } from "@/lib/identity/sealed";
import { knownSecretsKeys } from "@/lib/identity/second-factor";
import type { ImportRecord } from "@/lib/imports/records";
import { type AnswerRow, applyAnswers } from "@/lib/payments/answer-apply-commands";
import { payerFilePurpose } from "@/lib/payments/answer-commands";
import { payerSheet, type Verdict } from "@/lib/payments/payer-sheet";
import { tableRows } from "@/lib/payments/table-rows";
import { exclusively } from "./lock";

/** Rows applied at a time, in one transaction. */
const usualLot = 200;
/** Rows of one file; a payer with more sends several. */
const mostRows = 50_000;

function rowOf({ row, values }: ImportRecord): AnswerRow {
  const text = (key: string) => {
    const value = values[key];
    return typeof value === "string" && value.trim() !== "" ? value.trim() : null;
  };
  return {
    ...{ row, ref: (text("ref") ?? "").toUpperCase(), verdict: (values.status as Verdict | undefined) ?? null },
    amount: typeof values.amount === "number" ? values.amount : null,
    ...{ payeeName: text("payeeName"), account: text("account"), reason: text("reason"), day: text("day") },
  };
}

/**
 * Reads a file of the payer's answers, lot by lot, each in one transaction with how far it has got: killed at any instant
 * it goes on where it was. `busy`: another worker is at it.
 */
export async function readAnswers(
  fileId: number,
  clock: () => Date,
  lotSize = usualLot,
): Promise<"read" | "over" | "unreadable" | "busy"> {
  const outcome = await exclusively(`payer-file:${fileId}`, async () => {
    const file = await db().payerFile.findUnique({ where: { id: fileId } });
    if (file?.state !== "READING" || !file.sealed) return "over" as const;
    const base64 = unsealWithAny(file.sealed, knownSecretsKeys(env()), payerFilePurpose(file.ref));
    const table = await tableRows(Buffer.from(base64, "base64"), payerSheet, ["ref", "status"], mostRows, clock());
    if (!table.ok) {
      const problem = String(table.params?.columns ?? table.params?.reason ?? table.code);
      await db().payerFile.update({ where: { id: fileId }, data: { state: "UNREADABLE", sealed: null, problem } });
      return "unreadable" as const;
    }
    const rows = table.value.map(rowOf);
    for (let at = file.rowsRead; at < rows.length; at += lotSize) {
      const lot = rows.slice(at, at + lotSize);
      await db().$transaction(
        async (tx) => {
          const { count } = await tx.payerFile.updateMany({
            where: { id: fileId, state: "READING", rowsRead: at },
            data: { rowsRead: at + lot.length },
          });
          if (count === 0) throw new Error(`file ${fileId} was read on by somebody else`);
          const repeated = await applyAnswers(tx, file, lot, { actor: system("worker"), now: clock() });
          if (repeated > 0)
            await tx.payerFile.update({ where: { id: fileId }, data: { repeated: { increment: repeated } } });
        },
        { timeout: 120_000 },
      );
    }
    await db().payerFile.update({ where: { id: fileId }, data: { state: "READ", sealed: null, readAt: clock() } });
    return "read" as const;
  });
  return outcome ?? "busy";
}
