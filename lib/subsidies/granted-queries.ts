import { db, type Tx } from "@/lib/db/client";
import type { PersonDecision } from "@/lib/db/generated/enums";
import type { SupportLine } from "./amounts";
import { type ChangeRequest, changeRequest, type DecidedDossier, factsAfter } from "./change";
import type { CourseFacts, PersonFacts } from "./facts";
import { policyDefinition } from "./policy";

export type Granted = {
  position: number;
  beneficiaryId: number;
  fullName: string;
  decision: PersonDecision;
  /** đồng as the leader decided. */
  decided: number;
  /** đồng now: what was decided, lessened by the changes granted since. */
  amount: number;
  lines: SupportLine[];
};

/** What each person of a decided dossier is granted now, by position; empty before the decision. */
export async function grantedNow(tx: Tx | undefined, dossierId: number): Promise<Granted[]> {
  type Row = Omit<Granted, "decided" | "amount"> & { decided: bigint; amount: bigint };
  const rows = await (tx ?? db()).$queryRaw<Row[]>`
    select position, "beneficiaryId", "fullName", decision::text, decided, amount, lines
    from "GrantedNow" where "dossierId" = ${dossierId} order by position`;
  return rows.map(({ decided, amount, ...row }) => ({ ...row, decided: Number(decided), amount: Number(amount) }));
}

/** đồng of a dossier: as decided, and as granted now. */
export async function grantedSums(dossierId: number): Promise<{ decided: number; amount: number }> {
  const [sums] = await db().$queryRaw<{ decided: bigint; amount: bigint }[]>`
    select coalesce(sum(decided), 0)::bigint as decided, coalesce(sum(amount), 0)::bigint as amount
    from "GrantedNow" where "dossierId" = ${dossierId}`;
  return { decided: Number(sums?.decided ?? 0), amount: Number(sums?.amount ?? 0) };
}

/** How many persons of a decided dossier are supported and refused, and đồng as granted now. */
export async function decidedSums(dossierId: number): Promise<{ accepted: number; refused: number; amount: number }> {
  const granted = await grantedNow(undefined, dossierId);
  const accepted = granted.filter(({ decision }) => decision === "ACCEPTED").length;
  return {
    accepted,
    refused: granted.length - accepted,
    amount: granted.reduce((sum, one) => sum + one.amount, 0),
  };
}

/** What a request asks for; it was written by a command. */
export const contentOf = (content: unknown): ChangeRequest => changeRequest.parse(content);

/**
 * A dossier that was granted, as changes see it: persons as they were handed in, the course, and what granted changes made
 * of both. Null where there is none. Who may see it is the caller's question.
 */
export async function decidedDossier(tx: Tx | undefined, dossierId: number): Promise<DecidedDossier | null> {
  const client = tx ?? db();
  const dossier = await client.subsidyDossier.findFirst({
    where: { id: dossierId, state: "APPROVED" },
    select: {
      ...{ groupCode: true, currentNo: true },
      policy: { select: { code: true } },
      policyVersion: { select: { definition: true } },
      changes: { where: { state: "GRANTED" }, orderBy: { id: "asc" }, select: { content: true } },
    },
  });
  if (!dossier) return null;
  const version = await client.dossierVersion.findUniqueOrThrow({
    where: { dossierId_no: { dossierId, no: dossier.currentNo } },
    select: { id: true, head: true },
  });
  const granted = (await grantedNow(tx, dossierId)).filter(({ decision }) => decision === "ACCEPTED");
  const frozen = await client.dossierVersionPerson.findMany({
    where: { versionId: version.id },
    select: { position: true, facts: true },
  });
  const factsAt = new Map(frozen.map(({ position, facts }) => [position, facts as PersonFacts]));
  const decided: DecidedDossier = {
    policyCode: dossier.policy.code,
    policy: policyDefinition.parse(dossier.policyVersion.definition),
    groupCode: dossier.groupCode,
    course: (version.head as { course: CourseFacts }).course,
    persons: granted.flatMap(({ position, beneficiaryId, fullName, lines, amount }) => {
      const facts = factsAt.get(position);
      return facts ? [{ position, beneficiaryId, fullName, facts, lines, amount }] : [];
    }),
  };
  return dossier.changes.reduce((now, { content }) => factsAfter(now, contentOf(content)), decided);
}
