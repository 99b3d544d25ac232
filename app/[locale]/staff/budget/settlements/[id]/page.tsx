import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getLocale, getTranslations, setRequestLocale } from "next-intl/server";
import { SettlementBadge } from "@/components/budget/settlement-badge";
import { PageHeader } from "@/components/layout/page-header";
import { BarList } from "@/components/ui/bar-list";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { Table } from "@/components/ui/table";
import { settledOf } from "@/lib/budget/settlement";
import { settlement, settlementDifferences, settlementGroups, settlementLines } from "@/lib/budget/settlement-queries";
import { linesQuery } from "@/lib/budget/settlement-schema";
import { dateToDay, formatDay, formatMoment } from "@/lib/core/day";
import { formatCount } from "@/lib/core/money";
import { href, type Locale } from "@/lib/i18n/paths";
import { permissions } from "@/lib/identity/permissions";
import { requireStaff } from "@/lib/web/session";
import { SettlementActs } from "../_parts/settlement-acts";
import { SettlementLines } from "../_parts/settlement-lines";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settlements"))("one") };
}

const bars = ["decided", "granted", "committed", "paid", "returned", "carriedOut", "open"] as const;

/** A year's settlement: its sums, what differs and why, and each person's line against its papers. */
export default async function SettlementPage({
  params,
  searchParams,
}: PageProps<"/[locale]/staff/budget/settlements/[id]">) {
  const { id: text, locale: language } = await params;
  setRequestLocale(language as Locale);
  const me = await requireStaff(permissions.readBudget);
  const locale = await getLocale();
  const query = linesQuery.parse(await searchParams);
  const shown = /^\d{1,9}$/.test(text) ? await settlement(Number(text)) : null;
  if (!shown) notFound();
  const [t, lines, groups, differences] = await Promise.all([
    getTranslations("settlements"),
    settlementLines(shown.id, query),
    settlementGroups(shown.id),
    settlementDifferences(shown.id),
  ]);
  const { sums, budgetYear: year } = shown;
  const here = href(locale, "staff", "budget", "settlements", shown.id);
  const count = (value: number) => formatCount(value, locale);
  const file = (format: string) => `/api/exports/settlements/${shown.id}?${new URLSearchParams({ format, locale })}`;
  const settled = count(settledOf(sums));
  return (
    <>
      <PageHeader
        as={Link}
        back={{ href: href(locale, "staff", "budget", "settlements"), label: t("title") }}
        title={t("ofYear", { year: String(year.year) })}
        state={<SettlementBadge state={shown.state} />}
        lede={locale === "vi" ? year.policy.nameVi : year.policy.nameEn}
        actions={
          <>
            <LinkButton href={file("xlsx")} icon="download">
              {t("excel")}
            </LinkButton>
            <LinkButton href={file("docx")} icon="download">
              {t("word")}
            </LinkButton>
            <SettlementActs
              settlement={{ id: shown.id, version: shown.version }}
              state={shown.state}
              proposes={permissions.proposeBudget(me)}
              decides={permissions.decideBudget(me) && shown.preparedById !== me.userId}
              settled={settled}
            />
          </>
        }
      />
      <div className="space-y-5">
        {shown.state === "DRAFT" && shown.returnReason && (
          <Notice kind="refused" title={t("returned")}>
            {shown.returnReason}
          </Notice>
        )}
        {sums.open > 0 && (
          <Notice kind="waiting" title={t("openMoney", { amount: count(sums.open) })}>
            {t("openMoneyBody")}
          </Notice>
        )}
        {shown.unexplained > 0 && (
          <Notice
            kind="waiting"
            title={t("unexplainedLines", { count: shown.unexplained })}
            actions={
              <LinkButton as={Link} size="sm" href={`${here}?only=unexplained`}>
                {t("show")}
              </LinkButton>
            }
          />
        )}
        {shown.preparedAt && (
          <Notice
            kind={shown.closedAt ? "done" : "info"}
            title={
              shown.closedAt
                ? t("closedBy", { who: shown.closedBy?.fullName ?? "", at: formatMoment(shown.closedAt) })
                : t("waits")
            }
          >
            {t("preparedBy", {
              who: shown.preparedBy?.fullName ?? "",
              at: formatMoment(shown.preparedAt),
              document: shown.document ?? "",
              day: shown.documentOn ? formatDay(dateToDay(shown.documentOn)) : "",
            })}
          </Notice>
        )}
        <Card title={t("sums")}>
          <p className="mb-4 text-mist-600 text-sm">
            {t("cutOff", { at: formatMoment(shown.asOf), persons: count(shown.persons), lines: count(shown.lines) })}
          </p>
          <div className="grid gap-x-10 gap-y-5 lg:grid-cols-2">
            <BarList
              max={Math.max(1, sums.decided, sums.committed)}
              rows={bars.map((key) => ({
                key,
                label: t(`sum.${key}`),
                value: sums[key],
                text: count(sums[key]),
              }))}
            />
            <p>
              <span className="block text-mist-600 text-sm">{t("settled")}</span>
              <strong className="figures text-2xl text-harbour-900">{t("dong", { amount: settled })}</strong>
            </p>
          </div>
        </Card>
        <Card flush title={t("groups")}>
          <Table
            caption={t("groups")}
            rows={groups}
            rowKey={({ groupCode }) => groupCode}
            empty={<p className="px-5 pb-5 text-mist-600">{t("noLines")}</p>}
            footer={{
              ...{ group: t("total"), persons: count(shown.persons), decided: count(sums.decided) },
              ...{ committed: count(sums.committed), paid: count(sums.paid), returned: count(sums.returned) },
              ...{ carried: count(sums.carriedOut), settled },
            }}
            columns={[
              { key: "group", label: t("group"), primary: true, cell: (row) => t("groupOf", { code: row.groupCode }) },
              { key: "persons", label: t("persons"), numeric: true, cell: (row) => count(row.persons) },
              {
                key: "decided",
                label: t("sum.decided"),
                numeric: true,
                wideOnly: true,
                cell: (row) => count(row.decided),
              },
              { key: "committed", label: t("sum.committed"), numeric: true, cell: (row) => count(row.committed) },
              { key: "paid", label: t("sum.paid"), numeric: true, cell: (row) => count(row.paid) },
              {
                key: "returned",
                label: t("sum.returned"),
                numeric: true,
                wideOnly: true,
                cell: (row) => count(row.returned),
              },
              {
                key: "carried",
                label: t("sum.carriedOut"),
                numeric: true,
                wideOnly: true,
                cell: (row) => count(row.carriedOut),
              },
              { key: "settled", label: t("settled"), numeric: true, cell: (row) => count(settledOf(row)) },
            ]}
          />
        </Card>
        {differences.length > 0 && (
          <Card title={t("differences")}>
            <BarList
              rows={differences.map((one) => ({
                key: one.cause,
                label: t(`cause.${one.cause}`),
                value: one.lines,
                text: t("differenceLines", { lines: one.lines, unexplained: one.unexplained }),
                href: `${here}?only=${one.cause}`,
              }))}
            />
          </Card>
        )}
        <SettlementLines
          id={shown.id}
          lines={lines}
          query={query}
          here={here}
          explains={shown.state === "DRAFT" && permissions.proposeBudget(me)}
        />
      </div>
    </>
  );
}
