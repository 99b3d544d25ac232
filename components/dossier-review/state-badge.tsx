import { useTranslations } from "next-intl";
import { Badge, type Tone } from "@/components/ui/badge";
import type { ApprovalState, DossierState, PersonDecision } from "@/lib/db/generated/enums";

const dossierTones: Record<DossierState, Tone> = {
  DRAFT: "neutral",
  SUBMITTED: "waiting",
  IN_REVIEW: "info",
  CORRECTING: "waiting",
  PROPOSED: "info",
  CHECKED: "info",
  APPROVED: "done",
  REFUSED: "refused",
  WITHDRAWN: "neutral",
};
const listTones: Record<ApprovalState, Tone> = {
  GATHERING: "neutral",
  PROPOSED: "waiting",
  CHECKED: "waiting",
  APPROVED: "done",
  DISSOLVED: "refused",
};
const decisionTones: Record<PersonDecision, Tone> = { PENDING: "neutral", ACCEPTED: "done", REFUSED: "refused" };

export function DossierBadge({ state }: { state: DossierState }) {
  return <Badge tone={dossierTones[state]}>{useTranslations("dossierReview.state")(state)}</Badge>;
}
export function ListBadge({ state }: { state: ApprovalState }) {
  return <Badge tone={listTones[state]}>{useTranslations("dossierReview.listState")(state)}</Badge>;
}
export function DecisionBadge({ decision }: { decision: PersonDecision }) {
  return <Badge tone={decisionTones[decision]}>{useTranslations("dossierReview.decision")(decision)}</Badge>;
}
