"use server";

import { problemsOf } from "@/lib/core/problems";
import { ok, type Result, refuse } from "@/lib/core/result";
import { permissions } from "@/lib/identity/permissions";
import {
  bringPolicyIntoForce,
  draftPolicy,
  dropPolicyDraft,
  releaseRate,
  retirePolicy,
  revokeRelease,
  savePolicyDraft,
} from "@/lib/subsidies/policy-commands";
import type { PolicyEffect } from "@/lib/subsidies/policy-effect";
import { effectOfPolicy } from "@/lib/subsidies/policy-effect-queries";
import { policyVersion } from "@/lib/subsidies/policy-queries";
import { askedEffect } from "@/lib/subsidies/policy-schema";
import { action } from "@/lib/web/action";
import { getActor } from "@/lib/web/session";

export const draft = action(draftPolicy);
export const save = action(savePolicyDraft);
export const keep = action(savePolicyDraft, { refresh: false });
export const drop = action(dropPolicyDraft);
export const decide = action(bringPolicyIntoForce);
export const retire = action(retirePolicy);
export const release = action(releaseRate);
export const revoke = action(revokeRelease);

/** What a version would change in the next open dossiers; writes nothing. */
export async function effectAfter(raw: unknown): Promise<Result<PolicyEffect>> {
  if (!permissions.readPolicies(await getActor())) return refuse("forbidden");
  const parsed = askedEffect.safeParse(raw);
  if (!parsed.success) return refuse("invalid_input", { fields: problemsOf(parsed.error) });
  const version = await policyVersion(parsed.data.id);
  return version ? ok(await effectOfPolicy(version, parsed.data.after)) : refuse("not_found");
}
