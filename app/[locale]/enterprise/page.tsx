import Link from "next/link";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { DeskReports } from "@/components/duties/desk-reports";
import { PageHeader } from "@/components/layout/page-header";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/states";
import { StatusBadge } from "@/components/vacancies/status-badge";
import { addDays, dateToDay, dayOf, formatDay } from "@/lib/core/day";
import { formatCount } from "@/lib/core/money";
import { href, type Locale } from "@/lib/i18n/paths";
import { owedFirst } from "@/lib/reports/owed-queries";
import { usualTerm } from "@/lib/vacancies/deadline";
import { deskHome } from "@/lib/vacancies/desk-queries";
import { requireEnterprise } from "@/lib/web/session";
import { BatchCard } from "./_parts/batch-card";
import { Standing } from "./_parts/standing";
import { PostNeed, RepeatBatch } from "./_parts/start-buttons";
import { Filled } from "./vacancies/_parts/filled";
import { ReasonList } from "./vacancies/_parts/reason-list";

const statuses = ["DRAFT", "RETURNED", "SUBMITTED", "APPROVED", "PUBLISHED", "FILLED", "EXPIRED", "WITHDRAWN"] as const;
const tabOf = {
  DRAFT: "mine",
  RETURNED: "mine",
  SUBMITTED: "waiting",
  APPROVED: "waiting",
  PUBLISHED: "open",
} as Record<string, string>;

/** What is asked of the enterprise now. */
export default async function EnterpriseHomePage({ params }: PageProps<"/[locale]/enterprise">) {
  const locale = (await params).locale as Locale;
  setRequestLocale(locale);
  const me = await requireEnterprise();
  const { organisation } = me;
  const now = new Date();
  const today = dayOf(now);
  const [t, home, duties] = await Promise.all([
    getTranslations("vacancies.desk"),
    deskHome(organisation.id, today),
    owedFirst(me, now),
  ]);
  const { enterprise, batch, counts, returned, expiring, hiring, repeatable } = home;
  const list = href(locale, "enterprise", "vacancies");
  const at = (id: number) => href(locale, "enterprise", "vacancies", id);
  const some = Object.keys(counts).length > 0;
  const nothingAsked = returned.length === 0 && expiring.length === 0 && !counts.DRAFT && duties.open === 0;
  const repeat = repeatable && repeatable.remaining > 0 && (
    <RepeatBatch
      name={t("batchName", { no: repeatable.no, month: repeatable.month, year: String(repeatable.year) })}
      count={repeatable.remaining}
      deadline={addDays(batch && batch.to > today ? batch.to : today, usualTerm)}
    />
  );
  return (
    <>
      <PageHeader
        title={t("home.title")}
        lede={(locale === "en" && enterprise.nameEn) || enterprise.nameVi}
        actions={
          <>
            {repeat}
            <PostNeed />
          </>
        }
      />
      <div className="space-y-5">
        <Standing enterprise={enterprise} batch={batch} />
        {batch?.open && <BatchCard batch={batch} drafts={counts.DRAFT ?? 0} />}
        <DeskReports {...duties} base={href(locale, "enterprise", "reports")} today={today} me={me.userId} />
        {!some && (
          <Card>
            <EmptyState icon="briefcase" title={t("home.empty")}>
              {t("home.emptyBody")}
            </EmptyState>
          </Card>
        )}
        {returned.length > 0 && (
          <Card title={t("home.returned", { count: returned.length })}>
            <ul className="divide-y divide-mist-200">
              {returned.map((row) => (
                <li
                  key={row.id}
                  className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3 py-3 first:pt-0 last:pb-0"
                >
                  <div className="min-w-0 max-w-measure">
                    <Link href={at(row.id)} className="break-words font-semibold text-harbour-900 hover:underline">
                      {row.titleVi || t("untitled")}
                    </Link>
                    <div className="mt-1 text-mist-800 text-sm">
                      <ReasonList reasons={row.reasons} />
                    </div>
                  </div>
                  <LinkButton
                    as={Link}
                    size="sm"
                    icon="pencil"
                    href={href(locale, "enterprise", "vacancies", row.id, "edit")}
                  >
                    {t("acts.correct")}
                  </LinkButton>
                </li>
              ))}
            </ul>
          </Card>
        )}
        {expiring.length > 0 && (
          <Card title={t("home.expiring")}>
            <ul className="divide-y divide-mist-200">
              {expiring.map((row) => (
                <li
                  key={row.id}
                  className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3 first:pt-0 last:pb-0"
                >
                  <div className="min-w-0">
                    <Link href={at(row.id)} className="break-words font-semibold text-harbour-900 hover:underline">
                      {row.titleVi}
                    </Link>
                    {row.deadline && (
                      <p className="text-mist-600 text-sm">
                        {t("preview.until", { day: formatDay(dateToDay(row.deadline)) })}
                      </p>
                    )}
                  </div>
                  <Filled filled={row.filledCount} headcount={row.headcount} />
                </li>
              ))}
            </ul>
          </Card>
        )}
        {some && (
          <div className="grid items-start gap-5 lg:grid-cols-2">
            <Card title={t("home.byState")}>
              <ul className="divide-y divide-mist-100">
                {statuses
                  .filter((status) => counts[status])
                  .map((status) => (
                    <li key={status}>
                      <Link
                        href={`${list}?tab=${tabOf[status] ?? "ended"}`}
                        className="flex min-h-11 items-center justify-between gap-3 rounded-md hover:bg-mist-50"
                      >
                        <StatusBadge status={status} />
                        <span className="figures font-semibold text-harbour-900">
                          {formatCount(counts[status] ?? 0, locale)}
                        </span>
                      </Link>
                    </li>
                  ))}
              </ul>
            </Card>
            <Card title={t("home.hiring")}>
              {hiring.listings > 0 ? (
                <>
                  <p className="mb-2 text-mist-600 text-sm">{t("home.hiringBody", { listings: hiring.listings })}</p>
                  <Filled filled={hiring.hired} headcount={hiring.wanted} />
                </>
              ) : (
                <p className="text-mist-700">{t("home.noListings")}</p>
              )}
              {nothingAsked && <p className="mt-4 text-mist-700">{t("home.nothingAsked")}</p>}
            </Card>
          </div>
        )}
      </div>
    </>
  );
}
