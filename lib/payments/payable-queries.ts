import { db, type Tx } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import type { EitherPayee, PayWhen } from "@/lib/db/generated/enums";

export type Terms = { payWhen: PayWhen; eitherTo: EitherPayee; basis: string | null; verified: boolean };

/**
 * No source says when the money falls due, nor who gets what may be paid to either (Resolution 03/2024, Article 3 was not
 * seen). Assumed until somebody says otherwise, and shown as such: the learner, after completing the course.
 */
const assumed: Terms = { payWhen: "COMPLETED", eitherTo: "LEARNER", basis: null, verified: false };

/** How a policy's money is paid now. */
export async function termsOf(policyId: number, tx: Tx = db()): Promise<Terms> {
  const last = await tx.paymentTerms.findFirst({ where: { policyId }, orderBy: { id: "desc" } });
  return last ?? assumed;
}

/** What keeps committed money from being paid. */
export type Waits = "course" | "school" | "account" | "paused";

/**
 * Every committed benefit of a policy that is in no transfer: whose it is, to whom it goes by its rate and the policy's
 * terms, to which account, and what it waits for (null: payable). Alias of its columns: as below.
 */
export const payable = (policyId: number, terms: Terms, today: string): Prisma.Sql => Prisma.sql`
  select x.*, a.id as "accountId",
    case when not x.due then 'course' when x."toPerson" is null and x."toOrganisation" is null then 'school'
      when a.id is null then 'account' when x.paused then 'paused' end as waits
  from (
    select m."claimId", m."budgetYearId", m."dossierId", m.committed as amount, c."beneficiaryId", c."personId", c."rateCode", d.code,
      d."organisationId" as applicant, y.paused,
      case when r.payee = 'LEARNER' then c."beneficiaryId" when r.payee = 'EITHER' and ${terms.eitherTo} = 'LEARNER' then c."beneficiaryId" end as "toPerson",
      case when r.payee = 'SCHOOL' or (r.payee = 'EITHER' and ${terms.eitherTo} = 'SCHOOL')
          then coalesce(t."schoolId", case when o.kind = 'SCHOOL' then o.id end)
        when r.payee = 'EITHER' and ${terms.eitherTo} = 'APPLICANT' then d."organisationId" end as "toOrganisation",
      case ${terms.payWhen} when 'GRANTED' then true when 'COURSE_ENDED' then t."endsOn" < ${today}::date
        else exists (select 1 from "CourseParticipant" p where p."courseId" = t.id and p."beneficiaryId" = c."beneficiaryId"
          and p."completedOn" <= ${today}::date) end as due
    from "ClaimMoney" m join "SupportClaim" c on c.id = m."claimId" and c.state = 'GRANTED'
      join "SubsidyDossier" d on d.id = m."dossierId" join "BudgetYear" y on y.id = m."budgetYearId"
      join "TrainingCourse" t on t.id = d."courseId" join "Organisation" o on o.id = d."organisationId"
      join "SupportPolicyVersion" v on v.id = d."policyVersionId"
      left join lateral (select r->>'payee' as payee from jsonb_array_elements(v.definition->'rates') r
        where r->>'code' = c."rateCode" limit 1) r on true
    where y."policyId" = ${policyId} and m.committed > 0
      and not exists (select 1 from "PaymentItem" i where i."claimId" = m."claimId" and i."budgetYearId" = m."budgetYearId"
        and i.state not in ('FAILED', 'DROPPED'))) x
  left join "PayeeAccount" a on a.state = 'CONFIRMED'
    and (a."beneficiaryId" = x."toPerson" or a."organisationId" = x."toOrganisation")`;

/** How much of a policy's committed money could go out now, and what the rest waits for; đồng. */
export async function payableSums(policyId: number, today: string) {
  const terms = await termsOf(policyId);
  const rows = await db().$queryRaw<{ waits: Waits | null; persons: number; amount: bigint }[]>`
    select waits, count(distinct "beneficiaryId")::int as persons, sum(amount)::bigint as amount
    from (${payable(policyId, terms, today)}) p group by waits`;
  return { terms, sums: rows.map((row) => ({ ...row, amount: Number(row.amount) })) };
}

export const missingPerPage = 50;
export type MissingPayee = {
  key: string;
  name: string;
  dossierId: number;
  code: string;
  position: number | null;
  organisationId: number | null;
  applicant: string;
  amount: number;
};

/** Payees without a confirmed account whose money is committed, with what waits for it; by name. */
export async function missingAccounts(policyId: number, today: string, page: number) {
  const terms = await termsOf(policyId);
  const rows = await db().$queryRaw<(Omit<MissingPayee, "amount"> & { amount: bigint; total: number })[]>`
    select coalesce('p' || p."toPerson", 'o' || p."toOrganisation") as key, coalesce(e."fullName", o."nameVi", '–') as name,
      min(p."dossierId") as "dossierId", min(p.code) as code, min(q.position) as position, p."toOrganisation" as "organisationId",
      min(a."nameVi") as applicant, sum(p.amount)::bigint as amount, count(*) over ()::int as total
    from (${payable(policyId, terms, today)}) p
      left join "DossierPerson" q on q.id = p."personId" and p."toPerson" is not null
      left join "RosterEntry" e on e.id = q."rosterEntryId"
      left join "Organisation" o on o.id = p."toOrganisation" join "Organisation" a on a.id = p.applicant
    where p."accountId" is null and (p."toPerson" is not null or p."toOrganisation" is not null)
    group by p."toPerson", p."toOrganisation", e."fullName", o."nameVi" order by name, key
    limit ${missingPerPage} offset ${(page - 1) * missingPerPage}`;
  return { rows: rows.map((row) => ({ ...row, amount: Number(row.amount) })), total: rows[0]?.total ?? 0 };
}
