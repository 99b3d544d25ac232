import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { Button, LinkButton } from "@/components/ui/button";
import { SelectField, TextField } from "@/components/ui/field";
import { Icon } from "@/components/ui/icon";
import { batchName } from "@/lib/vacancies/batch-rules";
import type { queueChoices } from "@/lib/vacancies/review-queries";
import type { QueueQuery } from "@/lib/vacancies/review-schema";

const groups = ["MANAGER", "HIGH_TECHNICAL", "MID_TECHNICAL", "OTHER"] as const;
const severities = ["block", "warn", "info", "none"] as const;
const usual = { sort: "since", dir: "asc", size: 50 };

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
    // Keyed by its state: after a link has changed the address the fields show it.
    <form key={JSON.stringify(query)} action={action} className="my-4">
      {query.tab !== "waiting" && <input type="hidden" name="tab" value={query.tab} />}
      {(["sort", "dir"] as const).map(
        (name) => query[name] !== usual[name] && <input key={name} type="hidden" name={name} value={query[name]} />,
      )}
      <div className="flex flex-wrap items-end gap-2">
        <TextField
          fieldClass="min-w-56 flex-1 sm:max-w-md"
          name="q"
          id="queue-q"
          type="search"
          label={t("q")}
          hideLabel
          placeholder={t("q")}
          defaultValue={query.q}
        />
        <Button type="submit" icon="search">
          {t("apply")}
        </Button>
        {active && (
          <LinkButton as={Link} href={clear} variant="quiet">
            {t("clear")}
          </LinkButton>
        )}
      </div>
      <details open={active} className="group mt-2">
        <summary className="inline-flex min-h-9 cursor-pointer list-none items-center gap-1.5 rounded-control pr-2 font-semibold text-harbour-600 text-sm">
          <Icon name="funnel" size={16} />
          {t("title")}
          <Icon name="chevron-down" size={16} className="group-open:rotate-180" />
        </summary>
        <div className="mt-2 grid gap-3 sm:grid-cols-2 lg:grid-cols-3 xl:grid-cols-6">
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
        </div>
      </details>
    </form>
  );
}
