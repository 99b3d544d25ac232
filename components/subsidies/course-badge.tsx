import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import type { CourseState } from "@/lib/db/generated/enums";

const tones = { PLANNED: "neutral", RUNNING: "info", COMPLETED: "done", CANCELLED: "refused" } as const;

/** How a course stands. */
export function CourseBadge({ state }: { state: CourseState }) {
  const t = useTranslations("courses.state");
  return <Badge tone={tones[state]}>{t(state)}</Badge>;
}
