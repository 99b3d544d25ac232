import type { Tx } from "@/lib/db/client";
import type { RiskSignal } from "./risk";

export type Controllable = {
  dossierId: number;
  position: number;
  beneficiaryId: number;
  fullName: string;
  paid: number;
  signals: RiskSignal[];
};

/**
 * Everybody who was paid from a policy's budget of a year and stands in no open case, with what makes each worth looking
 * at, by dossier and position: the order from which samples are drawn.
 */
export async function controllable(
  tx: Tx,
  { policyId, year, organisationId }: { policyId: number; year: number; organisationId: number | null },
): Promise<Controllable[]> {
  const rows = await tx.$queryRaw<
    (Omit<Controllable, "paid" | "signals"> & { paid: bigint } & Record<RiskSignal, boolean>)[]
  >`
    with person as (
      select g."dossierId", g.position, g."beneficiaryId", g."fullName", g.amount as granted, d."courseId", d."organisationId",
        sum(m.paid + m.settled)::bigint as paid
      from "BudgetYear" y join "ClaimMoney" m on m."budgetYearId" = y.id and m.paid + m.settled > 0
        join "SupportClaim" c on c.id = m."claimId" join "SubsidyDossier" d on d.id = m."dossierId"
        join "GrantedNow" g on g."dossierId" = m."dossierId" and g."beneficiaryId" = c."beneficiaryId"
      where y."policyId" = ${policyId} and y.year = ${year} and (${organisationId}::int is null or d."organisationId" = ${organisationId})
      group by g."dossierId", g.position, g."beneficiaryId", g."fullName", g.amount, d."courseId", d."organisationId"),
    tenth as (select percentile_cont(0.9) within group (order by paid) as least from person)
    select p."dossierId", p.position, p."beneficiaryId", p."fullName", p.paid,
      p.paid > p.granted as overpaid,
      exists (select 1 from "PayeeAccount" a join "PayeeAccount" o on o."numberHash" = a."numberHash" and o.id <> a.id
        and o."beneficiaryId" is distinct from a."beneficiaryId" and o.state = 'CONFIRMED'
        where a."beneficiaryId" = p."beneficiaryId" and a.state = 'CONFIRMED') as "sharedAccount",
      exists (select 1 from "PayeeAccount" a where a."beneficiaryId" = p."beneficiaryId" and a.state = 'REPLACED') as "changedAccount",
      exists (select 1 from "PaymentItem" i join "SupportClaim" c on c.id = i."claimId" and c."beneficiaryId" = p."beneficiaryId"
        join "PayerLine" l on l."lineId" = i."lineId" and l.outcome in ('WRONG_AMOUNT', 'WRONG_PAYEE', 'CONFLICT', 'DUPLICATE')
        where i."dossierId" = p."dossierId") as "payerDoubt",
      exists (select 1 from "CourseParticipant" q where q."courseId" = p."courseId" and q."beneficiaryId" = p."beneficiaryId"
        and q."droppedOn" is not null) or exists (select 1 from "RosterEntry" e where e."organisationId" = p."organisationId"
        and e."beneficiaryId" = p."beneficiaryId" and e."leftOn" is not null) as "left",
      p.paid > (select least from tenth) as "largeAmount",
      exists (select 1 from "DossierCorrection" k where k."dossierId" = p."dossierId" and k."sentAt" is not null
        and (k.position is null or k.position = p.position)) as corrected
    from person p
    where not exists (select 1 from "ControlCase" k join "ControlRound" r on r.id = k."roundId" and r.state <> 'REFUSED'
      where k."dossierId" = p."dossierId" and k.position = p.position and k.state <> 'CLOSED')
    order by p."dossierId", p.position`;
  return rows.map(({ dossierId, position, beneficiaryId, fullName, paid, ...signals }) => ({
    ...{ dossierId, position, beneficiaryId, fullName, paid: Number(paid) },
    signals: (Object.entries(signals) as [RiskSignal, boolean][]).flatMap(([signal, is]) => (is ? [signal] : [])),
  }));
}
