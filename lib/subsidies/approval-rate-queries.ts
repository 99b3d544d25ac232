import type { Tx } from "@/lib/db/client";
import { policyDefinition, type Words } from "./policy";

export type UnreleasedRate = {
  policyVersionId: number;
  code: string;
  name: Words;
  clause: Words;
  /** Nobody knows the amount: there is nothing that could be released. */
  unknown: boolean;
  /** Accepted persons whose amount rests on it, and how much of it, đồng. */
  persons: number;
  amount: number;
};

/** Rates that accepted persons of a list rest on, that nobody has confirmed and no leader has released. */
export async function unreleasedRates(tx: Tx, listId: number): Promise<UnreleasedRate[]> {
  const used = await tx.$queryRaw<{ policyVersionId: number; code: string; persons: number; amount: bigint }[]>`
    select d."policyVersionId", line->>'rate' as code, count(*)::int as persons, sum((line->>'amount')::bigint)::bigint as amount
    from "SubsidyDossier" d join "DossierPerson" p on p."dossierId" = d.id and p.decision = 'ACCEPTED'
      cross join lateral jsonb_array_elements(p.lines) line
    where d."approvalListId" = ${listId} and (line->>'shortened') is distinct from 'already_supported'
      and not exists (select 1 from "RateRelease" r where r."policyVersionId" = d."policyVersionId" and r."rateCode" = line->>'rate'
        and r."revokedAt" is null)
    group by 1, 2 order by 1, 2`;
  const versions = await tx.supportPolicyVersion.findMany({
    where: { id: { in: [...new Set(used.map(({ policyVersionId }) => policyVersionId))] } },
    select: { id: true, definition: true },
  });
  const policies = new Map(versions.map(({ id, definition }) => [id, policyDefinition.parse(definition)]));
  return used.flatMap(({ policyVersionId, code, persons, amount }) => {
    const rate = policies.get(policyVersionId)?.rates.find((one) => one.code === code);
    // A rate that the version does not have is none that anybody could have confirmed.
    if (rate?.verified && rate.value !== null) return [];
    const nameless = { vi: code, en: code };
    return [
      {
        ...{ policyVersionId, code, persons, amount: Number(amount) },
        name: rate?.name ?? nameless,
        clause: rate?.clause ?? nameless,
        unknown: !rate || rate.value === null,
      },
    ];
  });
}
