import { effectOfPolicy, openDossiers } from "@/lib/subsidies/policy-effect-queries";
import type { PolicyVersion } from "@/lib/subsidies/policy-queries";
import { EffectCount } from "./effect-count";

/** What the draft would change in the open dossiers, if they were judged by it: the first of them here, the others as they come. */
export async function Effect({ version }: { version: PolicyVersion }) {
  const [first, open] = await Promise.all([effectOfPolicy(version), openDossiers(version.policyId)]);
  return <EffectCount versionId={version.versionId} first={first} open={open} />;
}
