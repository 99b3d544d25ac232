import { useTranslations } from "next-intl";
import { Icon, type IconName } from "@/components/ui/icon";
import type { VacancyContent } from "@/lib/vacancies/schema";

const benefits = {
  meals: "utensils",
  bus: "bus",
  dormitory: "bed-double",
  insurance: "shield-check",
} as const satisfies Record<string, IconName>;

export type Benefit = keyof typeof benefits;

/** Meals, bus, dormitory, insurance: those that are offered, each with its icon and word. Nothing where none is. */
export function PackageList({ content }: { content: Pick<VacancyContent, Benefit> }) {
  const t = useTranslations("vacancies.benefit");
  const offered = (Object.keys(benefits) as Benefit[]).filter((benefit) => content[benefit]);
  if (offered.length === 0) return null;
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1 text-mist-700 text-sm">
      {offered.map((benefit) => (
        <li key={benefit} className="inline-flex items-center gap-1.5">
          <Icon name={benefits[benefit]} size={16} />
          {t(benefit)}
        </li>
      ))}
    </ul>
  );
}
