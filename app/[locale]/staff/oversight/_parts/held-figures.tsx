import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { dayOf, formatDay } from "@/lib/core/day";
import { formatCount } from "@/lib/core/money";
import type { Oversight } from "@/lib/reports/oversight-queries";

/** What is held up as a whole: by those who owe, and by those who read. Each number leads to its list. */
export function HeldFigures({ all, late, waiting }: { all: Oversight["all"]; late: string; waiting: string }) {
  const t = useTranslations("oversight.figures");
  const locale = useLocale();
  const figures = [
    {
      key: "late",
      value: all.late,
      href: late,
      label: t("late", { organisations: all.organisations, returned: all.returned }),
      detail: all.oldestDue && t("oldestDue", { day: formatDay(all.oldestDue) }),
    },
    {
      key: "waiting",
      value: all.waiting,
      href: waiting,
      label: t("waiting"),
      detail: all.waitingSince && t("waitingSince", { day: formatDay(dayOf(all.waitingSince)) }),
    },
  ];
  return (
    <ul className="grid gap-5 sm:grid-cols-2">
      {figures.map((one) => (
        <Card key={one.key} as="li">
          <Link href={one.href} className="tap flex-col items-start hover:underline">
            <span className="figures font-bold text-3xl text-harbour-900">{formatCount(one.value, locale)}</span>
            <span className="font-semibold">{one.label}</span>
          </Link>
          {one.detail && <p className="mt-1 text-mist-600 text-sm">{one.detail}</p>}
        </Card>
      ))}
    </ul>
  );
}
