import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import type { PolicyVersionState } from "@/lib/db/generated/enums";

const tones = { DRAFT: "waiting", IN_FORCE: "done", RETIRED: "neutral" } as const;

/** The state of a version in a word. */
export function VersionBadge({ state }: { state: PolicyVersionState }) {
  const t = useTranslations("policies.state");
  return <Badge tone={tones[state]}>{t(state)}</Badge>;
}
