import { useTranslations } from "next-intl";
import { Icon } from "@/components/ui/icon";
import { type Day, daysBetween, formatDay } from "@/lib/core/day";
import type { AssignmentState } from "@/lib/db/generated/enums";

type Owed = { dueOn: Day; state: AssignmentState; daysLate: number | null };

/** The due day, and how far off it is or by how much it was missed. */
export function Due({ report, today }: { report: Owed; today: Day }) {
  const t = useTranslations("duties.due");
  const { dueOn, state, daysLate } = report;
  const left = daysBetween(today, dueOn);
  const late = daysLate === null ? Math.max(0, -left) : daysLate;
  const said =
    daysLate !== null
      ? late > 0
        ? t("came", { count: late })
        : t("inTime")
      : late > 0
        ? t("late", { count: late })
        : t("left", { count: left });
  return (
    <span className="inline-flex flex-wrap items-baseline gap-x-2">
      <span className="figures whitespace-nowrap">{formatDay(dueOn)}</span>
      {state !== "EXCUSED" && (
        <span
          className={
            late > 0 ? "inline-flex items-center gap-1 font-semibold text-brick text-sm" : "text-mist-600 text-sm"
          }
        >
          {late > 0 && <Icon name="warning" size={15} />}
          {said}
        </span>
      )}
    </span>
  );
}
