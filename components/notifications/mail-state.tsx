import { useTranslations } from "next-intl";
import { Badge, type Tone } from "@/components/ui/badge";
import type { IconName } from "@/components/ui/icon";
import type { MailState } from "@/lib/notifications/schema";

const looks: Record<MailState, { tone: Tone; icon?: IconName }> = {
  QUEUED: { tone: "waiting" },
  SENDING: { tone: "waiting", icon: "send" },
  SENT: { tone: "done" },
  KEPT: { tone: "info", icon: "inbox" },
  FAILED: { tone: "refused" },
};

export function MailStateBadge({ state }: { state: MailState }) {
  const t = useTranslations("admin.mail.status");
  return <Badge {...looks[state]}>{t(state)}</Badge>;
}
