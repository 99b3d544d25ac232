import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/layout/page-header";
import { ControlBadge } from "@/components/payments/control-badge";
import { Card } from "@/components/ui/card";
import { Pagination } from "@/components/ui/pagination";
import { EmptyState } from "@/components/ui/states";
import { RowTitle, Table } from "@/components/ui/table";
import { env } from "@/lib/config/env";
import { formatDay } from "@/lib/core/day";
import { formatCount } from "@/lib/core/money";
import { href, type Locale } from "@/lib/i18n/paths";
import { casesPerPage, ownCases } from "@/lib/payments/control-queries";
import { controlsQuery } from "@/lib/payments/control-schema";
import type { MemberPerson } from "@/lib/web/session";
import { AnswerForm } from "./answer-form";

/** Controls after payment of an organisation's dossiers, and the way to answer them. */
export async function ControlsPage({
  actor,
  locale,
  search,
}: {
  actor: MemberPerson;
  locale: Locale;
  search: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { page } = controlsQuery.parse(await search);
  const [t, list] = await Promise.all([getTranslations("payments"), ownCases(actor.organisation.id, page)]);
  const base = href(locale, actor.organisation.kind === "ENTERPRISE" ? "enterprise" : "school", "controls");
  const count = (value: number) => formatCount(value, locale);
  return (
    <>
      <PageHeader title={t("control.ownTitle")} lede={t("control.ownLede")} />
      <Card flush as="div">
        <Table
          as={Link}
          caption={t("control.ownTitle")}
          rows={list.rows}
          rowKey={({ id }) => id}
          empty={<EmptyState icon="shield-check" title={t("control.noOwn")} />}
          columns={[
            {
              key: "person",
              label: t("column.learner"),
              primary: true,
              cell: (row) => <RowTitle title={row.fullName} detail={row.dossier.code} />,
            },
            { key: "state", label: t("column.state"), cell: (row) => <ControlBadge state={row.state} /> },
            { key: "due", label: t("control.due"), cell: (row) => row.dueOn && formatDay(row.dueOn) },
            { key: "paid", label: t("control.paid"), numeric: true, cell: (row) => count(row.paid) },
            {
              key: "found",
              label: t("control.found"),
              cell: (row) =>
                row.decidedAt && row.outcome ? (
                  <>
                    {t(`controlOutcome.${row.outcome}`)}
                    {row.amount > 0 && (
                      <span className="block text-mist-600 text-sm">
                        {t("control.demanded", { amount: count(row.amount), returned: count(row.returned) })}
                      </span>
                    )}
                  </>
                ) : (
                  (row.answer ?? "–")
                ),
            },
            {
              key: "act",
              label: t("control.answerAct"),
              hideLabel: true,
              cell: (row) =>
                (row.state === "ASKED" || row.state === "ANSWERED") && (
                  <AnswerForm
                    id={row.id}
                    version={row.version}
                    name={row.fullName}
                    megabytes={env().FILES_LARGEST_MB}
                  />
                ),
            },
          ]}
        />
      </Card>
      <div className="mt-5">
        <Pagination
          as={Link}
          page={page}
          pages={Math.max(1, Math.ceil(list.total / casesPerPage))}
          href={(number) => `${base}?page=${number}`}
        />
      </div>
    </>
  );
}
