import { useTranslations } from "next-intl";
import { Badge, type Tone } from "@/components/ui/badge";
import type { DataCallState } from "@/lib/db/generated/enums";

const tones: Record<DataCallState, Tone> = { DRAFT: "neutral", OPEN: "waiting", CLOSED: "done" };

export function CallBadge({ state }: { state: DataCallState }) {
  const t = useTranslations("calls.state");
  return <Badge tone={tones[state]}>{t(state)}</Badge>;
}
