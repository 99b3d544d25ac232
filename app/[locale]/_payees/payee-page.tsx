import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/layout/page-header";
import { AccountForm } from "@/components/payments/account-form";
import { AccountImport } from "@/components/payments/account-import";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { Pagination } from "@/components/ui/pagination";
import { EmptyState } from "@/components/ui/states";
import { RowTitle, Table } from "@/components/ui/table";
import { formatMoment } from "@/lib/core/day";
import { href, type Locale } from "@/lib/i18n/paths";
import { maskedAccount } from "@/lib/payments/account";
import { accountsPerPage, learnerAccounts, ownAccounts } from "@/lib/payments/account-queries";
import { payeesQuery } from "@/lib/payments/account-schema";
import type { MemberPerson } from "@/lib/web/session";
import { enter, takeTable } from "./actions";

const tones = {
  PROPOSED: "waiting",
  CONFIRMED: "done",
  REJECTED: "refused",
  WITHDRAWN: "neutral",
  REPLACED: "neutral",
} as const;

/** The accounts to which training support is paid: the organisation's own, and those of its learners. */
export async function PayeePage({
  actor,
  locale,
  search,
}: {
  actor: MemberPerson;
  locale: Locale;
  search: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { page } = payeesQuery.parse(await search);
  const { id, kind, nameVi } = actor.organisation;
  const [t, own, learners] = await Promise.all([
    getTranslations("payments"),
    ownAccounts(id),
    learnerAccounts(id, page),
  ]);
  const base = href(locale, kind === "ENTERPRISE" ? "enterprise" : "school", "payee-account");
  const said = (account: { bankName: string | null; lastDigits: string }) =>
    [account.bankName, maskedAccount(account.lastDigits)].filter(Boolean).join(" · ");
  return (
    <>
      <PageHeader title={t("payee.title")} lede={t("payee.lede")} />
      <div className="space-y-5">
        <Card
          title={t("payee.own")}
          actions={
            <AccountForm
              payee={{ kind: "ORGANISATION", organisationId: id }}
              name={nameVi}
              known={own.length > 0}
              action={enter}
            />
          }
        >
          {own.length === 0 ? (
            <p className="text-mist-600">{t("payee.noOwn")}</p>
          ) : (
            <ul className="divide-y divide-mist-100">
              {own.map((row) => (
                <li key={row.id} className="flex flex-wrap items-center justify-between gap-2 py-2.5">
                  <span className="min-w-0">
                    <span className="block">{row.holderName}</span>
                    <span className="block text-mist-600 text-sm">
                      {said(row)} · {row.enteredBy.fullName}, {formatMoment(row.enteredAt)}
                      {row.reason && ` · ${row.reason}`}
                    </span>
                  </span>
                  <Badge tone={tones[row.state]}>{t(`accountState.${row.state}`)}</Badge>
                </li>
              ))}
            </ul>
          )}
        </Card>
        <Card flush title={t("payee.learners")} actions={<AccountImport action={takeTable} />}>
          <Table
            as={Link}
            caption={t("payee.learners")}
            rows={learners.rows}
            rowKey={(row) => `${row.dossierId}-${row.position}`}
            empty={
              <EmptyState icon="users" title={t("payee.noLearners")}>
                {t("payee.noLearnersBody")}
              </EmptyState>
            }
            columns={[
              {
                key: "name",
                label: t("column.learner"),
                primary: true,
                cell: (row) => (
                  <RowTitle
                    title={row.fullName}
                    detail={[row.code, t("payee.position", { position: row.position }), row.staffCode]
                      .filter(Boolean)
                      .join(" · ")}
                  />
                ),
              },
              {
                key: "held",
                label: t("column.account"),
                cell: (row) => (row.held ? said(row.held) : <span className="text-mist-600">{t("payee.none")}</span>),
              },
              {
                key: "state",
                label: t("column.state"),
                cell: (row) =>
                  row.waiting ? (
                    <Badge tone="waiting">{t("payee.waiting", { account: said(row.waiting) })}</Badge>
                  ) : row.rejected ? (
                    <Badge tone="refused">{t("payee.rejected", { reason: row.rejected.reason ?? "" })}</Badge>
                  ) : row.held ? (
                    <Badge tone="done">{t("accountState.CONFIRMED")}</Badge>
                  ) : (
                    <Badge>{t("payee.none")}</Badge>
                  ),
              },
              {
                key: "act",
                label: t("account.enter"),
                hideLabel: true,
                cell: (row) => (
                  <AccountForm
                    payee={{ kind: "LEARNER", dossierId: row.dossierId, position: row.position }}
                    name={row.fullName}
                    known={Boolean(row.held ?? row.waiting)}
                    action={enter}
                  />
                ),
              },
            ]}
          />
        </Card>
        <Pagination
          as={Link}
          page={page}
          pages={Math.max(1, Math.ceil(learners.total / accountsPerPage))}
          href={(number) => `${base}?page=${number}`}
        />
      </div>
    </>
  );
}
