import { useTranslations } from "next-intl";
import { Badge, type Tone } from "@/components/ui/badge";
import type { IconName } from "@/components/ui/icon";
import type { VacancyStatus } from "@/lib/db/generated/enums";

const looks: Record<VacancyStatus, { tone: Tone; icon: IconName }> = {
  DRAFT: { tone: "neutral", icon: "pencil" },
  SUBMITTED: { tone: "waiting", icon: "clock" },
  RETURNED: { tone: "refused", icon: "undo-2" },
  APPROVED: { tone: "info", icon: "check" },
  PUBLISHED: { tone: "done", icon: "globe" },
  FILLED: { tone: "done", icon: "circle-check" },
  EXPIRED: { tone: "neutral", icon: "hourglass" },
  WITHDRAWN: { tone: "neutral", icon: "ban" },
};

/** Where a vacancy is in its life. */
export function StatusBadge({ status }: { status: VacancyStatus }) {
  const t = useTranslations("vacancies.status");
  const { tone, icon } = looks[status];
  return (
    <Badge tone={tone} icon={icon}>
      {t(status)}
    </Badge>
  );
}
