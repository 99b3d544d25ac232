import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import type { FormVersionState } from "@/lib/db/generated/enums";

const tones = { DRAFT: "waiting", IN_FORCE: "done", RETIRED: "neutral" } as const;

/** The state of a version in a word. */
export function VersionBadge({ state }: { state: FormVersionState }) {
  const t = useTranslations("forms.state");
  return <Badge tone={tones[state]}>{t(state)}</Badge>;
}
