import { useTranslations } from "next-intl";
import { Badge, type Tone } from "@/components/ui/badge";
import type { ControlState } from "@/lib/db/generated/enums";

const tones: Record<ControlState, Tone> = {
  DRAWN: "neutral",
  ASKED: "waiting",
  ANSWERED: "info",
  JUDGED: "info",
  DEMANDED: "refused",
  CLOSED: "done",
};

export function ControlBadge({ state }: { state: ControlState }) {
  return <Badge tone={tones[state]}>{useTranslations("payments.controlState")(state)}</Badge>;
}
