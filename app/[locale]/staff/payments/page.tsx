import type { Metadata } from "next";
import Link from "next/link";
import { getLocale, getTranslations, setRequestLocale } from "next-intl/server";
import { ExportLink } from "@/components/layout/export-link";
import { PageHeader } from "@/components/layout/page-header";
import { BatchBadge } from "@/components/payments/state-badge";
import { Badge } from "@/components/ui/badge";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { Pagination } from "@/components/ui/pagination";
import { EmptyState } from "@/components/ui/states";
import { RowTitle, Table } from "@/components/ui/table";
import { dayOf, formatMoment } from "@/lib/core/day";
import { formatCount } from "@/lib/core/money";
import { href, type Locale } from "@/lib/i18n/paths";
import { permissions } from "@/lib/identity/permissions";
import { batchesPerPage, payingPolicies, paymentBatches } from "@/lib/payments/batch-queries";
import { payableSums } from "@/lib/payments/payable-queries";
import { paymentsQuery } from "@/lib/payments/schema";
import { requireStaff } from "@/lib/web/session";
import { GatherAct, TermsAct } from "./_parts/batch-acts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("payments"))("title") };
}

export default async function PaymentsPage({ params, searchParams }: PageProps<"/[locale]/staff/payments">) {
  setRequestLocale((await params).locale as Locale);
  const me = await requireStaff(permissions.readPayments);
  const locale = await getLocale();
  const query = paymentsQuery.parse(await searchParams);
  const today = dayOf(new Date());
  const [t, { rows, total }, policies] = await Promise.all([
    getTranslations("payments"),
    paymentBatches(query.state, query.page),
    payingPolicies(),
  ]);
  const sums = await Promise.all(policies.map(({ id }) => payableSums(id, today)));
  const here = href(locale, "staff", "payments");
  const count = (value: number) => formatCount(value, locale);
  return (
    <>
      <PageHeader
        title={t("title")}
        lede={t("lede")}
        actions={
          <>
            <LinkButton as={Link} href={href(locale, "staff", "payees")} icon="users">
              {t("payees.title")}
            </LinkButton>
            <LinkButton as={Link} href={href(locale, "staff", "payments", "answers")} icon="inbox">
              {t("answers.title")}
            </LinkButton>
            <ExportLink list="payments" query={query} />
          </>
        }
      />
      <div className="space-y-5">
        {policies.map((policy, at) => {
          const found = sums[at];
          if (!found) return null;
          const free = found.sums.find(({ waits }) => waits === null);
          return (
            <Card
              key={policy.id}
              title={t("payableOf", { policy: locale === "en" ? policy.nameEn : policy.nameVi })}
              actions={
                permissions.preparePayments(me) && (
                  <>
                    <TermsAct policyId={policy.id} terms={found.terms} />
                    {free && (
                      <GatherAct
                        policyId={policy.id}
                        title={t("usualTitle", { day: formatMoment(new Date()).slice(0, 10) })}
                      />
                    )}
                  </>
                )
              }
            >
              <DescriptionList
                items={[
                  {
                    label: t("payableNow"),
                    value: t("personsAmount", { persons: free?.persons ?? 0, amount: count(free?.amount ?? 0) }),
                  },
                  ...found.sums.flatMap(({ waits, persons, amount }) =>
                    waits === null
                      ? []
                      : [{ label: t(`waits.${waits}`), value: t("personsAmount", { persons, amount: count(amount) }) }],
                  ),
                  {
                    label: t("terms.whenLabel"),
                    value: (
                      <>
                        {t(`terms.when.${found.terms.payWhen}`)} · {t(`terms.either.${found.terms.eitherTo}`)}{" "}
                        <Badge tone={found.terms.verified ? "done" : "waiting"}>
                          {t(found.terms.verified ? "terms.isVerified" : "terms.unverified")}
                        </Badge>
                        <span className="block text-mist-600 text-sm">{found.terms.basis ?? t("terms.assumed")}</span>
                      </>
                    ),
                  },
                ]}
              />
            </Card>
          );
        })}
        <Card flush title={t("batches")}>
          <Table
            as={Link}
            caption={t("batches")}
            rows={rows}
            rowKey={({ id }) => id}
            empty={
              <EmptyState icon="banknote" title={t("noBatches")}>
                {t("noBatchesBody")}
              </EmptyState>
            }
            columns={[
              {
                key: "title",
                label: t("column.batch"),
                primary: true,
                cell: (row) => (
                  <RowTitle
                    as={Link}
                    href={`${here}/${row.id}`}
                    title={row.title}
                    detail={[row.code, row.createdBy.fullName, formatMoment(row.createdAt)].filter(Boolean).join(" · ")}
                  />
                ),
              },
              { key: "state", label: t("column.state"), cell: (row) => <BatchBadge state={row.state} /> },
              { key: "lines", label: t("column.lines"), numeric: true, cell: (row) => count(row.lineCount) },
              { key: "persons", label: t("column.persons"), numeric: true, cell: (row) => count(row.persons) },
              { key: "amount", label: t("column.amount"), numeric: true, cell: (row) => count(row.amount) },
            ]}
          />
        </Card>
        <Pagination
          as={Link}
          page={query.page}
          pages={Math.max(1, Math.ceil(total / batchesPerPage))}
          href={(number) => `${here}?page=${number}`}
        />
      </div>
    </>
  );
}
