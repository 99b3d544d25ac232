import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import type { InternshipOfferState, InternshipState } from "@/lib/db/generated/enums";

const offers = { OPEN: "done", CLOSED: "neutral", WITHDRAWN: "refused" } as const;
const placements = {
  PROPOSED: "waiting",
  CONFIRMED: "info",
  REFUSED: "refused",
  WITHDRAWN: "neutral",
  RUNNING: "info",
  COMPLETED: "done",
} as const;

/** How an offer stands. */
export function OfferBadge({ state }: { state: InternshipOfferState }) {
  const t = useTranslations("internships.offerState");
  return <Badge tone={offers[state]}>{t(state)}</Badge>;
}

/** How a placement stands. */
export function PlacementBadge({ state }: { state: InternshipState }) {
  const t = useTranslations("internships.placementState");
  return <Badge tone={placements[state]}>{t(state)}</Badge>;
}
