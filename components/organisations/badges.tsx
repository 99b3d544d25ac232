import { useTranslations } from "next-intl";
import { Badge, type Tone } from "@/components/ui/badge";
import type { IconName } from "@/components/ui/icon";
import type { EnterpriseLifecycle } from "@/lib/db/generated/enums";

const looks: Record<EnterpriseLifecycle, { tone: Tone; icon: IconName }> = {
  INVESTING: { tone: "info", icon: "hourglass" },
  OPERATING: { tone: "done", icon: "factory" },
  SUSPENDED: { tone: "waiting", icon: "clock" },
  CLOSED: { tone: "neutral", icon: "ban" },
};

/** Where an enterprise is in its life. */
export function LifecycleBadge({ lifecycle }: { lifecycle: EnterpriseLifecycle }) {
  const t = useTranslations("register.lifecycle");
  return <Badge {...looks[lifecycle]}>{t(lifecycle)}</Badge>;
}

/** Whether HEZA has verified the enterprise's account. */
export function VerifiedBadge({ verified }: { verified: boolean }) {
  const t = useTranslations("register.verified");
  return (
    <Badge tone={verified ? "done" : "waiting"} icon={verified ? "circle-check" : "clock"}>
      {t(verified ? "yes" : "no")}
    </Badge>
  );
}
