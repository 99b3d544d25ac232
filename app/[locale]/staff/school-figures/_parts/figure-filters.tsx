import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { Button, LinkButton } from "@/components/ui/button";
import { SelectField } from "@/components/ui/field";
import { type CohortQuery, cohortAddress } from "@/lib/cohorts/figures";
import { trainingFields, trainingLevels } from "@/lib/cohorts/vocabulary";
import { ProvinceField, SchoolKindField } from "../../_parts/school-fields";

/** Filters as an ordinary form: the address is the state. What was narrowed by a link is kept. */
export function FigureFilters({
  query,
  years,
  school,
  here,
}: {
  query: CohortQuery;
  years: readonly number[];
  school: { id: number; nameVi: string } | null;
  here: string;
}) {
  const t = useTranslations("calls");
  const locale = useLocale();
  const { by, programme, accreditation, sort, direction, year, field, level, kind, province } = query;
  const terms = (list: readonly { value: string; label: { vi: string; en: string } }[]) =>
    list.map(({ value, label }) => ({ value, label: label[locale] }));
  const fixed = { by, programme, accreditation, sort, direction };
  const narrowed = [field, level, kind, province, programme, accreditation, school].some(
    (one) => one !== undefined && one !== null,
  );
  const yearChoices = years.map((one) => ({ value: String(one), label: String(one) }));
  return (
    <form
      action={here}
      key={JSON.stringify(query)}
      className="no-print my-4 grid grid-cols-2 items-end gap-3 sm:flex sm:flex-wrap"
    >
      {Object.entries(fixed).map(
        ([name, value]) => value !== undefined && <input key={name} type="hidden" name={name} value={value} />,
      )}
      <SelectField
        name="year"
        label={t("by.year")}
        defaultValue={year ?? "all"}
        choices={[...yearChoices, { value: "all", label: t("figures.allYears") }]}
      />
      <SelectField
        name="with"
        label={t("figures.with")}
        empty={t("figures.withNone")}
        defaultValue={query.with ?? ""}
        choices={yearChoices.filter(({ value }) => value !== String(year))}
      />
      <SelectField
        name="field"
        label={t("by.field")}
        empty={t("any")}
        defaultValue={field ?? ""}
        choices={terms(trainingFields)}
      />
      <SelectField
        name="level"
        label={t("by.level")}
        empty={t("any")}
        defaultValue={level ?? ""}
        choices={terms(trainingLevels)}
      />
      <SchoolKindField value={kind} />
      <ProvinceField value={province} />
      {school && (
        <SelectField
          name="school"
          label={t("by.school")}
          empty={t("any")}
          defaultValue={school.id}
          choices={[{ value: String(school.id), label: school.nameVi }]}
        />
      )}
      <Button type="submit">{t("apply")}</Button>
      {narrowed && (
        <LinkButton as={Link} variant="quiet" href={here + cohortAddress({ by, year })}>
          {t("figures.clear")}
        </LinkButton>
      )}
    </form>
  );
}
