import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import type { IconName } from "@/components/ui/icon";
import { Timeline } from "@/components/ui/timeline";
import { type Day, dayToDate, formatDay } from "@/lib/core/day";
import type { ObligationEntry } from "@/lib/deadlines/obligation-queries";
import { stepWords } from "@/lib/deadlines/rule-words";

const icons: Record<string, IconName> = { MESSAGE: "mail", PHONE: "phone", LETTER: "file-text" };

/** The days of the next period: when answers begin to be taken, each step of the ladder, and the due day among them. `whoGets` leads to the people. */
export function LadderDays({ next, whoGets }: { next: ObligationEntry["next"]; whoGets: string | null }) {
  const t = useTranslations("deadlines");
  const rules = useTranslations("deadlines.rule");
  const locale = useLocale();
  const weekday = new Intl.DateTimeFormat(locale, { weekday: "long", timeZone: "UTC" });
  if (!next) return <Card title={t("detail.ladder")}>{t("detail.noNext")}</Card>;
  const day = (on: Day) => `${weekday.format(dayToDate(on))} ${formatDay(on)}`;
  const moments = [
    {
      on: next.opensOn,
      order: 0,
      id: "opens",
      icon: "inbox" as const,
      title: t("detail.opens"),
      meta: day(next.opensOn),
    },
    {
      on: next.dueOn,
      order: 1,
      id: "due",
      icon: "calendar" as const,
      title: <strong>{t("detail.dueDay")}</strong>,
      meta: day(next.dueOn),
    },
    ...next.steps.map(({ step, act, on }) => ({
      on,
      order: 2,
      id: `${step} ${act}`,
      icon: icons[act],
      title: t(`form.act.${act}`),
      meta: `${day(on)} · ${stepWords({ step }, rules)}`,
    })),
  ].sort((a, b) => a.on.localeCompare(b.on) || a.order - b.order);
  return (
    <Card title={t("detail.ladder")}>
      <Timeline moments={moments} />
      {whoGets && (
        <p className="mt-4">
          <Link className="link tap" href={whoGets}>
            {t("detail.whoGets")}
          </Link>
        </p>
      )}
    </Card>
  );
}
