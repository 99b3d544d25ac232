import { dateToDay, dayOf, dayToDate } from "@/lib/core/day";
import { ok, refuse } from "@/lib/core/result";
import type { Tx } from "@/lib/db/client";
import { command } from "@/lib/db/command";
import { userIdOf } from "@/lib/identity/actor";
import { permissions } from "@/lib/identity/permissions";
import { policyDefinition, supportPolicyTag } from "./policy";
import {
  aPolicy,
  policyDecision,
  policyDraft,
  policyRetirement,
  policyVersionSeen,
  rateRelease,
  releaseRevocation,
} from "./policy-schema";
import { policyWorkflow } from "./policy-workflow";

/** One who makes or decides a version of a policy at a time: numbers follow each other, one draft stands at most. */
const alone = (tx: Tx, policyId: number) =>
  tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`SupportPolicy ${policyId}`}, 0))`;

const seen = (tx: Tx, id: number) =>
  tx.supportPolicyVersion.findUnique({
    where: { id },
    select: { policyId: true, no: true, state: true, version: true, definition: true },
  });

/**
 * Begins the next version as a copy of the one in force, else of the newest. Refusals: `not_found`;
 * `policy_draft_exists` while another draft stands.
 */
export const draftPolicy = command({
  name: "policies.draft",
  input: aPolicy,
  may: permissions.managePolicies,
  run: async ({ tx, actor, input: { policyId }, now, about }) => {
    about({ type: "policy", id: policyId });
    await alone(tx, policyId);
    const versions = await tx.supportPolicyVersion.findMany({
      where: { policyId },
      orderBy: { no: "desc" },
      select: { no: true, state: true, inForceFrom: true, definition: true },
    });
    const [newest] = versions;
    if (!newest) return refuse("not_found");
    if (versions.some(({ state }) => state === "DRAFT")) return refuse("policy_draft_exists");
    const [inForce] = versions
      .filter(({ state, inForceFrom }) => state === "IN_FORCE" && inForceFrom && dateToDay(inForceFrom) <= dayOf(now))
      .sort((a, b) => Number(b.inForceFrom) - Number(a.inForceFrom));
    const made = await tx.supportPolicyVersion.create({
      data: {
        policyId,
        no: newest.no + 1,
        definition: policyDefinition.parse((inForce ?? newest).definition),
        createdById: userIdOf(actor),
        createdAt: now,
      },
      select: { id: true, no: true },
    });
    return ok(made);
  },
});

/** Keeps what was typed of a draft. What was in force is never changed: `not_allowed_now`. */
export const savePolicyDraft = command({
  name: "policies.save",
  input: policyDraft,
  may: permissions.managePolicies,
  run: async ({ tx, input: { id, version, note, definition }, about }) => {
    const found = await seen(tx, id);
    if (!found) return refuse("not_found");
    about({ type: "policy", id: found.policyId }, { no: found.no });
    if (!policyWorkflow.can("save", found.state, "officer")) return refuse("not_allowed_now");
    const { count } = await tx.supportPolicyVersion.updateMany({
      where: { id, version, state: "DRAFT" },
      data: { definition, note: note || null, version: version + 1 },
    });
    return count === 1 ? ok({ id, version: version + 1 }) : refuse("changed_meanwhile");
  },
});

/** Throws a draft away; nothing was ever begun under it. */
export const dropPolicyDraft = command({
  name: "policies.drop",
  input: policyVersionSeen,
  may: permissions.managePolicies,
  run: async ({ tx, input, about }) => {
    const found = await seen(tx, input.id);
    if (!found) return refuse("not_found");
    about({ type: "policy", id: found.policyId }, { no: found.no });
    if (found.state !== "DRAFT") return refuse("not_allowed_now");
    const { count } = await tx.supportPolicyVersion.deleteMany({ where: { ...input, state: "DRAFT" } });
    return count === 1 ? ok({ policyId: found.policyId }) : refuse("changed_meanwhile");
  },
});

/**
 * Brings a draft into force from a day on, today at the earliest. The version before stays what it was for what was begun
 * under it. Refused: `policy_day_past`, `policy_day_taken` where another version begins on that day.
 */
export const bringPolicyIntoForce = command({
  name: "policies.bringIntoForce",
  input: policyDecision,
  may: permissions.decidePolicies,
  run: async ({ tx, actor, input, now, about, changed }) => {
    const { id, version, inForceFrom, document, reason } = input;
    const found = await seen(tx, id);
    if (!found) return refuse("not_found");
    const { policyId, no, state } = found;
    about({ type: "policy", id: policyId }, { no });
    if (!policyWorkflow.can("bringIntoForce", state, "head")) return refuse("not_allowed_now");
    const atDay = (code: string) => refuse(code, { fields: [{ path: ["inForceFrom"], code }] });
    if (inForceFrom < dayOf(now)) return atDay("policy_day_past");
    await alone(tx, policyId);
    const day = dayToDate(inForceFrom);
    if (await tx.supportPolicyVersion.count({ where: { policyId, state: "IN_FORCE", inForceFrom: day } }))
      return atDay("policy_day_taken");
    const { count } = await tx.supportPolicyVersion.updateMany({
      where: { id, version, state: "DRAFT" },
      data: {
        state: "IN_FORCE",
        inForceFrom: day,
        document,
        reason,
        decidedById: userIdOf(actor),
        decidedAt: now,
        version: version + 1,
      },
    });
    if (count !== 1) return refuse("changed_meanwhile");
    changed(supportPolicyTag);
    return ok({ id, no });
  },
});

/**
 * Takes a version out of force: nothing more is begun under it, and the one before it is in force again. Dossiers that
 * were begun under it keep it.
 */
export const retirePolicy = command({
  name: "policies.retire",
  input: policyRetirement,
  may: permissions.decidePolicies,
  run: async ({ tx, actor, input: { id, version, reason }, now, about, changed }) => {
    const found = await seen(tx, id);
    if (!found) return refuse("not_found");
    about({ type: "policy", id: found.policyId }, { no: found.no });
    if (!policyWorkflow.can("retire", found.state, "head")) return refuse("not_allowed_now");
    const { count } = await tx.supportPolicyVersion.updateMany({
      where: { id, version, state: "IN_FORCE" },
      data: {
        state: "RETIRED",
        retiredById: userIdOf(actor),
        retiredAt: now,
        retireReason: reason,
        version: version + 1,
      },
    });
    if (count !== 1) return refuse("changed_meanwhile");
    changed(supportPolicyTag);
    return ok({ id });
  },
});

/**
 * A leader's word that an unverified rate may be granted and paid all the same. Refused: `not_allowed_now` on a draft,
 * `rate_needs_no_release` where it is verified, `rate_unknown` where there is no amount, `rate_released_already`.
 */
export const releaseRate = command({
  name: "policies.releaseRate",
  input: rateRelease,
  may: permissions.releaseRates,
  run: async ({ tx, actor, input: { versionId, rateCode, reason }, now, about }) => {
    const found = await seen(tx, versionId);
    const rate = found && policyDefinition.parse(found.definition).rates.find(({ code }) => code === rateCode);
    if (!found || !rate) return refuse("not_found");
    about({ type: "policy", id: found.policyId }, { no: found.no });
    if (found.state === "DRAFT") return refuse("not_allowed_now");
    if (rate.value === null) return refuse("rate_unknown");
    if (rate.verified) return refuse("rate_needs_no_release");
    await alone(tx, found.policyId);
    if (await tx.rateRelease.count({ where: { policyVersionId: versionId, rateCode, revokedAt: null } }))
      return refuse("rate_released_already");
    const made = await tx.rateRelease.create({
      data: { policyVersionId: versionId, rateCode, reason, releasedById: userIdOf(actor), releasedAt: now },
      select: { id: true },
    });
    return ok(made);
  },
});

/** Takes a release back; what was decided on it stays decided. */
export const revokeRelease = command({
  name: "policies.revokeRelease",
  input: releaseRevocation,
  may: permissions.releaseRates,
  run: async ({ tx, actor, input: { releaseId, reason }, now, about }) => {
    const found = await tx.rateRelease.findUnique({
      where: { id: releaseId },
      select: { rateCode: true, policyVersion: { select: { policyId: true, no: true } } },
    });
    if (!found) return refuse("not_found");
    about({ type: "policy", id: found.policyVersion.policyId }, { no: found.policyVersion.no, rate: found.rateCode });
    const { count } = await tx.rateRelease.updateMany({
      where: { id: releaseId, revokedAt: null },
      data: { revokedAt: now, revokedById: userIdOf(actor), revokeReason: reason },
    });
    return count === 1 ? ok({ id: releaseId }) : refuse("not_allowed_now");
  },
});
