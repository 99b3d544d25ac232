import type { Metadata } from "next";
import Link from "next/link";
import { getLocale, getTranslations, setRequestLocale } from "next-intl/server";
import { PageHeader } from "@/components/layout/page-header";
import { AccountForm } from "@/components/payments/account-form";
import { AccountImport } from "@/components/payments/account-import";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { Pagination } from "@/components/ui/pagination";
import { EmptyState } from "@/components/ui/states";
import { RowTitle, Table } from "@/components/ui/table";
import { LinkTabs } from "@/components/ui/tabs";
import { dayOf, formatMoment } from "@/lib/core/day";
import { formatCount } from "@/lib/core/money";
import { href, type Locale } from "@/lib/i18n/paths";
import { permissions } from "@/lib/identity/permissions";
import { maskedAccount } from "@/lib/payments/account";
import { accountsIn, accountsPerPage, type ShownAccount } from "@/lib/payments/account-queries";
import { payeesQuery } from "@/lib/payments/account-schema";
import { payingPolicies } from "@/lib/payments/batch-queries";
import { type MissingPayee, missingAccounts, missingPerPage } from "@/lib/payments/payable-queries";
import { requireStaff } from "@/lib/web/session";
import { enter, takeTable } from "../../_payees/actions";
import { AccountActs } from "./_parts/account-acts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("payments"))("payees.title") };
}

const tabs = ["proposed", "missing", "confirmed"] as const;

export default async function PayeesPage({ params, searchParams }: PageProps<"/[locale]/staff/payees">) {
  setRequestLocale((await params).locale as Locale);
  const me = await requireStaff(permissions.readPayments);
  const locale = await getLocale();
  const { tab, q, page } = payeesQuery.parse(await searchParams);
  const t = await getTranslations("payments");
  const here = href(locale, "staff", "payees");
  const accounts = tab === "missing" ? null : await accountsIn(tab === "proposed" ? "PROPOSED" : "CONFIRMED", q, page);
  const policies = tab === "missing" ? await payingPolicies() : [];
  const missing = await Promise.all(policies.map(({ id }) => missingAccounts(id, dayOf(new Date()), page)));
  const waiting = missing.flatMap(({ rows }) => rows);
  const total = accounts?.total ?? Math.max(0, ...missing.map((one) => one.total));
  const gives = permissions.preparePayments(me);
  return (
    <>
      <PageHeader
        as={Link}
        back={{ href: href(locale, "staff", "payments"), label: t("title") }}
        title={t("payees.title")}
        lede={t("payees.lede")}
        actions={gives && <AccountImport action={takeTable} />}
      />
      <LinkTabs
        as={Link}
        label={t("payees.title")}
        tabs={tabs.map((one) => ({ href: `${here}?tab=${one}`, label: t(`payees.tab.${one}`), current: one === tab }))}
      />
      <Card flush as="div" className="mt-5">
        {accounts ? (
          <Table<ShownAccount>
            as={Link}
            caption={t("payees.title")}
            rows={accounts.rows}
            rowKey={({ id }) => id}
            empty={<EmptyState icon="users" title={t("payees.none")} />}
            columns={[
              {
                key: "payee",
                label: t("column.payee"),
                primary: true,
                cell: (row) => <RowTitle title={row.payee} detail={row.enteredFor?.nameVi ?? t("payees.office")} />,
              },
              {
                key: "account",
                label: t("column.account"),
                cell: (row) => (
                  <>
                    {row.holderName}
                    <span className="block text-mist-600 text-sm">
                      {row.bankName} · {maskedAccount(row.lastDigits)}
                    </span>
                    {row.otherName && <Badge tone="waiting">{t("payees.otherName")}</Badge>}
                    {row.replaces && (
                      <Badge tone="hot">
                        {t("payees.replaces", {
                          account: `${row.replaces.bankName} ${maskedAccount(row.replaces.lastDigits)}`,
                        })}
                      </Badge>
                    )}
                  </>
                ),
              },
              {
                key: "entered",
                label: t("column.entered"),
                cell: (row) => (
                  <>
                    {row.enteredBy.fullName}
                    <span className="block text-mist-600 text-sm">{formatMoment(row.enteredAt)}</span>
                  </>
                ),
              },
              {
                key: "act",
                label: t("column.decision"),
                cell: (row) =>
                  row.decidedBy ? (
                    `${row.decidedBy.fullName}, ${row.decidedAt ? formatMoment(row.decidedAt) : ""}`
                  ) : permissions.confirmAccounts(me) && row.enteredById !== me.userId ? (
                    <AccountActs
                      id={row.id}
                      name={row.payee}
                      account={`${row.holderName} · ${row.bankName} · ${maskedAccount(row.lastDigits)}`}
                    />
                  ) : (
                    t("payees.secondPerson")
                  ),
              },
            ]}
          />
        ) : (
          <Table<MissingPayee>
            as={Link}
            caption={t("payees.tab.missing")}
            rows={waiting}
            rowKey={({ key }) => key}
            empty={<EmptyState icon="circle-check" title={t("payees.nobodyMissing")} />}
            columns={[
              {
                key: "payee",
                label: t("column.payee"),
                primary: true,
                cell: (row) => (
                  <RowTitle
                    as={Link}
                    href={href(locale, "staff", "dossiers", row.dossierId)}
                    title={row.name}
                    detail={row.code}
                  />
                ),
              },
              { key: "waits", label: t("payees.waitsFor"), cell: (row) => row.applicant },
              {
                key: "amount",
                label: t("column.amount"),
                numeric: true,
                cell: (row) => formatCount(row.amount, locale),
              },
              {
                key: "act",
                label: t("account.enter"),
                hideLabel: true,
                cell: (row) =>
                  gives && (
                    <AccountForm
                      payee={
                        row.organisationId !== null
                          ? { kind: "ORGANISATION", organisationId: row.organisationId }
                          : { kind: "LEARNER", dossierId: row.dossierId, position: row.position ?? 0 }
                      }
                      name={row.name}
                      known={false}
                      action={enter}
                    />
                  ),
              },
            ]}
          />
        )}
      </Card>
      <div className="mt-5">
        <Pagination
          as={Link}
          page={page}
          pages={Math.max(1, Math.ceil(total / (accounts ? accountsPerPage : missingPerPage)))}
          href={(number) => `${here}?tab=${tab}&page=${number}`}
        />
      </div>
    </>
  );
}
