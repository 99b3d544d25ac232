import { useTranslations } from "next-intl";
import { Badge, type Tone } from "@/components/ui/badge";
import type { DossierState } from "@/lib/db/generated/enums";

const tones: Record<DossierState, Tone> = {
  DRAFT: "neutral",
  SUBMITTED: "waiting",
  IN_REVIEW: "waiting",
  CORRECTING: "hot",
  PROPOSED: "waiting",
  CHECKED: "waiting",
  APPROVED: "done",
  REFUSED: "refused",
  WITHDRAWN: "neutral",
};

/** The state of a dossier, in the applicant's words. */
export function DossierBadge({ state }: { state: DossierState }) {
  const t = useTranslations("dossiers.state");
  return <Badge tone={tones[state]}>{t(state)}</Badge>;
}
