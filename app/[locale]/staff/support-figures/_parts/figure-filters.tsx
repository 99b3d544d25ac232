import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { Button, LinkButton } from "@/components/ui/button";
import { SelectField } from "@/components/ui/field";
import { type FigureNames, type FiguresQuery, figuresAddress, unknownKey } from "@/lib/budget/figures";

/** Filters of the figures as an ordinary form: the address is the state. What is narrowed by a link is kept. */
export function FigureFiltersForm({
  query,
  names,
  here,
  year,
}: {
  query: FiguresQuery;
  names: FigureNames;
  here: string;
  year: number;
}) {
  const t = useTranslations("supportFigures");
  const locale = useLocale();
  const choices = (values: ReadonlyMap<string, { vi: string; en: string }>, unknown: boolean) => [
    { value: "", label: t("all") },
    ...[...values].map(([value, name]) => ({ value, label: name[locale] })),
    ...(unknown ? [{ value: unknownKey, label: t("unknown") }] : []),
  ];
  const { by, measure, enterprise, school, quarter, reason, page: _, ...shown } = query;
  const fixed = { by, measure, enterprise, school, quarter, reason };
  const years = Array.from({ length: 8 }, (_unused, at) => String(year + 1 - at));
  const active = Object.values({ ...shown, enterprise, school, quarter, reason }).some((one) => one !== undefined);
  return (
    <form action={here} key={JSON.stringify(query)} className="no-print my-4 flex flex-wrap items-end gap-3">
      {Object.entries(fixed).map(
        ([name, value]) => value !== undefined && <input key={name} type="hidden" name={name} value={value} />,
      )}
      <SelectField
        name="policy"
        label={t("policy")}
        defaultValue={query.policy ?? ""}
        choices={choices(names.policy, false)}
      />
      <SelectField
        name="year"
        label={t("year")}
        defaultValue={query.year ?? ""}
        choices={[{ value: "", label: t("all") }, ...years.map((value) => ({ value, label: value }))]}
      />
      {(["park", "occupation", "group"] as const).map((name) => (
        <SelectField
          key={name}
          name={name}
          label={t(`by.${name}`)}
          defaultValue={query[name] ?? ""}
          choices={choices(names[name], true)}
        />
      ))}
      <Button type="submit">{t("apply")}</Button>
      {active && (
        <LinkButton as={Link} variant="quiet" href={here + figuresAddress({ by, measure })}>
          {t("clear")}
        </LinkButton>
      )}
    </form>
  );
}
