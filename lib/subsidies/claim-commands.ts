import type { Tx } from "@/lib/db/client";
import { claimScope, type SupportLine } from "./amounts";
import type { DossierPersonRead, DossierRead } from "./facts-queries";
import type { Policy } from "./policy";

type Claimant = Pick<DossierPersonRead, "id" | "beneficiaryId" | "position" | "fullName"> & { lines: SupportLine[] };

type Head = Omit<DossierRead, "persons">;

/** Lines that a person asks for: what is granted elsewhere, or comes to nothing, takes nobody's place. */
const claims = (line: SupportLine) =>
  line.shortened !== "already_supported" && (line.amount > 0 || line.shortened === "rate_unknown");

function claimsOf({ policyCode, policy, facts }: Head, persons: readonly Claimant[]) {
  const rates = new Map<string, Policy["rates"][number]>(policy.rates.map((rate) => [rate.code, rate]));
  return persons.flatMap((person) =>
    person.lines.filter(claims).flatMap((line) => {
      const rate = rates.get(line.rate);
      if (!rate) return [];
      const scope = claimScope(policyCode, rate, facts.course);
      return [{ beneficiary: person.beneficiaryId, person: person.id, rate: rate.code, scope, amount: line.amount }];
    }),
  );
}

/**
 * Takes the claims of a dossier that is handed in, and releases those that it no longer makes. Of two dossiers that claim
 * one benefit of one person at the same time, the database lets one have it: the other waits for the first to end and is
 * then told.
 *
 * @returns the persons a benefit of whom somebody else has, with the first rate that is lost; empty when all is taken
 */
export async function takeClaims(
  tx: Tx,
  dossier: Head,
  persons: readonly Claimant[],
  now: Date,
): Promise<(Claimant & { rate: string })[]> {
  const wanted = JSON.stringify(claimsOf(dossier, persons));
  // In one order for everybody, so that two dossiers with the same people wait for each other and never in a circle.
  await tx.$executeRaw`
    insert into "SupportClaim" ("beneficiaryId", scope, "rateCode", "dossierId", "personId", amount, "createdAt")
    select w.beneficiary, w.scope, w.rate, ${dossier.dossierId}, w.person, w.amount, ${now}
    from jsonb_to_recordset(${wanted}::jsonb) as w(beneficiary int, person int, rate text, scope text, amount bigint)
    order by w.beneficiary, w.scope
    on conflict ("beneficiaryId", scope) where state <> 'RELEASED' do nothing`;
  const lost = await tx.$queryRaw<{ person: number; rate: string }[]>`
    select w.person, min(w.rate) as rate
    from jsonb_to_recordset(${wanted}::jsonb) as w(beneficiary int, person int, rate text, scope text)
    where not exists (select 1 from "SupportClaim" c where c."beneficiaryId" = w.beneficiary and c.scope = w.scope
      and c.state <> 'RELEASED' and c."dossierId" = ${dossier.dossierId})
    group by w.person`;
  if (lost.length > 0) {
    const losers = new Map(lost.map(({ person, rate }) => [person, rate]));
    return persons.flatMap((person) => {
      const rate = losers.get(person.id);
      return rate === undefined ? [] : [{ ...person, rate }];
    });
  }
  await tx.$executeRaw`
    update "SupportClaim" c set amount = w.amount
    from jsonb_to_recordset(${wanted}::jsonb) as w(beneficiary int, scope text, amount bigint)
    where c."dossierId" = ${dossier.dossierId} and c."beneficiaryId" = w.beneficiary and c.scope = w.scope
      and c.state = 'IN_FLIGHT' and c.amount <> w.amount`;
  await tx.$executeRaw`
    update "SupportClaim" c set state = 'RELEASED', "endedAt" = ${now}
    where c."dossierId" = ${dossier.dossierId} and c.state = 'IN_FLIGHT' and not exists (
      select 1 from jsonb_to_recordset(${wanted}::jsonb) as w(beneficiary int, scope text)
      where w.beneficiary = c."beneficiaryId" and w.scope = c.scope)`;
  return [];
}
