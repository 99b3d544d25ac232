import { type Refusal, refuse } from "@/lib/core/result";
import type { Tx } from "@/lib/db/client";
import type { Context } from "@/lib/db/command";
import type { SubsidyDossier } from "@/lib/db/generated/client";
import { type Judged, judgeAll } from "./dossier";
import { ownDossiers } from "./dossier-scope-queries";
import { type DossierPersonRead, type DossierRead, factsOfDossier } from "./facts-queries";
import { editableStates } from "./workflow";

const editable: readonly string[] = editableStates;

/**
 * A dossier that the applicant is typing into, locked until the command ends; to others it does not exist. Edits of
 * persons and papers add to each other and take no version: two tabs never undo each other's work.
 */
export async function editedDossier(
  { tx, actor, about }: Context<unknown>,
  id: number,
): Promise<{ ok: true; row: SubsidyDossier } | Refusal> {
  const where = { AND: [{ id }, ownDossiers(actor)] };
  if (!(await tx.subsidyDossier.findFirst({ where, select: { id: true } }))) return refuse("not_found");
  await tx.$executeRaw`select 1 from "SubsidyDossier" where id = ${id} for update`;
  const row = await tx.subsidyDossier.findFirstOrThrow({ where });
  about({ type: "dossier", id });
  return editable.includes(row.state) ? { ok: true, row } : refuse("not_allowed_now");
}

/** Writes what the rules say of persons, where it is not what stands there; answers how many rows changed. */
async function keepJudgements(tx: Tx, persons: readonly Judged<DossierPersonRead>[]): Promise<number> {
  if (persons.length === 0) return 0;
  const rows = persons.map(({ id, lines, amount, findings, stopped }) => ({ id, lines, amount, findings, stopped }));
  return tx.$executeRaw`
    update "DossierPerson" p set lines = j.lines, amount = j.amount, findings = j.findings, stopped = j.stopped
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as j(id int, lines jsonb, amount bigint, findings jsonb, stopped boolean)
    where p.id = j.id
      and (p.lines, p.amount, p.findings, p.stopped) is distinct from (j.lines, j.amount, j.findings, j.stopped)`;
}

/** Totals of the dossier from its persons; the version moves on. */
async function keepTotals(tx: Tx, id: number, now: Date): Promise<{ id: number; version: number }> {
  const [row] = await tx.$queryRaw<{ version: number }[]>`
    update "SubsidyDossier" d set persons = t.persons, amount = t.amount, stopped = t.stopped, version = d.version + 1, "updatedAt" = ${now}
    from (select count(*)::int as persons, coalesce(sum(amount), 0)::bigint as amount, count(*) filter (where stopped)::int as stopped
      from "DossierPerson" where "dossierId" = ${id}) t
    where d.id = ${id} returning d.version`;
  if (!row) throw new Error(`no dossier ${id}`);
  return { id, version: row.version };
}

export type JudgedDossier = Omit<DossierRead, "persons"> & { persons: Judged<DossierPersonRead>[]; changed: number };

/**
 * Judges persons of a dossier anew and keeps what is found; all of them unless `only` names some.
 *
 * @returns the persons judged, and how many of them stand otherwise than before
 */
export async function judgeAgain(tx: Tx, id: number, only?: readonly number[]): Promise<JudgedDossier> {
  const read = await factsOfDossier(tx, id, only);
  if (!read) throw new Error(`no dossier ${id}`);
  const persons = judgeAll(read.policy, read.facts, read.persons);
  return { ...read, persons, changed: await keepJudgements(tx, persons) };
}

/** After an edit: judges the persons that it may concern, and keeps the totals. Call as the last act. */
export async function afterEdit({ tx, now }: Context<unknown>, id: number, only?: readonly number[]) {
  const { changed } = only?.length === 0 ? { changed: 0 } : await judgeAgain(tx, id, only);
  return { ...(await keepTotals(tx, id, now)), changed };
}
