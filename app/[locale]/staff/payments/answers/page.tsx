import type { Metadata } from "next";
import Link from "next/link";
import { getLocale, getTranslations, setRequestLocale } from "next-intl/server";
import { ExportLink } from "@/components/layout/export-link";
import { PageHeader } from "@/components/layout/page-header";
import { LineBadge } from "@/components/payments/state-badge";
import { Badge, type Tone } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { Pagination } from "@/components/ui/pagination";
import { EmptyState } from "@/components/ui/states";
import { RowTitle, Table } from "@/components/ui/table";
import { LinkTabs } from "@/components/ui/tabs";
import { formatMoment } from "@/lib/core/day";
import { formatCount } from "@/lib/core/money";
import type { PayerOutcome } from "@/lib/db/generated/enums";
import { href, type Locale } from "@/lib/i18n/paths";
import { permissions } from "@/lib/identity/permissions";
import { maskedAccount } from "@/lib/payments/account";
import { answerCounts, answersPerPage, payerAnswers, payerFiles } from "@/lib/payments/answer-queries";
import { answersQuery } from "@/lib/payments/answer-schema";
import { requireStaff } from "@/lib/web/session";
import { SettleAct, TakeAnswers } from "../_parts/answer-acts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("payments"))("answers.title") };
}

const tones: Record<PayerOutcome, Tone> = {
  PAID: "done",
  FAILED: "refused",
  NO_MATCH: "waiting",
  DUPLICATE: "waiting",
  WRONG_AMOUNT: "hot",
  WRONG_PAYEE: "hot",
  CONFLICT: "hot",
  UNREADABLE: "waiting",
};

export default async function AnswersPage({ params, searchParams }: PageProps<"/[locale]/staff/payments/answers">) {
  setRequestLocale((await params).locale as Locale);
  const me = await requireStaff(permissions.readPayments);
  const locale = await getLocale();
  const query = answersQuery.parse(await searchParams);
  const [t, answers, { counts, waiting }, files] = await Promise.all([
    getTranslations("payments"),
    payerAnswers(query),
    answerCounts(),
    payerFiles(),
  ]);
  const here = href(locale, "staff", "payments", "answers");
  const count = (value: number) => formatCount(value, locale);
  const settles = permissions.preparePayments(me);
  return (
    <>
      <PageHeader
        as={Link}
        back={{ href: href(locale, "staff", "payments"), label: t("title") }}
        title={t("answers.title")}
        lede={t("answers.lede")}
        actions={
          <>
            <ExportLink list="payerAnswers" query={query} />
            {settles && <TakeAnswers />}
          </>
        }
      />
      <LinkTabs
        as={Link}
        label={t("answers.title")}
        tabs={[
          { href: here, label: t("answers.open"), current: query.open === "1", count: count(waiting) },
          ...counts.map((one) => ({
            href: `${here}?open=0&outcome=${one.outcome}`,
            label: t(`outcome.${one.outcome}`),
            current: query.open === "0" && query.outcome === one.outcome,
            count: count(one.count),
          })),
        ]}
      />
      <div className="mt-5 space-y-5">
        <Card flush as="div">
          <Table
            as={Link}
            caption={t("answers.title")}
            rows={answers.rows}
            rowKey={({ id }) => id}
            empty={<EmptyState icon="circle-check" title={t("answers.none")} />}
            columns={[
              {
                key: "payee",
                label: t("column.payee"),
                primary: true,
                cell: (row) => (
                  <RowTitle
                    {...(row.line && { as: Link, href: href(locale, "staff", "payments", row.line.batchId) })}
                    title={row.payeeName ?? row.line?.account.holderName ?? row.ref}
                    detail={
                      <span translate="no">
                        {[row.ref, row.lastDigits && maskedAccount(row.lastDigits)].filter(Boolean).join(" · ")}
                      </span>
                    }
                  />
                ),
              },
              {
                key: "outcome",
                label: t("answers.outcomeLabel"),
                cell: (row) => (
                  <>
                    <Badge tone={tones[row.outcome]}>{t(`outcome.${row.outcome}`)}</Badge>
                    {row.reason && <span className="block text-mist-600 text-sm">{row.reason}</span>}
                  </>
                ),
              },
              {
                key: "amount",
                label: t("answers.said"),
                numeric: true,
                cell: (row) => (row.amount === null ? "–" : count(row.amount)),
              },
              {
                key: "sent",
                label: t("answers.sent"),
                numeric: true,
                cell: (row) => (row.line ? count(row.line.amount) : "–"),
              },
              {
                key: "state",
                label: t("answers.transfer"),
                cell: (row) => (row.line ? <LineBadge state={row.line.state} /> : "–"),
              },
              {
                key: "act",
                label: t("answers.settle"),
                cell: (row) =>
                  row.resolution ? (
                    <>
                      {t(`answers.resolution.${row.resolution as "IGNORED"}`)}
                      <span className="block text-mist-600 text-sm">
                        {row.resolvedBy?.fullName}: {row.resolvedNote}
                      </span>
                    </>
                  ) : row.outcome !== "PAID" && row.outcome !== "FAILED" && settles ? (
                    <SettleAct
                      id={row.id}
                      name={row.payeeName ?? row.ref}
                      matched={row.line?.state === "SENT" || row.line?.state === "DISPUTED"}
                    />
                  ) : (
                    "–"
                  ),
              },
            ]}
          />
        </Card>
        <Pagination
          as={Link}
          page={query.page}
          pages={Math.max(1, Math.ceil(answers.total / answersPerPage))}
          href={(number) =>
            `${here}?open=${query.open}${query.outcome ? `&outcome=${query.outcome}` : ""}&page=${number}`
          }
        />
        <Card flush title={t("answers.files")}>
          <Table
            caption={t("answers.files")}
            rows={files}
            rowKey={({ id }) => id}
            empty={<EmptyState icon="inbox" title={t("answers.noFiles")} />}
            columns={[
              {
                key: "name",
                label: t("answers.file"),
                primary: true,
                cell: (row) => (
                  <RowTitle title={row.name} detail={`${row.takenBy.fullName}, ${formatMoment(row.takenAt)}`} />
                ),
              },
              {
                key: "state",
                label: t("column.state"),
                cell: (row) => (
                  <>
                    {t(`answers.fileState.${row.state}`)}
                    {row.problem && <span className="block text-mist-600 text-sm">{row.problem}</span>}
                  </>
                ),
              },
              { key: "rows", label: t("answers.rows"), numeric: true, cell: (row) => count(row.rowsRead) },
              { key: "repeated", label: t("answers.repeated"), numeric: true, cell: (row) => count(row.repeated) },
            ]}
          />
        </Card>
      </div>
    </>
  );
}
