import { z } from "zod";
import { takeInProgrammes } from "@/lib/cohorts/intake-commands";
import { ok, type Result, refuse } from "@/lib/core/result";
import type { Tx } from "@/lib/db/client";
import { type Context, command } from "@/lib/db/command";
import type { TableImport } from "@/lib/db/generated/client";
import type { ImportKind } from "@/lib/db/generated/enums";
import { isSystem } from "@/lib/identity/actor";
import { takeInEntries } from "@/lib/organisations/intake-commands";
import { takeInPeople } from "@/lib/subsidies/roster-intake-commands";
import { takeInNeeds } from "@/lib/vacancies/intake-commands";
import type { VacancyContent } from "@/lib/vacancies/schema";
import { readTopic } from "./import-commands";
import { cohortParams, retryReasons, whichImport } from "./schema";

const lot = 500;

type Row = { row: number; content: unknown; enterpriseId: number | null };

/** What a row of a kind becomes, in the trail. */
const subjects: Record<ImportKind, string> = {
  NEEDS: "vacancy",
  ANNEX: "vacancy",
  REGISTER: "enterprise",
  ROSTER: "rosterEntry",
  COHORTS: "report",
};

type Landed = { ids: Map<number, number>; taken: number[]; submitted: number };

async function land(context: Context<unknown>, job: TableImport, rows: Row[]): Promise<Result<Landed>> {
  const { tx, now } = context;
  const by = { userId: job.createdById, now };
  if (job.kind === "REGISTER") {
    const user = await tx.user.findUnique({ where: { id: job.createdById }, select: { staffRole: true } });
    const entered = await takeInEntries(tx, rows, { ...by, unit: user?.staffRole ?? "ADMIN" });
    return ok({ ...entered, submitted: 0 });
  }
  const organisationId = job.organisationId ?? 0;
  if (job.kind === "ROSTER") return ok({ ...(await takeInPeople(tx, rows, organisationId, now)), submitted: 0 });
  if (job.kind === "COHORTS") {
    const table = { organisationId, userId: job.createdById, ...cohortParams.parse(job.params) };
    const taken = await takeInProgrammes(context, table, rows);
    return taken.ok ? ok({ ids: taken.value, taken: [], submitted: 0 }) : taken;
  }
  const needs = rows.map(({ row, content, enterpriseId }) => ({
    row,
    content: content as VacancyContent,
    // An enterprise's own table lands at that enterprise, whatever its rows say.
    enterpriseId: job.organisationId ?? enterpriseId ?? 0,
  }));
  return ok({ ...(await takeInNeeds(tx, needs, { ...by, handIn: job.handIn })), taken: [] });
}

/** Marks the rows of a lot with what they have become. */
async function mark(tx: Tx, importId: number, { ids, taken }: Landed): Promise<void> {
  const made = JSON.stringify([...ids].map(([row, id]) => ({ row, id })));
  await tx.$executeRaw`
    update "TableImportRow" r set state = 'APPLIED', "subjectId" = m.id
    from jsonb_to_recordset(${made}::jsonb) as m(row int, id int)
    where r."importId" = ${importId} and r.row = m.row`;
  if (taken.length > 0) {
    const finding = JSON.stringify([{ severity: "error", code: "takenMeanwhile", field: "taxCode", address: null }]);
    await tx.$executeRaw`
      update "TableImportRow" set state = 'REFUSED', complete = false, findings = findings || ${finding}::jsonb
      where "importId" = ${importId} and row = any(${taken})`;
  }
}

/**
 * Takes over the accepted rows of a table: all of them in one transaction, so that after a crash either everything is there
 * or nothing; a second call finds the table taken over. Refuses `taken_meanwhile` where all rows are wanted and one of them
 * is no longer possible, or where a report is no longer as the trial saw it, and `call_closed`.
 */
export const landImport = command({
  name: "imports.land",
  input: whichImport,
  may: isSystem,
  patience: 600_000,
  run: async (context) => {
    const { tx, now, input, about, changed, touches } = context;
    const { importId } = input;
    about({ type: "import", id: importId });
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`landing:${importId}`}, 0))`;
    const job = await tx.tableImport.findUnique({ where: { id: importId } });
    if (!job) return refuse("not_found");
    if (job.state !== "APPLYING") return ok({ applied: job.applied, submitted: job.submitted });
    let [applied, submitted, after] = [0, 0, 0];
    for (;;) {
      const rows = await tx.$queryRaw<Row[]>`
        select row, content, "enterpriseId" from "TableImportRow"
        where "importId" = ${importId} and state = 'ACCEPTED' and row > ${after} order by row limit ${lot}`;
      after = rows.at(-1)?.row ?? after;
      if (rows.length === 0) break;
      const lotLanded = await land(context, job, rows);
      if (!lotLanded.ok) return lotLanded;
      const landed = lotLanded.value;
      if (landed.taken.length > 0 && job.policy === "all") return refuse("taken_meanwhile");
      await mark(tx, importId, landed);
      touches(...[...new Set(landed.ids.values())].map((id) => ({ type: subjects[job.kind], id })));
      applied += landed.ids.size;
      submitted += landed.submitted;
    }
    await tx.tableImport.update({
      where: { id: importId },
      data: {
        state: "APPLIED",
        version: { increment: 1 },
        appliedAt: now,
        applied,
        submitted,
        accepted: 0,
        refused: job.refused + (job.accepted - applied),
      },
    });
    about({ type: "import", id: importId }, { applied, submitted });
    if (job.kind === "REGISTER") changed("public", "vacancies");
    return ok({ applied, submitted });
  },
});

/** Has the table tried once more: what was accepted is so no longer. */
export const retryImport = command({
  name: "imports.retry",
  input: whichImport.extend({ reason: z.enum(retryReasons).default("taken_meanwhile") }),
  may: isSystem,
  run: async ({ tx, input, about, later }) => {
    const { importId, reason } = input;
    about({ type: "import", id: importId });
    const job = await tx.tableImport.findFirst({ where: { id: importId, state: "APPLYING" } });
    if (!job) return ok({ again: false });
    const run = job.run + 1;
    await tx.tableImportRow.deleteMany({ where: { importId } });
    await tx.tableImport.update({
      where: { id: importId },
      data: { state: "CHECKING", run, rowsRead: 0, version: { increment: 1 }, problem: reason },
    });
    await later(readTopic, { importId, run });
    return ok({ again: true });
  },
});
