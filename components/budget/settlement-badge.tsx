import { useTranslations } from "next-intl";
import { Badge, type Tone } from "@/components/ui/badge";
import type { SettlementState } from "@/lib/db/generated/enums";

const tones: Record<SettlementState, Tone> = { DRAFT: "neutral", PROPOSED: "waiting", CLOSED: "done" };

export const SettlementBadge = ({ state }: { state: SettlementState }) => (
  <Badge tone={tones[state]}>{useTranslations("settlements.state")(state)}</Badge>
);
