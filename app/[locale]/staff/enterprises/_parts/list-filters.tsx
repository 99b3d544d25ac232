import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { SelectField } from "@/components/ui/field";
import { FilterForm } from "@/components/ui/filter-form";
import { EnterpriseLifecycle } from "@/lib/db/generated/enums";
import { countryName } from "@/lib/organisations/countries";
import type { listChoices } from "@/lib/organisations/enterprise-queries";
import type { ListQuery } from "@/lib/organisations/list";

/** The register's filters as an ordinary form: the address is the state, and it works without script. */
export function ListFilters({
  action,
  query,
  choices,
  active,
}: {
  action: string;
  query: ListQuery;
  choices: Awaited<ReturnType<typeof listChoices>>;
  active: boolean;
}) {
  const t = useTranslations("register");
  const locale = useLocale();
  const all = t("list.all");
  const yesNo = (yes: string, no: string) => [
    { value: "yes", label: yes },
    { value: "no", label: no },
  ];
  const has = yesNo(t("list.has"), t("list.hasNot"));
  const countries = choices.countries
    .map((value) => ({ value, label: countryName(value, locale) }))
    .sort((a, b) => a.label.localeCompare(b.label, locale));
  return (
    <FilterForm
      key={JSON.stringify(query)}
      action={action}
      fixed={{
        sort: query.sort === "name" ? undefined : query.sort,
        dir: query.dir === "asc" ? undefined : query.dir,
      }}
      search={{ id: "enterprises-q", label: t("list.search"), value: query.q }}
      words={{ apply: t("list.apply"), clear: t("list.clear"), filters: t("list.filters") }}
      active={active}
      clear={action}
      as={Link}
    >
      <SelectField
        name="park"
        label={t("list.park")}
        empty={all}
        defaultValue={query.park}
        choices={choices.parks.map((park) => ({
          value: String(park.id),
          label: locale === "vi" ? park.shortNameVi : park.shortNameEn,
        }))}
      />
      <SelectField
        name="lifecycle"
        label={t("list.lifecycle")}
        empty={all}
        defaultValue={query.lifecycle}
        choices={Object.values(EnterpriseLifecycle).map((value) => ({ value, label: t(`lifecycle.${value}`) }))}
      />
      <SelectField
        name="verified"
        label={t("list.verified")}
        empty={all}
        defaultValue={query.verified}
        choices={yesNo(t("verified.yes"), t("verified.no"))}
      />
      <SelectField
        name="country"
        label={t("list.country")}
        empty={all}
        defaultValue={query.country}
        choices={countries}
      />
      <SelectField name="union" label={t("list.union")} empty={all} defaultValue={query.union} choices={has} />
      <SelectField
        name="agreement"
        label={t("list.agreement")}
        empty={all}
        defaultValue={query.agreement}
        choices={has}
      />
    </FilterForm>
  );
}
