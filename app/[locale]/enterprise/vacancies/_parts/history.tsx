import { useFormatter, useTranslations } from "next-intl";
import { Timeline } from "@/components/ui/timeline";
import type { actsOn } from "@/lib/vacancies/vacancy-queries";

/** What was done with a vacancy, by whom and when; of HEZA's people the office, not the name. */
export function History({ acts }: { acts: Awaited<ReturnType<typeof actsOn>> }) {
  const t = useTranslations("vacancies.desk.history");
  const format = useFormatter();
  type Key = Parameters<typeof t>[0];
  if (acts.length === 0) return <p className="text-mist-600">{t("none")}</p>;
  return (
    <Timeline
      moments={acts.map(({ id, at, command, by }) => {
        const key = `act.${command.split(".")[1] ?? ""}` as Key;
        const who = by === null ? t("system") : by.ofAuthority ? t("authority") : by.name;
        return {
          id,
          title: t.has(key) ? t(key) : t("other"),
          meta: `${who} · ${format.dateTime(at, { day: "2-digit", month: "2-digit", year: "numeric", hour: "2-digit", minute: "2-digit" })}`,
        };
      })}
    />
  );
}
