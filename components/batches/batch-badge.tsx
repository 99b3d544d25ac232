import { useTranslations } from "next-intl";
import { Badge, type Tone } from "@/components/ui/badge";
import type { IconName } from "@/components/ui/icon";
import type { BatchStatus } from "@/lib/db/generated/enums";

const looks: Record<BatchStatus, { tone: Tone; icon: IconName }> = {
  COLLECTING: { tone: "info", icon: "inbox" },
  REVIEWING: { tone: "waiting", icon: "clock" },
  PUBLISHED: { tone: "done", icon: "globe" },
  CLOSED: { tone: "neutral", icon: "lock" },
  WITHDRAWN: { tone: "refused", icon: "ban" },
};

/** Where a batch is in its life. */
export function BatchBadge({ status }: { status: BatchStatus }) {
  const t = useTranslations("batches.status");
  const { tone, icon } = looks[status];
  return (
    <Badge tone={tone} icon={icon}>
      {t(status)}
    </Badge>
  );
}
