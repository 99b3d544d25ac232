"use server";

import {
  bringPolicyIntoForce,
  draftPolicy,
  dropPolicyDraft,
  releaseRate,
  retirePolicy,
  revokeRelease,
  savePolicyDraft,
} from "@/lib/subsidies/policy-commands";
import { action } from "@/lib/web/action";

export const draft = action(draftPolicy);
export const save = action(savePolicyDraft);
export const keep = action(savePolicyDraft, { refresh: false });
export const drop = action(dropPolicyDraft);
export const decide = action(bringPolicyIntoForce);
export const retire = action(retirePolicy);
export const release = action(releaseRate);
export const revoke = action(revokeRelease);
