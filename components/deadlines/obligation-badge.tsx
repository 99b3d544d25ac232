import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import type { ObligationState } from "@/lib/db/generated/enums";

const tones = { DRAFT: "neutral", LIVE: "done", ENDED: "neutral" } as const;
const icons = { DRAFT: "pencil", LIVE: "check", ENDED: "ban" } as const;

export function ObligationBadge({ state }: { state: ObligationState }) {
  const t = useTranslations("deadlines.state");
  return (
    <Badge tone={tones[state]} icon={icons[state]}>
      {t(state)}
    </Badge>
  );
}
