import { ok } from "@/lib/core/result";
import type { Tx } from "@/lib/db/client";
import { command } from "@/lib/db/command";
import { permissions } from "@/lib/identity/permissions";
import type { ImportRecord } from "@/lib/imports/records";
import { accountScope, proposeAccount } from "./account-commands";
import { accountTable } from "./account-schema";
import { accountSheet } from "./account-sheet";
import { tableRows } from "./table-rows";

/** Why a row was not taken over; `ok`: it waits for confirmation now. */
export type AccountRowOutcome =
  | "ok"
  | "known"
  | "person_unknown"
  | "person_ambiguous"
  | "person_unsaid"
  | "accountNumber"
  | "required"
  | "unread";
export type AccountRow = { row: number; outcome: AccountRowOutcome };

/** Rows of one table; more are handed in as another one. */
export const mostAccountRows = 5_000;

const text = (record: ImportRecord, key: string) => String(record.values[key] ?? "").trim();

/** The person of a row, in the organisation's own dossiers; an employee code must name one human being. */
async function personOf(tx: Tx, scope: number | null, record: ImportRecord): Promise<number | AccountRowOutcome> {
  const [code, position, staffCode] = [text(record, "dossier"), text(record, "position"), text(record, "staffCode")];
  const dossier = { ...(code && { code }), ...(scope !== null && { organisationId: scope }) };
  const at = /^\d{1,6}$/.test(position) ? Number(position) : null;
  if (!(code && at !== null) && !staffCode) return "person_unsaid";
  const found = await tx.dossierPerson.findMany({
    where: { dossier, ...(code && at !== null ? { position: at } : { rosterEntry: { staffCode } }) },
    select: { beneficiaryId: true },
    distinct: ["beneficiaryId"],
    take: 2,
  });
  if (found.length > 1) return "person_ambiguous";
  return found[0]?.beneficiaryId ?? "person_unknown";
}

function problemOf(record: ImportRecord): AccountRowOutcome | null {
  const codes = record.findings.filter(({ severity }) => severity === "error").map(({ code }) => code);
  if (codes.length === 0) return null;
  if (codes.includes("required")) return "required";
  return codes.includes("accountNumber") ? "accountNumber" : "unread";
}

/**
 * Takes learners' accounts from a table (xlsx, CSV), each row for itself: what is right waits for a second person, the
 * others are told with their row and why. Nothing of the table is kept. Refuses `table_unreadable`, `table_unknown`.
 */
export const importAccounts = command({
  name: "payees.import",
  input: accountTable,
  may: permissions.giveAccounts,
  patience: 120_000,
  run: async (context) => {
    const { tx, actor, now, input, about } = context;
    const bytes = Buffer.from(input.accountFile.content, "base64");
    const needed = ["accountNumber", "holderName", "bankName"];
    const table = await tableRows(bytes, accountSheet, needed, mostAccountRows, now);
    if (!table.ok) return table;
    const rows: AccountRow[] = [];
    for (const record of table.value) {
      const problem = problemOf(record);
      const person = problem ?? (await personOf(tx, accountScope(actor), record));
      if (typeof person === "string") {
        rows.push({ row: record.row, outcome: person });
        continue;
      }
      const given = {
        holderName: text(record, "holderName"),
        bankName: text(record, "bankName"),
        bankBranch: text(record, "bankBranch") || null,
        accountNumber: text(record, "accountNumber"),
      };
      const id = await proposeAccount(context, { beneficiaryId: person }, given, true);
      rows.push({ row: record.row, outcome: id === null ? "known" : "ok" });
    }
    const taken = rows.filter(({ outcome }) => outcome === "ok").length;
    about({ type: "payeeAccounts", id: accountScope(actor) ?? "office" }, { rows: rows.length, taken });
    return ok({ taken, rows });
  },
});
