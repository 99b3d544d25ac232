import type { Metadata } from "next";
import Link from "next/link";
import { getFormatter, getLocale, getTranslations, setRequestLocale } from "next-intl/server";
import { BatchBadge } from "@/components/batches/batch-badge";
import { PageHeader } from "@/components/layout/page-header";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { classes } from "@/components/ui/classes";
import { Notice } from "@/components/ui/notice";
import { RowTitle } from "@/components/ui/table";
import { dayOf, formatDay } from "@/lib/core/day";
import { formatCount } from "@/lib/core/money";
import { href, type Locale } from "@/lib/i18n/paths";
import { staffBatches } from "@/lib/vacancies/batch-queries";
import { batchName } from "@/lib/vacancies/batch-rules";
import { queueCounts, reviewQueue } from "@/lib/vacancies/review-queries";
import { queueAddress, queueQuery } from "@/lib/vacancies/review-schema";
import { requireStaff } from "@/lib/web/session";
import { FindingsCell } from "./review/_parts/queue-table";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("review"))("start.title") };
}

const shown = 5;

/** What waits for the person who has just signed in: reviewers see their work, other staff the way to theirs. */
export default async function StaffPage({ params }: PageProps<"/[locale]/staff">) {
  setRequestLocale((await params).locale as Locale);
  const me = await requireStaff();
  const t = await getTranslations("review");
  const locale = await getLocale();
  const reviews = me.staffRole === "LABOUR_OFFICER" || me.staffRole === "LABOUR_HEAD";
  return (
    <>
      <PageHeader title={t("start.title")} lede={t("start.hello", { name: me.fullName })} />
      <div className="space-y-5">
        {reviews && <Reviews userId={me.userId} locale={locale} head={me.staffRole === "LABOUR_HEAD"} />}
        <Card title={t("start.elsewhere")}>
          <ul className="flex flex-wrap gap-2">
            <li>
              <LinkButton as={Link} icon="factory" href={href(locale, "staff", "enterprises")}>
                {t("start.enterprises")}
              </LinkButton>
            </li>
            {me.staffRole === "ADMIN" &&
              (
                [
                  ["registrations", "user"],
                  ["people", "users"],
                  ["mail", "mail"],
                  ["audit", "history"],
                ] as const
              ).map(([place, icon]) => (
                <li key={place}>
                  <LinkButton as={Link} icon={icon} href={href(locale, "staff", place)}>
                    {t(`start.${place}`)}
                  </LinkButton>
                </li>
              ))}
          </ul>
        </Card>
      </div>
    </>
  );
}

async function Reviews({ userId, locale, head }: { userId: number; locale: Locale; head: boolean }) {
  const now = new Date();
  const today = dayOf(now);
  const mine = queueQuery.parse({ tab: "mine" });
  const [t, batchWords, format, counts, queue, oldest, batches] = await Promise.all([
    getTranslations("review"),
    getTranslations("batches"),
    getFormatter(),
    queueCounts(userId),
    reviewQueue(mine, userId, today),
    reviewQueue(queueQuery.parse({}), userId, today),
    staffBatches({ page: 1, size: 6 }),
  ]);
  const current = batches.items.filter(({ status }) => status === "COLLECTING" || status === "REVIEWING");
  const queueAt = href(locale, "staff", "review");
  const rows = (items: typeof queue.items) => (
    <ul className="mt-3 divide-y divide-mist-100">
      {items.slice(0, shown).map((item) => (
        <li key={item.id} className="grid items-start gap-x-6 gap-y-1.5 py-3 md:grid-cols-[minmax(0,1fr)_18rem]">
          <div className="min-w-0">
            <RowTitle
              as={Link}
              href={href(locale, "staff", "review", item.id)}
              title={item.content.titleVi}
              detail={`${item.enterprise.nameVi} · ${formatCount(item.content.headcount, locale)} · ${format.relativeTime(new Date(item.since), now)}`}
            />
          </div>
          <FindingsCell item={item} />
        </li>
      ))}
    </ul>
  );
  const since = oldest.items[0] ? format.relativeTime(new Date(oldest.items[0].since), now) : "";
  return (
    <>
      <div className={classes("grid items-start gap-5", counts.mine > 0 && "lg:grid-cols-2")}>
        {counts.mine > 0 && (
          <Card
            title={`${t("start.mine")} (${counts.mine})`}
            actions={
              <LinkButton as={Link} size="sm" href={queueAt + queueAddress({ tab: "mine" })}>
                {t("tab.mine")}
              </LinkButton>
            }
          >
            <p className="text-mist-700">{t("start.mineBody", { count: counts.mine })}</p>
            {rows(queue.items)}
          </Card>
        )}
        <Card
          title={`${t("start.waiting")} (${counts.waiting})`}
          actions={
            <LinkButton as={Link} size="sm" variant="primary" href={queueAt}>
              {t("start.openQueue")}
            </LinkButton>
          }
        >
          <p className="text-mist-700">{t("start.waitingBody", { count: counts.waiting, since })}</p>
          {rows(oldest.items)}
        </Card>
      </div>
      <Card title={t("start.batches")}>
        {!current.some(({ status }) => status === "COLLECTING") && (
          <Notice
            kind="waiting"
            actions={
              <LinkButton as={Link} size="sm" href={href(locale, "staff", "batches", "new")} icon="plus">
                {t("start.create")}
              </LinkButton>
            }
          >
            {t("start.noBatch")}
          </Notice>
        )}
        <ul className="divide-y divide-mist-100">
          {current.map((batch) => (
            <li key={batch.id} className="flex flex-wrap items-center justify-between gap-3 py-3 last:pb-0">
              <div>
                <RowTitle
                  as={Link}
                  href={href(locale, "staff", "batches", batch.id)}
                  title={batchName(locale, batch)}
                  detail={
                    batch.status === "COLLECTING"
                      ? t("start.collecting", { until: formatDay(batch.collectTo) })
                      : t("start.reviewing", { waiting: batch.waiting, approved: batch.approved })
                  }
                />
              </div>
              <span className="flex items-center gap-2">
                <BatchBadge status={batch.status} />
                {head && batch.status === "REVIEWING" && batch.approved > 0 && (
                  <LinkButton as={Link} size="sm" href={href(locale, "staff", "batches", batch.id, "publish")}>
                    {batchWords("act.publish")}
                  </LinkButton>
                )}
              </span>
            </li>
          ))}
        </ul>
      </Card>
    </>
  );
}
