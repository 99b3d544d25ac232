import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/layout/page-header";
import { DossierTable } from "@/components/subsidies/dossier-table";
import { LinkButton } from "@/components/ui/button";
import { SelectField } from "@/components/ui/field";
import { FilterForm } from "@/components/ui/filter-form";
import { Pagination } from "@/components/ui/pagination";
import { EmptyState } from "@/components/ui/states";
import { DossierState } from "@/lib/db/generated/enums";
import type { Locale } from "@/lib/i18n/paths";
import { addressOf, type DossierQuery, dossierQuery } from "@/lib/subsidies/dossier-list";
import { dossierPage } from "@/lib/subsidies/dossier-queries";
import type { MemberPerson } from "@/lib/web/session";
import { dossierBase } from "./places";

type Search = Promise<Record<string, string | string[] | undefined>>;

/** The dossiers of an enterprise or a school. */
export async function DossierListPage({
  actor,
  locale,
  search,
}: {
  actor: MemberPerson;
  locale: Locale;
  search: Search;
}) {
  const query = dossierQuery.parse(await search);
  const [t, list] = await Promise.all([getTranslations("dossiers"), dossierPage(actor, query)]);
  const base = dossierBase(locale, actor.organisation.kind);
  const usual = dossierQuery.parse({});
  const to = (change: Partial<DossierQuery>) => base + addressOf<DossierQuery>({ ...query, page: 1, ...change }, usual);
  const active = query.q !== "" || query.state !== undefined;
  return (
    <>
      <PageHeader
        title={t("title")}
        lede={t("lede")}
        actions={
          <LinkButton as={Link} href={`${base}/new`} variant="primary" icon="plus">
            {t("list.new")}
          </LinkButton>
        }
      />
      <FilterForm
        key={JSON.stringify(query)}
        action={base}
        fixed={{
          sort: query.sort === usual.sort ? undefined : query.sort,
          direction: query.direction === usual.direction ? undefined : query.direction,
        }}
        search={{ id: "dossiers-q", label: t("list.search"), value: query.q }}
        words={{ apply: t("list.apply"), clear: t("list.clear"), filters: t("list.filters") }}
        active={active}
        clear={base}
        as={Link}
      >
        <SelectField
          name="state"
          label={t("column.state")}
          empty={t("list.all")}
          defaultValue={query.state}
          choices={Object.values(DossierState).map((value) => ({
            value,
            label: t("list.stateOf", { state: t(`state.${value}`), count: list.states.get(value) ?? 0 }),
          }))}
        />
      </FilterForm>
      <div className="card overflow-clip">
        <DossierTable
          rows={list.rows}
          base={base}
          sort={{ key: query.sort, direction: query.direction }}
          sortHref={({ key, direction }) => to({ sort: dossierQuery.parse({ sort: key }).sort, direction })}
          empty={
            active ? (
              <EmptyState icon="search" title={t("list.noMatch")} />
            ) : (
              <EmptyState icon="file-text" title={t("list.empty")}>
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
