import { useLocale, useTranslations } from "next-intl";
import { Icon } from "@/components/ui/icon";
import { formatDay } from "@/lib/core/day";
import type { MovedByCalendar } from "@/lib/deadlines/calendar-commands";

const most = 40;

/** Due days that a change of the calendar moves, by obligation. */
export function MovedList({ moved }: { moved: readonly MovedByCalendar[] }) {
  const t = useTranslations("deadlines.calendar");
  const locale = useLocale();
  if (moved.length === 0) return <p>{t("movesNothing")}</p>;
  return (
    <>
      <p className="font-semibold text-harbour-900">{t("moves", { count: moved.length })}</p>
      <ul className="mt-2 divide-y divide-mist-100">
        {moved.slice(0, most).map((one) => (
          <li
            key={`${one.obligationVi} ${one.slot}`}
            className="flex flex-wrap justify-between gap-x-4 gap-y-0.5 py-1.5"
          >
            <span>{locale === "vi" ? one.obligationVi : one.obligationEn}</span>
            <span className="figures flex items-center gap-1.5">
              {formatDay(one.from)} <Icon name="arrow-right" size={14} /> <strong>{formatDay(one.to)}</strong>
            </span>
          </li>
        ))}
      </ul>
      {moved.length > most && <p className="mt-1">{t("more", { count: moved.length - most })}</p>}
    </>
  );
}
