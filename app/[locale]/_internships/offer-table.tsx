import Link from "next/link";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { OfferBadge } from "@/components/internships/badges";
import { Button, LinkButton } from "@/components/ui/button";
import { SelectField } from "@/components/ui/field";
import { Pagination } from "@/components/ui/pagination";
import { EmptyState } from "@/components/ui/states";
import { RowTitle, Table } from "@/components/ui/table";
import type { OfferRow } from "@/lib/cohorts/internship-queries";
import { type OfferQuery, offerAddress } from "@/lib/cohorts/internship-schema";
import { labelOf, type Term, terms, trainingFields, trainingLevels } from "@/lib/cohorts/vocabulary";
import { formatDay } from "@/lib/core/day";
import { formatCount } from "@/lib/core/money";
import { InternshipOfferState } from "@/lib/db/generated/enums";
import type { Locale } from "@/lib/i18n/paths";

/** A list of offers with its filters; `linked`: each leads to its page. */
export async function OfferTable({
  list,
  query,
  base,
  locale,
  linked,
  empty,
}: {
  list: { rows: OfferRow[]; pages: number };
  query: OfferQuery;
  base: string;
  locale: Locale;
  linked: boolean;
  empty: ReactNode;
}) {
  const t = await getTranslations("internships");
  const choices = (all: readonly Term[]) => all.map(({ value, label }) => ({ value, label: label[locale] }));
  const active = query.field !== undefined || query.level !== undefined || query.state !== undefined;
  const count = (value: number) => formatCount(value, locale);
  return (
    <>
      <form key={JSON.stringify(query)} action={base} className="my-4 flex flex-wrap items-end gap-3">
        {query.by !== "enterprise" && <input type="hidden" name="by" value={query.by} />}
        <SelectField
          name="field"
          label={t("field")}
          empty={t("any")}
          defaultValue={query.field}
          choices={choices(trainingFields)}
        />
        <SelectField
          name="level"
          label={t("level")}
          empty={t("any")}
          defaultValue={query.level}
          choices={choices(trainingLevels)}
        />
        <SelectField
          name="state"
          label={t("stateLabel")}
          empty={t("any")}
          defaultValue={query.state}
          choices={Object.values(InternshipOfferState).map((value) => ({ value, label: t(`offerState.${value}`) }))}
        />
        <Button type="submit" icon="funnel">
          {t("apply")}
        </Button>
        {active && (
          <LinkButton as={Link} href={base} variant="quiet">
            {t("clear")}
          </LinkButton>
        )}
      </form>
      <div className="card overflow-clip">
        <Table
          as={Link}
          caption={t("title")}
          rows={list.rows}
          rowKey={(row) => row.id}
          empty={active ? <EmptyState icon="search" title={t("noMatch")} /> : empty}
          columns={[
            {
              key: "field",
              label: t("field"),
              primary: true,
              cell: (row) => (
                <RowTitle
                  as={Link}
                  href={linked ? `${base}/${row.id}` : undefined}
                  title={`${labelOf(trainingFields, row.field, locale)} · ${labelOf(trainingLevels, row.level, locale)}`}
                  detail={(locale === "en" && row.enterprise.nameEn) || row.enterprise.nameVi}
                />
              ),
            },
            { key: "state", label: t("stateLabel"), cell: (row) => <OfferBadge state={row.state} /> },
            {
              key: "dates",
              label: t("dates"),
              cell: (row) =>
                `${formatDay(row.startsOn)} – ${formatDay(row.endsOn)} · ${labelOf(terms, row.term, locale)}`,
            },
            { key: "places", label: t("places"), numeric: true, cell: (row) => count(row.places) },
            { key: "taken", label: t("confirmed"), numeric: true, cell: (row) => count(row.taken) },
            { key: "waiting", label: t("waiting"), numeric: true, cell: (row) => count(row.waiting) },
          ]}
        />
      </div>
      <div className="mt-4">
        <Pagination
          as={Link}
          page={query.page}
          pages={list.pages}
          href={(page) => base + offerAddress({ ...query, page })}
        />
      </div>
    </>
  );
}
