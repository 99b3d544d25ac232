import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { ExportLink } from "@/components/layout/export-link";
import { PageHeader } from "@/components/layout/page-header";
import { RosterTable } from "@/components/subsidies/roster-table";
import { LinkButton } from "@/components/ui/button";
import { SelectField, TextField } from "@/components/ui/field";
import { FilterForm } from "@/components/ui/filter-form";
import { Pagination } from "@/components/ui/pagination";
import { EmptyState } from "@/components/ui/states";
import { LinkTabs } from "@/components/ui/tabs";
import { href, type Locale } from "@/lib/i18n/paths";
import { type RosterQuery, rosterAddress, rosterQuery } from "@/lib/subsidies/roster-list";
import { rosterCounts, rosterPage } from "@/lib/subsidies/roster-queries";
import { kindsAt } from "@/lib/subsidies/roster-schema";
import type { MemberPerson } from "@/lib/web/session";
import { rosterBase } from "./places";

/** The roster of an enterprise or a school. */
export async function RosterListPage({
  actor,
  locale,
  search,
}: {
  actor: MemberPerson;
  locale: Locale;
  search: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { id, kind } = actor.organisation;
  const query = rosterQuery.parse(await search);
  const [t, list, counts] = await Promise.all([getTranslations("roster"), rosterPage(id, query), rosterCounts(id)]);
  const base = rosterBase(locale, kind);
  const to = (change: Partial<RosterQuery>) => base + rosterAddress({ ...query, page: 1, ...change });
  const active = query.kind !== undefined || query.job !== "" || query.q !== "";
  const kinds = kindsAt[kind];
  return (
    <>
      <PageHeader
        title={t(`title.${kind}`)}
        lede={t("lede")}
        actions={
          <>
            <ExportLink list="roster" query={query} />
            <LinkButton
              as={Link}
              href={`${href(locale, kind === "SCHOOL" ? "school" : "enterprise", "imports")}?kind=roster`}
              icon="upload"
            >
              {t("list.importTable")}
            </LinkButton>
            <LinkButton as={Link} href={`${base}/new`} variant="primary" icon="plus">
              {t("list.add")}
            </LinkButton>
          </>
        }
      />
      <LinkTabs
        as={Link}
        label={t("list.tabs")}
        tabs={(["yes", "left", "all"] as const).map((here) => ({
          href: base + rosterAddress({ here }),
          label: t(`here.${here}`),
          count: counts[here],
          current: here === query.here,
        }))}
      />
      <FilterForm
        key={JSON.stringify(query)}
        action={base}
        fixed={{
          here: query.here === "yes" ? undefined : query.here,
          sort: query.sort === "name" ? undefined : query.sort,
          direction: query.direction === "asc" ? undefined : query.direction,
        }}
        search={{ id: "roster-q", label: t("list.search"), value: query.q }}
        words={{ apply: t("list.apply"), clear: t("list.clear"), filters: t("list.filters") }}
        active={active}
        clear={base + rosterAddress({ here: query.here })}
        as={Link}
      >
        <SelectField
          name="kind"
          label={t("field.kind")}
          empty={t("list.all")}
          defaultValue={query.kind}
          choices={kinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
        />
        <TextField name="job" label={t("column.job")} defaultValue={query.job} />
      </FilterForm>
      <div className="card overflow-clip">
        <RosterTable
          rows={list.rows}
          base={base}
          sort={{ key: query.sort, direction: query.direction }}
          sortHref={({ key, direction }) =>
            base + rosterAddress(rosterQuery.parse({ ...query, page: 1, sort: key, direction }))
          }
          empty={
            active || counts.all > 0 ? (
              <EmptyState icon="search" title={t("list.noMatch")} />
            ) : (
              <EmptyState icon="users" title={t("list.empty")}>
                {t("list.emptyBody")}
              </EmptyState>
            )
          }
        />
      </div>
      <div className="mt-4">
        <Pagination as={Link} page={query.page} pages={list.pages} href={(page) => to({ page })} />
      </div>
    </>
  );
}
