import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { Pagination } from "@/components/ui/pagination";
import { EmptyState } from "@/components/ui/states";
import { RowTitle, Table } from "@/components/ui/table";
import { formatDay } from "@/lib/core/day";
import { formatCount } from "@/lib/core/money";
import { readLateQuery } from "@/lib/deadlines/escalation-list";
import { callsPerPage, callTasks } from "@/lib/deadlines/escalation-work-queries";
import { namedPeriod } from "@/lib/deadlines/recurrence";
import { href, type Locale } from "@/lib/i18n/paths";
import { momentText } from "@/lib/identity/moment";
import { permissions } from "@/lib/identity/permissions";
import { requireStaff } from "@/lib/web/session";
import { CallForm } from "../_parts/call-form";
import { Contacts } from "../_parts/contacts";
import { LateHeader } from "../_parts/late-header";
import { callAct } from "../late/actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("reminders.late.tabs"))("calls") };
}

export default async function CallsPage({ params, searchParams }: PageProps<"/[locale]/staff/deadlines/calls">) {
  const locale = (await params).locale as Locale;
  setRequestLocale(locale);
  const me = await requireStaff(permissions.callLateReports);
  const { page, park } = readLateQuery(await searchParams);
  const [t, { rows, total }] = await Promise.all([
    getTranslations("reminders.late"),
    callTasks({ page, park }, me, new Date()),
  ]);
  const here = href(locale, "staff", "deadlines", "calls");
  return (
    <>
      <LateHeader person={me} current="calls" lede={t("call.count", { count: total })} />
      <Card flush as="div">
        <Table
          caption={t("call.caption")}
          rows={rows}
          rowKey={({ id }) => id}
          empty={
            <EmptyState icon="phone" title={t("call.empty")}>
              {t("call.emptyBody")}
            </EmptyState>
          }
          columns={[
            {
              key: "name",
              label: t("who"),
              primary: true,
              cell: (row) => (
                <RowTitle
                  as={Link}
                  href={href(locale, "staff", "deadlines", "late", row.id)}
                  title={row.organisation}
                  detail={namedPeriod(locale === "vi" ? row.obligationVi : row.obligationEn, row.slot)}
                />
              ),
            },
            { key: "due", label: t("due"), numeric: true, cell: (row) => formatDay(row.dueOn) },
            { key: "days", label: t("daysLate"), numeric: true, cell: (row) => formatCount(row.daysLate, locale) },
            { key: "contacts", label: t("contacts"), cell: (row) => <Contacts contacts={row.contacts} /> },
            {
              key: "last",
              label: t("call.last"),
              cell: (row) =>
                row.lastOutcome && row.lastCallAt ? (
                  <>
                    <Badge tone="waiting">{t(`call.${row.lastOutcome}`)}</Badge>{" "}
                    <span className="text-mist-600 text-sm">{momentText(row.lastCallAt)}</span>
                  </>
                ) : (
                  t("never")
                ),
            },
            {
              key: "act",
              label: t("call.open"),
              hideLabel: true,
              className: "md:whitespace-nowrap",
              cell: (row) => <CallForm action={callAct} id={row.id} of={row.organisation} />,
            },
          ]}
        />
      </Card>
      <div className="mt-5">
        <Pagination
          as={Link}
          page={page}
          pages={Math.max(1, Math.ceil(total / callsPerPage))}
          href={(number) => `${here}?page=${number}${park ? `&park=${park}` : ""}`}
        />
      </div>
    </>
  );
}
