import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getLocale, getTranslations, setRequestLocale } from "next-intl/server";
import { PageHeader } from "@/components/layout/page-header";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/states";
import { RowTitle, Table } from "@/components/ui/table";
import { LinkTabs } from "@/components/ui/tabs";
import { personAccounts } from "@/lib/budget/accounts";
import { peopleQuery } from "@/lib/budget/entry-list";
import { budgetYear, moneyPage } from "@/lib/budget/year-queries";
import { formatCount } from "@/lib/core/money";
import { href, type Locale } from "@/lib/i18n/paths";
import { permissions } from "@/lib/identity/permissions";
import { requireStaff } from "@/lib/web/session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("budget"))("people") };
}

export default async function MoneyPeoplePage({
  params,
  searchParams,
}: PageProps<"/[locale]/staff/budget/[year]/people">) {
  const { year: text, locale: language } = await params;
  setRequestLocale(language as Locale);
  await requireStaff(permissions.readBudget);
  const locale = await getLocale();
  const row = /^\d{1,9}$/.test(text) ? await budgetYear(Number(text)) : null;
  if (!row) notFound();
  const query = peopleQuery.parse(await searchParams);
  const [t, { items, next }] = await Promise.all([getTranslations("budget"), moneyPage(row.id, query)]);
  const year = href(locale, "staff", "budget", row.id);
  const here = `${year}/people?account=${query.account}`;
  const dong = (value: number) => formatCount(value, locale);
  return (
    <>
      <PageHeader
        as={Link}
        back={{ href: year, label: t("budgetOf", { year: String(row.year) }) }}
        title={t("people")}
        lede={t("peopleLede")}
      />
      <LinkTabs
        as={Link}
        label={t("people")}
        tabs={personAccounts.map((account) => ({
          href: `${year}/people?account=${account}`,
          label: t(`account.${account}`),
          current: account === query.account,
        }))}
      />
      <Card flush as="div" className="mt-5">
        <Table
          as={Link}
          caption={t("people")}
          rows={items}
          rowKey={({ claimId }) => claimId}
          empty={<EmptyState icon="users" title={t("noPeople")} />}
          columns={[
            {
              key: "person",
              label: t("person"),
              primary: true,
              cell: (one) => (
                <RowTitle
                  as={Link}
                  href={href(locale, "staff", "dossiers", one.dossierId)}
                  title={one.person ?? t("personGone")}
                  detail={`${one.dossier ?? ""} · ${one.organisation}`}
                />
              ),
            },
            { key: "amount", label: t("amount"), numeric: true, cell: (one) => dong(one.amount) },
            { key: "clause", label: t("clause"), cell: (one) => one.clause?.[locale] ?? one.rateCode },
            {
              key: "decision",
              label: t("decision"),
              cell: (one) =>
                one.listId !== null && (
                  <Link
                    href={href(locale, "staff", "approvals", one.listId)}
                    className="tap text-harbour-600 underline"
                  >
                    {one.list}
                  </Link>
                ),
            },
          ]}
        />
      </Card>
      {(query.after > 0 || next !== null) && (
        <div className="mt-4 flex flex-wrap justify-center gap-2">
          {query.after > 0 && (
            <LinkButton as={Link} href={here} variant="quiet">
              {t("firstPage")}
            </LinkButton>
          )}
          {next !== null && (
            <LinkButton as={Link} href={`${here}&after=${next}`}>
              {t("nextPage")}
            </LinkButton>
          )}
        </div>
      )}
    </>
  );
}
