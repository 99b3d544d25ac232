import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getLocale, getTranslations, setRequestLocale } from "next-intl/server";
import { ExportLink } from "@/components/layout/export-link";
import { PageHeader } from "@/components/layout/page-header";
import { BatchBadge, LineBadge } from "@/components/payments/state-badge";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Pagination } from "@/components/ui/pagination";
import { EmptyState } from "@/components/ui/states";
import { RowTitle, Table } from "@/components/ui/table";
import { LinkTabs } from "@/components/ui/tabs";
import { Timeline } from "@/components/ui/timeline";
import { formatMoment } from "@/lib/core/day";
import { formatCount } from "@/lib/core/money";
import { href, type Locale } from "@/lib/i18n/paths";
import { permissions } from "@/lib/identity/permissions";
import { maskedAccount } from "@/lib/payments/account";
import { linesPerPage, paymentActsFor, paymentBatch, paymentLines } from "@/lib/payments/batch-queries";
import { paymentPageQuery } from "@/lib/payments/schema";
import { requireStaff } from "@/lib/web/session";
import { BatchActs, DropAct } from "../_parts/batch-acts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("payments"))("batch") };
}

export default async function PaymentPage({ params, searchParams }: PageProps<"/[locale]/staff/payments/[id]">) {
  const { id: text, locale: language } = await params;
  setRequestLocale(language as Locale);
  const me = await requireStaff(permissions.readPayments);
  const locale = await getLocale();
  const { page, outcome } = paymentPageQuery.parse(await searchParams);
  const batch = /^\d{1,9}$/.test(text) ? await paymentBatch(Number(text)) : null;
  if (!batch) notFound();
  const [t, lines] = await Promise.all([getTranslations("payments"), paymentLines(batch.id, outcome, page)]);
  const here = href(locale, "staff", "payments", batch.id);
  const count = (value: number) => formatCount(value, locale);
  const seen = { lines: batch.lineCount, amount: batch.amount };
  const shown = { id: batch.id, version: batch.version };
  const gathering = batch.state === "GATHERED" && permissions.preparePayments(me);
  return (
    <>
      <PageHeader
        as={Link}
        back={{ href: href(locale, "staff", "payments"), label: t("title") }}
        title={batch.code ? `${batch.code} · ${batch.title}` : batch.title}
        state={<BatchBadge state={batch.state} />}
        lede={t("totals", seen)}
        actions={<BatchActs batch={{ ...shown, seen }} moves={paymentActsFor(me, batch)} />}
      />
      <div className="space-y-5">
        {batch.state === "SENT" && permissions.preparePayments(me) && (
          <Card title={t("bankFile")}>
            <p className="max-w-measure text-mist-700 text-sm">{t("bankFileBody")}</p>
            <div className="mt-4 flex flex-wrap gap-3">
              <LinkButton href={`/api/exports/payments/${batch.id}?format=xlsx`} icon="download" download>
                {t("bankExcel")}
              </LinkButton>
              <LinkButton href={`/api/exports/payments/${batch.id}?format=csv`} icon="download" download>
                {t("bankCsv")}
              </LinkButton>
            </div>
          </Card>
        )}
        <Card flush title={t("lines")} actions={<ExportLink list="paymentLines" query={{ id: batch.id, outcome }} />}>
          <div className="px-5">
            <LinkTabs
              as={Link}
              label={t("lines")}
              tabs={[
                { href: here, label: t("all"), current: !outcome, count: count(batch.lineCount) },
                ...batch.outcomes.map(({ state, lines: number, amount }) => ({
                  href: `${here}?outcome=${state}`,
                  label: `${t(`lineState.${state}`)} · ${count(amount)}`,
                  current: outcome === state,
                  count: count(number),
                })),
              ]}
            />
          </div>
          <Table
            as={Link}
            caption={t("lines")}
            rows={lines.rows}
            rowKey={({ id }) => id}
            empty={<EmptyState icon="banknote" title={t("noLines")} />}
            columns={[
              {
                key: "payee",
                label: t("column.payee"),
                primary: true,
                cell: (row) => (
                  <RowTitle
                    title={row.account.holderName}
                    detail={`${row.account.bankName} · ${maskedAccount(row.account.lastDigits)}`}
                  />
                ),
              },
              {
                key: "ref",
                label: t("column.ref"),
                cell: (row) => <span translate="no">{row.ref ?? row.position}</span>,
              },
              {
                key: "dossier",
                label: t("column.dossier"),
                cell: (row) => (
                  <RowTitle
                    as={Link}
                    href={href(locale, "staff", "dossiers", row.dossierId)}
                    title={row.dossier.code}
                    detail={row.dossier.organisation.nameVi}
                  />
                ),
              },
              { key: "amount", label: t("column.amount"), numeric: true, cell: (row) => count(row.amount) },
              {
                key: "state",
                label: t("column.state"),
                cell: (row) => (
                  <>
                    <LineBadge state={row.state} />
                    {row.reason && <span className="block text-mist-600 text-sm">{row.reason}</span>}
                  </>
                ),
              },
              {
                key: "act",
                label: t("drop"),
                hideLabel: true,
                cell: (row) => gathering && <DropAct batch={shown} lineId={row.id} name={row.account.holderName} />,
              },
            ]}
          />
          <div className="p-5">
            <Pagination
              as={Link}
              page={page}
              pages={Math.max(1, Math.ceil(lines.total / linesPerPage))}
              href={(number) => `${here}?page=${number}${outcome ? `&outcome=${outcome}` : ""}`}
            />
          </div>
        </Card>
        <Card title={t("history")}>
          <Timeline
            moments={batch.acts.map((act) => ({
              id: act.id,
              title: t(`move.${act.move as "propose"}.done`),
              meta: [
                act.byUser.fullName,
                formatMoment(act.at),
                t("totals", { lines: act.lines, amount: Number(act.amount) }),
              ].join(" · "),
              body: act.reason,
            }))}
          />
        </Card>
      </div>
    </>
  );
}
