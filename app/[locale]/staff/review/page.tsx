import type { Metadata } from "next";
import Link from "next/link";
import { getLocale, getTranslations, setRequestLocale } from "next-intl/server";
import { ExportLink } from "@/components/layout/export-link";
import { PageHeader } from "@/components/layout/page-header";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Pagination } from "@/components/ui/pagination";
import { RowKeys } from "@/components/ui/row-keys";
import { SelectAll } from "@/components/ui/selection";
import { EmptyState } from "@/components/ui/states";
import { LinkTabs } from "@/components/ui/tabs";
import { dayOf, formatDay } from "@/lib/core/day";
import { href, type Locale } from "@/lib/i18n/paths";
import { permissions } from "@/lib/identity/permissions";
import { currentBatch } from "@/lib/vacancies/batch-queries";
import { batchName } from "@/lib/vacancies/batch-rules";
import { queueChoices, queueCounts, reviewQueue, savedFilters } from "@/lib/vacancies/review-queries";
import { type QueueQuery, queueAddress, queueQuery, tabs } from "@/lib/vacancies/review-schema";
import { requireStaff } from "@/lib/web/session";
import { QueueBar } from "./_parts/queue-bar";
import { QueueFilters } from "./_parts/queue-filters";
import { QueueTable } from "./_parts/queue-table";
import { SavedFilters } from "./_parts/saved-filters";
import { dropFilter, keepFilter } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("review"))("title") };
}

const list = "review";
const container = "queue";
const keys = { a: "queue-approve", r: "queue-return" };

export default async function ReviewPage({ params, searchParams }: PageProps<"/[locale]/staff/review">) {
  setRequestLocale((await params).locale as Locale);
  const me = await requireStaff(permissions.reviewNeeds);
  const locale = await getLocale();
  const now = new Date();
  const today = dayOf(now);
  const query = queueQuery.parse(await searchParams);
  const [t, { items, total }, counts, choices, saved, batch] = await Promise.all([
    getTranslations("review"),
    reviewQueue(query, me.userId, today),
    queueCounts(me.userId),
    queueChoices(),
    savedFilters(me.userId, list),
    currentBatch(today),
  ]);
  const here = href(locale, "staff", "review");
  const to = (more: Partial<QueueQuery>) => here + queueAddress({ ...query, page: 1, ...more });
  const { tab, sort, dir, page, size, ...filters } = query;
  const filtered = Object.values(filters).some((value) => value !== undefined && value !== "");
  const decidable = tab === "waiting" || tab === "mine";

  return (
    <>
      <PageHeader
        title={t("title")}
        lede={
          batch
            ? t("current", {
                batch: batchName(locale, batch),
                until: formatDay(batch.collectTo),
                enterprises: batch.enterprises,
                workers: batch.headcount,
              })
            : t("noBatch")
        }
        actions={
          <>
            <ExportLink list="queue" query={query} />
            {batch && (
              <LinkButton as={Link} href={href(locale, "staff", "batches", batch.id)} icon="layers">
                {batchName(locale, batch)}
              </LinkButton>
            )}
          </>
        }
      />
      <LinkTabs
        as={Link}
        label={t("views")}
        tabs={tabs.map((key) => ({
          href: to({ tab: key }),
          label: t(`tab.${key}`),
          count: counts[key],
          current: key === tab,
        }))}
      />
      <QueueFilters
        action={here}
        query={query}
        choices={choices}
        active={filtered}
        clear={here + queueAddress({ tab })}
      />
      <SavedFilters
        here={here}
        list={list}
        saved={saved}
        query={queueAddress({ ...query, page: 1 })}
        canSave={filtered || sort !== "since"}
        keep={keepFilter}
        drop={dropFilter}
      />
      <div id={container}>
        {items.length > 0 && (
          <div className="px-5 pb-1">
            <SelectAll container={container} rows={items.length} />
          </div>
        )}
        <Card flush as="div">
          <QueueTable
            items={items}
            userId={me.userId}
            now={now}
            sort={{ key: sort, direction: dir }}
            sortHref={(next) => to({ sort: next.key as QueueQuery["sort"], dir: next.direction })}
            itemHref={(id) => href(locale, "staff", "review", id)}
            empty={
              filtered ? (
                <EmptyState
                  icon="search"
                  title={t("emptyFiltered")}
                  actions={
                    <LinkButton as={Link} href={here + queueAddress({ tab })}>
                      {t("filter.clear")}
                    </LinkButton>
                  }
                />
              ) : (
                <EmptyState icon="circle-check" title={t(`empty.${tab}`)}>
                  {t("emptyBody")}
                </EmptyState>
              )
            }
          />
        </Card>
      </div>
      {items.length > 0 && (
        <QueueBar
          container={container}
          decidable={decidable}
          returnable={decidable || tab === "approved"}
          userId={me.userId}
          items={items.map(({ id, version, content, holder, findings }) => ({
            id,
            version,
            title: content.titleVi,
            holderId: holder?.id ?? null,
            look: findings.some(({ severity }) => severity !== "info"),
          }))}
        />
      )}
      <div className="mt-5">
        <Pagination
          as={Link}
          page={page}
          pages={Math.max(1, Math.ceil(total / size))}
          href={(number) => here + queueAddress({ ...query, page: number })}
        />
      </div>
      <RowKeys container={container} keys={keys} />
    </>
  );
}
