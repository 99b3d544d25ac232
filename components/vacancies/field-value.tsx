import { useLocale, useTranslations } from "next-intl";
import { formatDay } from "@/lib/core/day";
import { formatCount } from "@/lib/core/money";
import type { VacancyContent } from "@/lib/vacancies/schema";

/** Names of the rows that a content points to, by id, in the reader's language. */
export type ContentNames = { occupations: Record<number, string>; parks: Record<number, string> };

const money: ReadonlySet<keyof VacancyContent> = new Set(["wageBase", "wageMin", "wageMax"]);

/** One field of a vacancy as a person reads it; null where it says nothing. */
export function FieldValue({
  field,
  value,
  names,
}: {
  field: keyof VacancyContent;
  value: VacancyContent[keyof VacancyContent];
  names: ContentNames;
}) {
  const t = useTranslations("vacancies");
  const locale = useLocale();
  if (value === null || value === "") return null;
  if (typeof value === "boolean") return t(value ? "yes" : "no");
  switch (field) {
    case "occupationId":
      return names.occupations[Number(value)] ?? `#${value}`;
    case "parkId":
      return names.parks[Number(value)] ?? `#${value}`;
    case "positionGroup":
    case "contractType":
    case "shift":
      return t(`${field}.${value}` as "shift.DAY");
    case "deadline":
      return <span className="figures">{formatDay(String(value))}</span>;
    case "experienceMonths":
      return t("months", { count: Number(value) });
    default:
  }
  if (typeof value === "number")
    return (
      <span className="figures">
        {money.has(field) ? t("dongMonthly", { amount: formatCount(value, locale) }) : formatCount(value, locale)}
      </span>
    );
  return <span className="whitespace-pre-line break-words">{value}</span>;
}
