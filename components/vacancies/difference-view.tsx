import { useTranslations } from "next-intl";
import { DiffList } from "@/components/ui/diff-list";
import { differences } from "@/lib/vacancies/content";
import type { VacancyContent } from "@/lib/vacancies/schema";
import { type ContentNames, FieldValue } from "./field-value";

/** What changed between two contents of a vacancy, field by field. */
export function DifferenceView({
  before,
  after,
  names,
}: {
  before: VacancyContent;
  after: VacancyContent;
  names: ContentNames;
}) {
  const t = useTranslations("vacancies");
  const changed = differences(before, after);
  if (changed.length === 0) return <p className="text-mist-700">{t("noDifference")}</p>;
  const shown = (field: keyof VacancyContent, value: VacancyContent[keyof VacancyContent]) =>
    value === null || value === "" ? null : <FieldValue field={field} value={value} names={names} />;
  return (
    <DiffList
      differences={changed.map(({ field, ...values }) => ({
        key: field,
        label: t(`field.${field}`),
        before: shown(field, values.before),
        after: shown(field, values.after),
      }))}
    />
  );
}
