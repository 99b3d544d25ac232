import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { SelectField } from "@/components/ui/field";
import { FilterForm } from "@/components/ui/filter-form";
import { type LateQuery, lateDays, reaches } from "@/lib/deadlines/escalation-list";
import type { lateChoices } from "@/lib/deadlines/escalation-queries";
import { periodName } from "@/lib/deadlines/recurrence";
import { reportingUnits } from "@/lib/deadlines/unit";

/** The filters of late reports as an ordinary form: the address is the state, and it works without script. */
export function LateFilters({
  action,
  query,
  choices,
  active,
}: {
  action: string;
  query: LateQuery;
  choices: Awaited<ReturnType<typeof lateChoices>>;
  active: boolean;
}) {
  const t = useTranslations("reminders.late");
  const units = useTranslations("register.unit");
  const locale = useLocale();
  const all = t("filter.all");
  const name = (one: { nameVi: string; nameEn: string }) => (locale === "vi" ? one.nameVi : one.nameEn);
  const obligations = new Map(choices.periods.map((one) => [one.obligationId, name(one)]));
  return (
    <FilterForm
      key={JSON.stringify(query)}
      action={action}
      fixed={{
        sort: query.sort === "due" ? undefined : query.sort,
        dir: query.dir === "asc" ? undefined : query.dir,
      }}
      search={{ id: "late-q", label: t("filter.search"), value: query.q }}
      words={{ apply: t("filter.apply"), clear: t("filter.clear"), filters: t("filter.filters") }}
      active={active}
      clear={action}
      as={Link}
    >
      <SelectField
        name="obligation"
        label={t("obligation")}
        empty={all}
        defaultValue={query.obligation}
        choices={[...obligations].map(([id, label]) => ({ value: String(id), label }))}
      />
      <SelectField
        name="period"
        label={t("period")}
        empty={all}
        defaultValue={query.period}
        choices={choices.periods
          .filter(({ obligationId }) => !query.obligation || obligationId === query.obligation)
          .map((one) => ({
            value: String(one.id),
            label: [periodName(one.slot), name(one)].filter(Boolean).join(" · "),
          }))}
      />
      <SelectField
        name="park"
        label={t("park")}
        empty={all}
        defaultValue={query.park}
        choices={choices.parks.map((park) => ({
          value: String(park.id),
          label: locale === "vi" ? park.shortNameVi : park.shortNameEn,
        }))}
      />
      <SelectField
        name="unit"
        label={t("unit")}
        empty={all}
        defaultValue={query.unit}
        choices={reportingUnits.map((value) => ({ value, label: units(value) }))}
      />
      <SelectField
        name="reviewer"
        label={t("reviewer")}
        empty={all}
        defaultValue={query.reviewer}
        choices={reportingUnits.map((value) => ({ value, label: units(value) }))}
      />
      <SelectField
        name="days"
        label={t("filter.days")}
        empty={all}
        defaultValue={query.days}
        choices={lateDays.map((days) => ({ value: String(days), label: t("filter.daysFrom", { days }) }))}
      />
      <SelectField
        name="reach"
        label={t("filter.reach")}
        empty={all}
        defaultValue={query.reach}
        choices={reaches.map((value) => ({ value, label: t(value) }))}
      />
    </FilterForm>
  );
}
