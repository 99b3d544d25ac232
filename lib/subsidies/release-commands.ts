import { ok, refuse } from "@/lib/core/result";
import { command } from "@/lib/db/command";
import { userIdOf } from "@/lib/identity/actor";
import { permissions } from "@/lib/identity/permissions";
import { releasedRate, revokedRelease } from "./approval-schema";
import { policyDefinition } from "./policy";

/**
 * A leader's word that an unverified rate may be granted all the same, with the reason. Refusals: `rate_unknown` (its
 * amount is not known: there is nothing to grant), `already_released`.
 */
export const releaseRate = command({
  name: "rates.release",
  input: releasedRate,
  may: permissions.releaseRates,
  run: async ({ tx, actor, input, now, about }) => {
    const version = await tx.supportPolicyVersion.findUnique({
      where: { id: input.policyVersionId },
      select: { definition: true },
    });
    const rate =
      version && policyDefinition.parse(version.definition).rates.find(({ code }) => code === input.rateCode);
    if (!rate) return refuse("not_found");
    about({ type: "policyVersion", id: input.policyVersionId }, { rate: rate.code });
    if (rate.value === null) return refuse("rate_unknown");
    if (rate.verified) return refuse("not_allowed_now");
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`rate ${input.policyVersionId} ${rate.code}`}, 0))`;
    const standing = { policyVersionId: input.policyVersionId, rateCode: rate.code, revokedAt: null };
    if (await tx.rateRelease.findFirst({ where: standing, select: { id: true } })) return refuse("already_released");
    const { id } = await tx.rateRelease.create({
      data: { ...input, releasedById: userIdOf(actor), releasedAt: now },
      select: { id: true },
    });
    return ok({ id });
  },
});

/** Takes a release back: what is not approved yet waits for another one. */
export const revokeRelease = command({
  name: "rates.revokeRelease",
  input: revokedRelease,
  may: permissions.releaseRates,
  run: async ({ tx, input, now, about }) => {
    const row = await tx.rateRelease.findUnique({ where: { id: input.id } });
    if (!row) return refuse("not_found");
    about({ type: "policyVersion", id: row.policyVersionId }, { rate: row.rateCode });
    const { count } = await tx.rateRelease.updateMany({
      where: { id: input.id, revokedAt: null },
      data: { revokedAt: now },
    });
    return count === 1 ? ok({ id: input.id }) : refuse("not_allowed_now");
  },
});
