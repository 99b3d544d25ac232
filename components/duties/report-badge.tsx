import { useTranslations } from "next-intl";
import { Badge, type Tone } from "@/components/ui/badge";
import type { AssignmentState } from "@/lib/db/generated/enums";

const tones: Record<AssignmentState, Tone> = {
  OWED: "neutral",
  DRAFT: "neutral",
  SUBMITTED: "waiting",
  RETURNED: "hot",
  ACCEPTED: "done",
  EXCUSED: "info",
};

/** The state of a report that is owed. */
export function ReportBadge({ state }: { state: AssignmentState }) {
  const t = useTranslations("duties.state");
  return <Badge tone={tones[state]}>{t(state)}</Badge>;
}
