import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { Button, LinkButton } from "@/components/ui/button";
import { SelectField, TextField } from "@/components/ui/field";
import { Icon } from "@/components/ui/icon";
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
    // Keyed by its state: after a link has changed the address the fields show it.
    <form key={JSON.stringify(query)} action={action} className="mb-4">
      {query.sort !== "name" && <input type="hidden" name="sort" value={query.sort} />}
      {query.dir !== "asc" && <input type="hidden" name="dir" value={query.dir} />}
      <div className="flex flex-wrap items-end gap-2">
        <TextField
          fieldClass="min-w-56 flex-1 sm:max-w-md"
          name="q"
          id="enterprises-q"
          type="search"
          label={t("list.search")}
          hideLabel
          placeholder={t("list.search")}
          defaultValue={query.q}
        />
        <Button type="submit" icon="search">
          {t("list.apply")}
        </Button>
        {active && (
          <LinkButton as={Link} href={action} variant="quiet">
            {t("list.clear")}
          </LinkButton>
        )}
      </div>
      <details open={active} className="group mt-2">
        <summary className="inline-flex min-h-9 cursor-pointer list-none items-center gap-1.5 rounded-control pr-2 font-semibold text-harbour-600 text-sm">
          <Icon name="funnel" size={16} />
          {t("list.filters")}
          <Icon name="chevron-down" size={16} className="group-open:rotate-180" />
        </summary>
        <div className="mt-2 grid gap-3 sm:grid-cols-2 lg:grid-cols-3 xl:grid-cols-6">
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
        </div>
      </details>
    </form>
  );
}
