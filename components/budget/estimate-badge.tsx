import { useTranslations } from "next-intl";
import { Badge, type Tone } from "@/components/ui/badge";
import type { EstimateState } from "@/lib/db/generated/enums";

const tones: Record<EstimateState, Tone> = {
  DRAFT: "neutral",
  SUBMITTED: "waiting",
  RETURNED: "refused",
  PROPOSED: "waiting",
  APPROVED: "done",
  WITHDRAWN: "neutral",
};

export const EstimateBadge = ({ state }: { state: EstimateState }) => (
  <Badge tone={tones[state]}>{useTranslations("estimates.state")(state)}</Badge>
);
