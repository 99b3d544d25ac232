import { type Day, dateToDay } from "@/lib/core/day";
import { db } from "@/lib/db/client";
import type { PersonDecision } from "@/lib/db/generated/enums";
import type { Actor } from "@/lib/identity/actor";
import type { SupportLine } from "./amounts";
import { toldDecision } from "./decision";
import { ownDossiers } from "./dossier-scope-queries";
import type { Finding } from "./findings";
import { type Policy, policyDefinition } from "./policy";
import { isDecided } from "./workflow";

export type SheetPerson = {
  position: number;
  fullName: string;
  staffCode: string | null;
  birthDate: Day;
  job: string | null;
  /** đồng; 0 where the person was refused. */
  amount: number;
  decision: PersonDecision;
  reasonCode: string | null;
  reasonNote: string | null;
  lines: SupportLine[];
  findings: Finding[];
};

/**
 * All people of a dossier of the actor's organisation, for its table; null where it is not theirs. No personal ID: the
 * staff number and the birthday tell people apart.
 */
export async function dossierSheet(
  actor: Actor,
  id: number,
): Promise<{ name: string; policy: Policy; groupCode: string; decided: boolean; people: SheetPerson[] } | null> {
  const row = await db().subsidyDossier.findFirst({
    where: { AND: [{ id }, ownDossiers(actor)] },
    select: {
      ...{ code: true, state: true, groupCode: true },
      policyVersion: { select: { definition: true } },
      people: {
        orderBy: { position: "asc" },
        include: { rosterEntry: { select: { fullName: true, staffCode: true, birthDate: true, job: true } } },
      },
    },
  });
  if (!row) return null;
  return {
    name: row.code ?? String(id),
    policy: policyDefinition.parse(row.policyVersion.definition),
    groupCode: row.groupCode,
    decided: isDecided(row.state),
    people: row.people.map(({ position, amount, lines, findings, rosterEntry, ...person }) => ({
      position,
      ...rosterEntry,
      ...toldDecision(row.state, person),
      birthDate: dateToDay(rosterEntry.birthDate),
      amount: isDecided(row.state) && person.decision === "REFUSED" ? 0 : Number(amount),
      // Both are written by the rules alone.
      lines: lines as SupportLine[],
      findings: findings as Finding[],
    })),
  };
}
