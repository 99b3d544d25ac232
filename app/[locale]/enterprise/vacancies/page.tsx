import Link from "next/link";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { ExportLink } from "@/components/layout/export-link";
import { PageHeader } from "@/components/layout/page-header";
import { Button, LinkButton } from "@/components/ui/button";
import { Input } from "@/components/ui/field";
import { Pagination } from "@/components/ui/pagination";
import { EmptyState } from "@/components/ui/states";
import { LinkTabs } from "@/components/ui/tabs";
import { href, type Locale } from "@/lib/i18n/paths";
import { listAddress, listQuery, listTabNames } from "@/lib/vacancies/desk-list";
import { deskList } from "@/lib/vacancies/vacancy-queries";
import { requireEnterprise } from "@/lib/web/session";
import { PostNeed } from "../_parts/start-buttons";
import { VacancyTable } from "./_parts/vacancy-table";

export default async function VacanciesPage({ params, searchParams }: PageProps<"/[locale]/enterprise/vacancies">) {
  const locale = (await params).locale as Locale;
  setRequestLocale(locale);
  const { organisation } = await requireEnterprise();
  const query = listQuery.parse(await searchParams);
  const [t, list] = await Promise.all([getTranslations("vacancies.desk"), deskList(organisation.id, query)]);
  const base = href(locale, "enterprise", "vacancies");
  const to = (change: Partial<typeof query>) => base + listAddress({ ...query, page: 1, ...change });
  return (
    <>
      <PageHeader
        title={t("list.title")}
        actions={
          <>
            <ExportLink list="needs" query={query} />
            <PostNeed />
          </>
        }
      />
      <LinkTabs
        as={Link}
        label={t("list.tabs")}
        tabs={listTabNames.map((tab) => ({
          href: base + listAddress({ tab }),
          label: t(`list.tab.${tab}`),
          count: list.counts[tab],
          current: tab === query.tab,
        }))}
      />
      <search>
        <form action={base} className="my-4 flex flex-wrap gap-2">
          {query.tab !== "all" && <input type="hidden" name="tab" value={query.tab} />}
          <label htmlFor="q" className="sr-only">
            {t("list.search")}
          </label>
          <Input
            id="q"
            name="q"
            type="search"
            defaultValue={query.q}
            placeholder={t("list.search")}
            className="max-w-sm flex-1"
          />
          <Button type="submit" icon="search">
            {t("list.find")}
          </Button>
          {query.q && (
            <LinkButton as={Link} variant="quiet" href={to({ q: "" })}>
              {t("list.clear")}
            </LinkButton>
          )}
        </form>
      </search>
      <div className="card overflow-clip">
        <VacancyTable
          caption={t("list.title")}
          rows={list.rows}
          sort={{ key: query.sort, direction: query.direction }}
          sortHref={({ key, direction }) =>
            base + listAddress(listQuery.parse({ ...query, page: 1, sort: key, direction }))
          }
          empty={
            query.q ? (
              <EmptyState icon="search" title={t("list.noMatch", { q: query.q })} />
            ) : (
              <EmptyState icon="briefcase" title={t("list.empty")}>
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
