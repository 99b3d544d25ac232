import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { ExportLink } from "@/components/layout/export-link";
import { PageHeader } from "@/components/layout/page-header";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Pagination } from "@/components/ui/pagination";
import { EmptyState } from "@/components/ui/states";
import { dayOf } from "@/lib/core/day";
import { href, type Locale } from "@/lib/i18n/paths";
import { enterpriseList, listChoices } from "@/lib/organisations/enterprise-queries";
import { type ListQuery, listAddress, pageSize, readListQuery } from "@/lib/organisations/list";
import { keepsRegister } from "@/lib/organisations/rules";
import { requireStaff } from "@/lib/web/session";
import { EnterpriseTable } from "./_parts/enterprise-table";
import { ListFilters } from "./_parts/list-filters";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("register.list"))("title") };
}

export default async function EnterprisesPage({ params, searchParams }: PageProps<"/[locale]/staff/enterprises">) {
  const locale = (await params).locale as Locale;
  setRequestLocale(locale);
  const me = await requireStaff();
  const query = readListQuery(await searchParams);
  const [t, { rows, total }, choices] = await Promise.all([
    getTranslations("register.list"),
    enterpriseList(query, dayOf(new Date())),
    listChoices(),
  ]);
  const here = href(locale, "staff", "enterprises");
  const { sort, dir, page, ...filters } = query;
  const filtered = Object.values(filters).some((value) => value !== undefined);
  return (
    <>
      <PageHeader
        title={t("title")}
        lede={t("count", { count: total })}
        actions={
          <>
            <ExportLink list="enterprises" query={query} />
            {keepsRegister(me) && (
              <LinkButton as={Link} href={href(locale, "staff", "enterprises", "new")} icon="plus">
                {t("add")}
              </LinkButton>
            )}
          </>
        }
      />
      <ListFilters action={here} query={query} choices={choices} active={filtered} />
      <Card flush as="div">
        <EnterpriseTable
          rows={rows}
          sort={{ key: sort, direction: dir }}
          sortHref={(next) =>
            here + listAddress({ ...filters, sort: next.key as ListQuery["sort"], dir: next.direction, page: 1 })
          }
          rowHref={(id) => href(locale, "staff", "enterprises", id)}
          empty={
            filtered ? (
              <EmptyState
                icon="search"
                title={t("emptyFiltered")}
                actions={
                  <LinkButton as={Link} href={here}>
                    {t("clear")}
                  </LinkButton>
                }
              >
                {t("emptyFilteredBody")}
              </EmptyState>
            ) : (
              <EmptyState icon="factory" title={t("empty")} />
            )
          }
        />
      </Card>
      <div className="mt-5">
        <Pagination
          as={Link}
          page={page}
          pages={Math.max(1, Math.ceil(total / pageSize))}
          href={(number) => here + listAddress({ ...query, page: number })}
        />
      </div>
    </>
  );
}
