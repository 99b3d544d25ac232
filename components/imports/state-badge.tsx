import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import type { IconName } from "@/components/ui/icon";
import type { ImportState } from "@/lib/db/generated/enums";

const looks: Record<ImportState, { tone: "neutral" | "info" | "done" | "waiting" | "refused"; icon: IconName }> = {
  READING: { tone: "info", icon: "hourglass" },
  MAPPING: { tone: "waiting", icon: "pencil" },
  CHECKING: { tone: "info", icon: "hourglass" },
  CHECKED: { tone: "waiting", icon: "eye" },
  APPLYING: { tone: "info", icon: "hourglass" },
  APPLIED: { tone: "done", icon: "circle-check" },
  UNREADABLE: { tone: "refused", icon: "circle-x" },
  DISCARDED: { tone: "neutral", icon: "trash" },
};

export function ImportBadge({ state }: { state: ImportState }) {
  const t = useTranslations("imports.state");
  const { tone, icon } = looks[state];
  return (
    <Badge tone={tone} icon={icon}>
      {t(state)}
    </Badge>
  );
}
