import { useFormatter, useTranslations } from "next-intl";
import type { IconName } from "@/components/ui/icon";
import { Timeline } from "@/components/ui/timeline";
import type { HistoryEntry } from "@/lib/vacancies/review-item-queries";
import type { VacancyContent } from "@/lib/vacancies/schema";

const icons: Record<string, IconName> = {
  submitted: "send",
  APPROVED: "check",
  RETURNED: "undo-2",
  WITHDRAWN: "ban",
  published: "globe",
  closed: "lock",
};

/** What happened to a vacancy: what was sent in, what was decided and why, when it went public. */
export function History({ entries }: { entries: readonly HistoryEntry[] }) {
  const t = useTranslations("review");
  const labels = useTranslations("vacancies.field");
  const format = useFormatter();
  return (
    <Timeline
      moments={entries.map((entry, index) => {
        const key = entry.kind === "decided" ? entry.outcome : entry.kind;
        const who = "by" in entry ? entry.by : null;
        const when = format.dateTime(new Date(entry.at), { dateStyle: "short", timeStyle: "short" });
        return {
          id: `${entry.at}-${index}`,
          icon: icons[key],
          title: t(`history.${key as "submitted"}`, { no: "no" in entry ? entry.no : 0 }),
          meta: who ? `${who} · ${when}` : when,
          body: entry.kind === "decided" && entry.reasons.length > 0 && (
            <ul className="space-y-1">
              {entry.reasons.map(({ field, reason }) => (
                <li key={field}>
                  {field !== "general" && <b>{labels(field as keyof VacancyContent)}: </b>}
                  {reason}
                </li>
              ))}
            </ul>
          ),
        };
      })}
    />
  );
}
