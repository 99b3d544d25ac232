import { useTranslations } from "next-intl";
import { Badge, type Tone } from "@/components/ui/badge";
import type { DifficultyState } from "@/lib/db/generated/enums";

const tones: Record<DifficultyState, Tone> = {
  OPEN: "hot",
  IN_PROGRESS: "waiting",
  RESOLVED: "done",
  REFERRED: "info",
};

export function DifficultyBadge({ state }: { state: DifficultyState }) {
  const t = useTranslations("calls.difficulty");
  return <Badge tone={tones[state]}>{t(state)}</Badge>;
}
