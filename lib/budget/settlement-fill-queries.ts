import type { Tx } from "@/lib/db/client";

/**
 * The lines of a settlement from the ledger and the papers, in one statement however many people there are: every benefit
 * that money of the year was committed to. Explanations stay, and count for as long as what they explain is the same.
 * Entries of a year are numbered in the order in which they are committed (its row is locked), so that all up to one of them
 * are one state of the ledger, and nobody has to wait.
 */
export async function fillLines(
  tx: Tx,
  { id, budgetYearId, lastEntryId, asOf }: { id: number; budgetYearId: number; lastEntryId: bigint; asOf: Date },
): Promise<void> {
  await tx.$executeRaw`
    with flow as materialized (
      select e."claimId", min(e."dossierId") as "dossierId",
        coalesce(sum(e.amount) filter (where e.kind = 'CARRY_IN' and e."toAccount" = 'COMMITTED'), 0) as carried_in,
        coalesce(sum(e.amount) filter (where e.kind = 'COMMIT' or (e.kind = 'CARRY_IN' and e."toAccount" = 'COMMITTED')), 0)
          - coalesce(sum(e.amount) filter (where e.kind = 'LESSEN'), 0) as committed,
        coalesce(sum(e.amount) filter (where e.kind = 'CARRY_OUT' and e."fromAccount" = 'COMMITTED'), 0) as carried_out,
        coalesce(sum(case e.kind when 'PAY' then e.amount when 'BOUNCE' then -e.amount end), 0) as paid,
        coalesce(sum(e.amount) filter (where e.kind = 'CLAW_BACK'), 0) as returned,
        max(e."postingId") filter (where e.kind = 'PAY') as pay, max(e."postingId") filter (where e.kind = 'CLAW_BACK') as back,
        max(e."postingId") filter (where e.kind in ('CARRY_OUT', 'CARRY_IN') and 'COMMITTED' in (e."fromAccount", e."toAccount")) as carry
      from "LedgerEntry" e
      where e."budgetYearId" = ${budgetYearId} and e.id <= ${lastEntryId} and e."claimId" is not null
        and e.kind in ('COMMIT', 'LESSEN', 'PAY', 'BOUNCE', 'CLAW_BACK', 'CARRY_OUT', 'CARRY_IN')
      group by e."claimId"
      having count(*) filter (where e.kind = 'COMMIT' or (e.kind = 'CARRY_IN' and e."toAccount" = 'COMMITTED')) > 0
    ), line as (
      select f."claimId", f."dossierId", c."beneficiaryId", coalesce(g."fullName", '–') as "fullName", c."rateCode",
        coalesce(was.amount, 0) as decided, case when c.state = 'GRANTED' then coalesce(now.amount, 0) else 0 end as granted,
        f.carried_in as "carriedIn", f.committed, f.paid, f.returned, f.carried_out as "carriedOut",
        f.committed - f.carried_out - f.paid as open, other.held as elsewhere,
        doc.number as "decisionRef", nullif(concat_ws(', ', transfer.ref, pay.document), '') as "paymentRef", back.document as "returnedRef", carry.document as "carriedRef",
        g."requestId" as "changeId", a."completedOn", a."certificateNo", a."droppedOn", t."endsOn"
      from flow f
        join "SupportClaim" c on c.id = f."claimId"
        join "SubsidyDossier" d on d.id = f."dossierId"
        join "TrainingCourse" t on t.id = d."courseId"
        left join "DossierPerson" p on p.id = c."personId"
        left join "GrantedNow" g on g."dossierId" = p."dossierId" and g.position = p.position
        left join "DossierDecisionPerson" k on k."dossierId" = p."dossierId" and k.position = p.position
        cross join lateral (select sum((l->>'amount')::bigint) as amount from jsonb_array_elements(k.lines) l where l->>'rate' = c."rateCode") was
        cross join lateral (select sum((l->>'amount')::bigint) as amount from jsonb_array_elements(g.lines) l where l->>'rate' = c."rateCode") now
        cross join lateral (select coalesce(sum(o.committed + o.sent + o.paid + o.settled + o.returned), 0) as held
          from "ClaimMoney" o where o."claimId" = f."claimId" and o."budgetYearId" <> ${budgetYearId}) other
        left join "CourseParticipant" a on a."courseId" = d."courseId" and a."beneficiaryId" = c."beneficiaryId"
        left join "ApprovalList" list on list.id = d."approvalListId"
        left join lateral (
          select n.no || '/' || s.symbol as number from "RegisteredDocument" n join "DocumentRegister" s on s.id = n."registerId"
          where n.id = coalesce(d."documentId", list."documentId") and n."cancelledAt" is null) doc on true
        left join "LedgerPosting" pay on pay.id = f.pay
        left join (
          select i."claimId", max(t.ref) as ref from "PaymentItem" i join "PaymentLine" t on t.id = i."lineId"
          where i."budgetYearId" = ${budgetYearId} and i.state = 'PAID' group by i."claimId") transfer on transfer."claimId" = f."claimId" and f.pay is not null
        left join "LedgerPosting" back on back.id = f.back
        left join "LedgerPosting" carry on carry.id = f.carry
    ), judged as (
      select *, granted - (committed - "carriedOut") - elsewhere as gap, paid - returned as net from line
    ), told as (
      select *, array_remove(array[
        case when "decisionRef" is null then 'NO_DECISION' end,
        case when granted < decided and "changeId" is null then 'LESSENED' end,
        case when gap > 0 then 'NOT_COMMITTED' end,
        case when gap < 0 and -gap > returned then 'OVERPAID' end,
        case when paid > 0 and "paymentRef" is null then 'NO_PAYMENT' end,
        case when net > 0 and "droppedOn" is null and "completedOn" is null and "endsOn" < (${asOf}::timestamptz at time zone 'Asia/Ho_Chi_Minh')::date
          then 'NOT_COMPLETED' end,
        case when net > 0 and "droppedOn" is not null and granted >= decided then 'DROPPED_OUT' end
      ], null) as causes from judged
    )
    insert into "SettlementLine" ("settlementId", "claimId", "dossierId", "beneficiaryId", "fullName", "rateCode", decided, granted,
      "carriedIn", committed, paid, returned, "carriedOut", open, "decisionRef", "paymentRef", "returnedRef", "carriedRef", "changeId",
      "completedOn", "certificateNo", "droppedOn", causes, digest)
    select ${id}, "claimId", "dossierId", "beneficiaryId", "fullName", "rateCode", decided, granted, "carriedIn", committed, paid, returned,
      "carriedOut", open, "decisionRef", "paymentRef", "returnedRef", "carriedRef", "changeId", "completedOn", "certificateNo", "droppedOn", causes,
      encode(sha256(convert_to(concat_ws('|', array_to_string(causes, ','), decided, granted, committed, paid, returned, "carriedOut"), 'UTF8')), 'hex')
    from told
    on conflict ("settlementId", "claimId") do update set "fullName" = excluded."fullName", decided = excluded.decided,
      granted = excluded.granted, "carriedIn" = excluded."carriedIn", committed = excluded.committed, paid = excluded.paid,
      returned = excluded.returned, "carriedOut" = excluded."carriedOut", open = excluded.open, "decisionRef" = excluded."decisionRef",
      "paymentRef" = excluded."paymentRef", "returnedRef" = excluded."returnedRef", "carriedRef" = excluded."carriedRef",
      "changeId" = excluded."changeId", "completedOn" = excluded."completedOn", "certificateNo" = excluded."certificateNo",
      "droppedOn" = excluded."droppedOn", causes = excluded.causes, digest = excluded.digest`;
}

/** Sums of a settlement's lines, as its own columns hold them. */
export async function sumLines(tx: Tx, id: number) {
  const [sums] = await tx.$queryRaw<
    (Record<"decided" | "granted" | "carriedIn" | "committed" | "paid" | "returned" | "carriedOut" | "open", bigint> &
      Record<"lines" | "persons" | "unexplained", number>)[]
  >`
    select count(*)::int as lines, count(distinct "beneficiaryId")::int as persons,
      count(*) filter (where cardinality(causes) > 0 and "noteDigest" is distinct from digest)::int as unexplained,
      coalesce(sum(decided), 0)::bigint as decided, coalesce(sum(granted), 0)::bigint as granted, coalesce(sum("carriedIn"), 0)::bigint as "carriedIn",
      coalesce(sum(committed), 0)::bigint as committed, coalesce(sum(paid), 0)::bigint as paid, coalesce(sum(returned), 0)::bigint as returned,
      coalesce(sum("carriedOut"), 0)::bigint as "carriedOut", coalesce(sum(open), 0)::bigint as open
    from "SettlementLine" where "settlementId" = ${id}`;
  if (!sums) throw new Error("no sums");
  return sums;
}

/** Counts anew the lines that nobody has explained. */
export const unexplainedOf = async (tx: Tx, id: number): Promise<number> => {
  const [row] = await tx.$queryRaw<{ count: number }[]>`
    select count(*)::int as count from "SettlementLine"
    where "settlementId" = ${id} and cardinality(causes) > 0 and "noteDigest" is distinct from digest`;
  return row?.count ?? 0;
};
