import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { SelectField } from "@/components/ui/field";
import { FilterForm } from "@/components/ui/filter-form";
import { batchName } from "@/lib/vacancies/batch-rules";
import type { queueChoices } from "@/lib/vacancies/review-queries";
import type { QueueQuery } from "@/lib/vacancies/review-schema";

const groups = ["MANAGER", "HIGH_TECHNICAL", "MID_TECHNICAL", "OTHER"] as const;
const severities = ["block", "warn", "info", "none"] as const;
const usual = { sort: "since", dir: "asc" };

/** The queue's filters as an ordinary form: the address is the state, and it works without script. */
export function QueueFilters({
  action,
  query,
  choices,
  active,
  clear,
}: {
  action: string;
  query: QueueQuery;
  choices: Awaited<ReturnType<typeof queueChoices>>;
  active: boolean;
  clear: string;
}) {
  const t = useTranslations("review.filter");
  const position = useTranslations("vacancies.positionGroup");
  const locale = useLocale();
  const all = t("all");
  return (
    <FilterForm
      key={JSON.stringify(query)}
      action={action}
      fixed={{
        tab: query.tab === "waiting" ? undefined : query.tab,
        sort: query.sort === usual.sort ? undefined : query.sort,
        dir: query.dir === usual.dir ? undefined : query.dir,
      }}
      search={{ id: "queue-q", label: t("q"), value: query.q }}
      words={{ apply: t("apply"), clear: t("clear"), filters: t("title") }}
      active={active}
      clear={clear}
      as={Link}
    >
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
        name="batch"
        label={t("batch")}
        empty={all}
        defaultValue={query.batch}
        choices={choices.batches.map((batch) => ({ value: String(batch.id), label: batchName(locale, batch) }))}
      />
      <SelectField
        name="group"
        label={t("group")}
        empty={all}
        defaultValue={query.group}
        choices={groups.map((group) => ({ value: group, label: position(group) }))}
      />
      <SelectField
        name="finding"
        label={t("finding")}
        empty={all}
        defaultValue={query.finding}
        choices={severities.map((severity) => ({ value: severity, label: t(severity) }))}
      />
      <SelectField
        name="holder"
        label={t("holder")}
        empty={all}
        defaultValue={query.holder}
        choices={[
          { value: "none", label: t("nobody") },
          ...choices.reviewers.map((person) => ({ value: String(person.id), label: person.fullName })),
        ]}
      />
      <SelectField
        name="size"
        label={t("size")}
        defaultValue={query.size}
        choices={["50", "200", "500"].map((value) => ({ value, label: value }))}
      />
    </FilterForm>
  );
}
