import { useLocale, useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { BarList } from "@/components/ui/bar-list";
import { Card } from "@/components/ui/card";
import { RowTitle, Table } from "@/components/ui/table";
import { formatDay } from "@/lib/core/day";
import { formatCount } from "@/lib/core/money";
import { PositionGroup } from "@/lib/db/generated/enums";
import { href } from "@/lib/i18n/paths";
import type { BatchLine } from "@/lib/vacancies/batch-changes";
import type { BatchSummary, ComparedBatch } from "@/lib/vacancies/batch-queries";
import { batchName } from "@/lib/vacancies/batch-rules";
import { listingSegment, named, parkShortName, titleOf } from "@/lib/vacancies/listing";
import { qualifications } from "@/lib/vacancies/schema";
import type { BatchTotals } from "@/lib/vacancies/totals";
import { type WageFacts, wagePhrase } from "@/lib/vacancies/wage";

/** So many enterprises stand in the figures; the table below has all. */
const mostEnterprises = 10;

/** The sums of a batch by position group, qualification, park and enterprise, and beside the batches before. */
export function BatchFigures({
  batch,
  totals,
  earlier,
}: {
  batch: BatchSummary;
  totals: BatchTotals;
  earlier: readonly ComparedBatch[];
}) {
  const locale = useLocale();
  const t = useTranslations("public.batch");
  const words = useTranslations("vacancies");
  const text = (value: number) => formatCount(value, locale);
  const groups = Object.values(PositionGroup);
  const rows = [
    {
      ...batch,
      byPositionGroup: totals.byPositionGroup,
    },
    ...earlier,
  ];
  return (
    <div className="mt-6 grid gap-6 lg:grid-cols-2">
      <Card title={t("byGroup")}>
        <BarList
          rows={groups.map((group) => ({
            key: group,
            label: words(`positionGroup.${group}`),
            value: totals.byPositionGroup[group],
            text: text(totals.byPositionGroup[group]),
          }))}
        />
      </Card>
      <Card title={t("byLevel")}>
        <BarList
          rows={qualifications.map((name) => ({
            key: name,
            label: words(`qualification.${name}`),
            value: totals.byQualification[name],
            text: text(totals.byQualification[name]),
          }))}
        />
      </Card>
      <Card title={t("byPark")}>
        <BarList
          rows={totals.byPark.map((park) => ({
            key: park.parkId,
            label: named(park, locale),
            value: park.headcount,
            text: text(park.headcount),
            href: href(locale, "parks", park.slug),
          }))}
        />
      </Card>
      <Card title={t("byEnterprise")}>
        <BarList
          rows={totals.byEnterprise.slice(0, mostEnterprises).map((enterprise) => ({
            key: enterprise.enterpriseId,
            label: named(enterprise, locale),
            value: enterprise.headcount,
            text: text(enterprise.headcount),
            href: href(locale, "enterprises", enterprise.slug),
          }))}
        />
        {totals.byEnterprise.length > mostEnterprises && (
          <p className="mt-2 text-mist-600 text-sm">
            {t("moreEnterprises", { count: totals.byEnterprise.length - mostEnterprises })}
          </p>
        )}
      </Card>
      {earlier.length > 0 && (
        <Card title={t("compared")} flush className="lg:col-span-2">
          <Table
            caption={t("compared")}
            rows={rows}
            rowKey={(row) => row.id}
            columns={[
              {
                key: "batch",
                label: t("batch"),
                primary: true,
                cell: (row) => (
                  <RowTitle
                    title={batchName(locale, row)}
                    href={row.id === batch.id ? undefined : href(locale, "batches", row.year, row.no)}
                  />
                ),
              },
              {
                key: "enterprises",
                label: t("columnEnterprises"),
                numeric: true,
                cell: (row) => text(row.enterprises),
              },
              { key: "headcount", label: t("columnWorkers"), numeric: true, cell: (row) => text(row.headcount) },
              ...groups.map((group) => ({
                key: group,
                label: words(`positionGroup.${group}`),
                numeric: true,
                cell: (row: (typeof rows)[number]) => text(row.byPositionGroup[group]),
              })),
            ]}
          />
        </Card>
      )}
    </div>
  );
}

const tones = { PUBLISHED: "done", FILLED: "info", EXPIRED: "waiting", WITHDRAWN: "refused" } as const;

function State({ line }: { line: BatchLine }) {
  const words = useTranslations("vacancies.status");
  const { status } = line.now;
  const tone = status in tones ? tones[status as keyof typeof tones] : "neutral";
  return <Badge tone={tone}>{words(status)}</Badge>;
}

const address = (locale: "vi" | "en", line: BatchLine) => href(locale, "jobs", listingSegment(line.content));

/** The income in the few words of a listing card. */
function CardWage({ facts }: { facts: WageFacts }) {
  const t = useTranslations("public.card.wage");
  const { code, params } = wagePhrase(facts, useLocale());
  return t(code, params);
}

/** The lines of a batch as published. */
export function BatchLines({ lines }: { lines: readonly BatchLine[] }) {
  const locale = useLocale();
  const t = useTranslations("public.batch");
  const words = useTranslations("vacancies");
  return (
    <Table
      caption={t("lines")}
      rows={lines}
      rowKey={(line) => line.position}
      columns={[
        { key: "no", label: t("no"), numeric: true, wideOnly: true, cell: (line) => line.position },
        {
          key: "title",
          label: t("position"),
          primary: true,
          cell: (line) => (
            <RowTitle
              title={titleOf(line.content, locale)}
              href={address(locale, line)}
              detail={`${named(line.content.enterprise, locale)} · ${parkShortName(line.content.park, locale)}`}
            />
          ),
        },
        {
          key: "group",
          label: words("field.positionGroup"),
          wideOnly: true,
          cell: (line) => words(`positionGroup.${line.content.positionGroup}`),
        },
        {
          key: "wage",
          label: t("wage"),
          className: "md:whitespace-nowrap",
          cell: (line) => <CardWage facts={line.content} />,
        },
        {
          key: "headcount",
          label: t("columnWorkers"),
          numeric: true,
          cell: (line) => formatCount(line.content.headcount, locale),
        },
        {
          key: "deadline",
          label: words("field.deadline"),
          cell: (line) => line.content.deadline && formatDay(line.content.deadline),
        },
        { key: "state", label: t("now"), className: "md:whitespace-nowrap", cell: (line) => <State line={line} /> },
      ]}
    />
  );
}

/** What is not any more as it was published. The sums of the batch stay what they were. */
export function ChangedLines({ lines }: { lines: readonly BatchLine[] }) {
  const locale = useLocale();
  const t = useTranslations("public.batch");
  return (
    <Card className="mt-6">
      <details>
        <summary className="flex list-none items-center justify-between gap-4">
          <h2 className="text-lg">{t("changed", { count: lines.length })}</h2>
          <span className="link text-sm">{t("show")}</span>
        </summary>
        <ul className="mt-3 divide-y divide-mist-100">
          {lines.map((line) => (
            <li key={line.position} className="flex flex-wrap items-center gap-x-4 gap-y-1 py-2.5">
              <a href={address(locale, line)} className="min-w-0 flex-1 font-medium text-harbour-900 hover:underline">
                {titleOf(line.content, locale)}
              </a>
              <State line={line} />
              <span className="w-full text-mist-700 text-sm">
                {[
                  line.now.filledCount > 0 && t("hired", { filled: line.now.filledCount, all: line.content.headcount }),
                  line.now.deadline &&
                    line.now.deadline !== line.content.deadline &&
                    t("newDeadline", { day: formatDay(line.now.deadline) }),
                  line.now.withdrawalNote && t("note", { note: line.now.withdrawalNote }),
                ]
                  .filter(Boolean)
                  .join(" · ")}
              </span>
            </li>
          ))}
        </ul>
      </details>
    </Card>
  );
}
