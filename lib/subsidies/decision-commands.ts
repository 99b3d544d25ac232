import { ok, refuse } from "@/lib/core/result";
import { command } from "@/lib/db/command";
import type { PersonDecision } from "@/lib/db/generated/enums";
import { userIdOf } from "@/lib/identity/actor";
import { permissions } from "@/lib/identity/permissions";
import { countAgain } from "./approval-held-commands";
import { decidedPersons } from "./approval-schema";
import { blocks } from "./dossier";
import type { Finding } from "./findings";
import { stops } from "./findings";
import { judgedAsHandedIn } from "./handed-in-queries";

/** Why one person was not decided as asked; each of many is told for itself. */
export type PersonOutcome =
  | { id: number; ok: true }
  | { id: number; ok: false; code: "not_found" | "changed_meanwhile" | "already_so" }
  | { id: number; ok: false; code: "stopped" | "incomplete" | "differs"; finding: Finding["code"] | null };

type Row = { id: number; version: number; decision: PersonDecision; amount: bigint };

/** Decides many of one dossier's persons: each is looked at for itself. */
function outcomeOf(
  row: Row | undefined,
  wanted: { id: number; version: number },
  decision: PersonDecision,
  judgement: { findings: Finding[]; amount: number } | undefined,
): PersonOutcome {
  const { id } = wanted;
  if (!row || !judgement) return { id, ok: false, code: "not_found" };
  if (row.version !== wanted.version) return { id, ok: false, code: "changed_meanwhile" };
  if (decision === "PENDING" && row.decision === "PENDING") return { id, ok: false, code: "already_so" };
  if (decision !== "ACCEPTED") return { id, ok: true };
  const { findings, amount } = judgement;
  const worst = findings.find(({ severity }) => severity === "STOPS") ?? findings.find(blocks);
  if (stops(findings)) return { id, ok: false, code: "stopped", finding: worst?.code ?? null };
  if (worst) return { id, ok: false, code: "incomplete", finding: worst.code };
  // The amount on the screen is what is granted, or nothing is.
  if (BigInt(amount) !== row.amount) return { id, ok: false, code: "differs", finding: null };
  return { id, ok: true };
}

/**
 * Decides on persons of a dossier in review, one or many: accepted, refused with a coded reason, or open again. Whoever is
 * accepted is judged once more as they were handed in. What cannot be decided is reported with its reason and stays.
 */
export const decidePersons = command({
  name: "dossierReview.decide",
  input: decidedPersons,
  may: permissions.reviewDossiers,
  patience: 60_000,
  run: async ({ tx, actor, input, now, about }) => {
    const { id, decision } = input;
    await tx.$executeRaw`select 1 from "SubsidyDossier" where id = ${id} for update`;
    const dossier = await tx.subsidyDossier.findFirst({
      where: { id, currentNo: { gt: 0 } },
      select: { state: true, currentNo: true, approvalListId: true },
    });
    if (!dossier) return refuse("not_found");
    about({ type: "dossier", id });
    if (dossier.state !== "IN_REVIEW") return refuse("not_allowed_now");
    const rows = await tx.dossierPerson.findMany({
      where: {
        dossierId: id,
        ...(input.persons === "undecided"
          ? { decision: "PENDING" as const }
          : { id: { in: input.persons.map((one) => one.id) } }),
      },
      orderBy: { position: "asc" },
      select: { id: true, version: true, decision: true, amount: true },
    });
    const wanted = input.persons === "undecided" ? rows : input.persons;
    const byId = new Map(rows.map((row) => [row.id, row]));
    const judgements = await judgedAsHandedIn(tx, id, dossier.currentNo, [...byId.keys()]);
    const outcomes = wanted.map((one) => outcomeOf(byId.get(one.id), one, decision, judgements.get(one.id)));
    const fit = outcomes.filter((one) => one.ok).map((one) => one.id);
    const open = decision === "PENDING";
    await tx.dossierPerson.updateMany({
      where: { id: { in: fit } },
      data: {
        ...{ decision, decidedById: open ? null : userIdOf(actor), decidedAt: open ? null : now },
        reasonCode: decision === "REFUSED" ? input.reasonCode : null,
        reasonNote: open ? null : input.reasonNote,
        version: { increment: 1 },
      },
    });
    if (dossier.approvalListId !== null && fit.length > 0) {
      await countAgain(tx, dossier.approvalListId);
      await tx.approvalList.update({ where: { id: dossier.approvalListId }, data: { version: { increment: 1 } } });
    }
    about({ type: "dossier", id }, { decision, decided: fit.length, left: outcomes.length - fit.length });
    return ok({ outcomes });
  },
});
