import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/layout/page-header";
import { PublicNotFound } from "@/components/layout/public-not-found";
import { PublicShell } from "@/components/layout/public-shell";
import { BatchFigures, BatchLines, ChangedLines } from "@/components/public/batch-view";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { Pagination } from "@/components/ui/pagination";
import { StatStrip } from "@/components/ui/stat";
import { formatDay } from "@/lib/core/day";
import { formatCount } from "@/lib/core/money";
import { href, type Locale } from "@/lib/i18n/paths";
import type { BatchSummary } from "@/lib/vacancies/batch-queries";
import { batchName } from "@/lib/vacancies/batch-rules";
import { linesPerPage, readFigures, readLines } from "./read-batch";

const address = (locale: Locale, batch: BatchSummary, part: number) =>
  part === 1
    ? href(locale, "batches", batch.year, batch.no)
    : href(locale, "batches", batch.year, batch.no, `trang-${part}`);

/** A published batch: its sums first, then each line; what changed since is shown as a change, the sums stay. */
export async function BatchPage({ locale, batch, part }: { locale: Locale; batch: BatchSummary; part: number }) {
  const t = await getTranslations("public.batch");
  const withdrawn = batch.status === "WITHDRAWN";
  const [lines, figures] = await Promise.all([
    readLines(batch.id, part),
    part === 1 && !withdrawn ? readFigures(batch) : null,
  ]);
  if (part > 1 && lines.length === 0) return <PublicNotFound locale={locale} />;
  return (
    <PublicShell locale={locale} place="batches" alternate={address(locale === "vi" ? "en" : "vi", batch, part)}>
      <PageHeader
        title={batchName(locale, batch)}
        back={{ href: href(locale, "batches"), label: t("all") }}
        lede={t("asOf", { day: formatDay(batch.asOf) })}
        actions={
          <>
            {!withdrawn && (
              <>
                <LinkButton icon="download" href={href(locale, "batches", batch.year, batch.no, "xlsx")}>
                  {t("xlsx")}
                </LinkButton>
                <LinkButton icon="download" href={href(locale, "batches", batch.year, batch.no, "pdf")}>
                  {t("leaflet")}
                </LinkButton>
              </>
            )}
            <LinkButton icon="download" href={href(locale, "batches", batch.year, batch.no, "csv")}>
              {t("csv")}
            </LinkButton>
          </>
        }
      />
      {withdrawn ? (
        <Notice kind="refused" title={t("withdrawn")} className="mb-6">
          {batch.withdrawalNote}
        </Notice>
      ) : (
        part === 1 && (
          <StatStrip
            context={t("frozen")}
            figures={[
              { value: formatCount(batch.enterprises, locale), label: t("enterprises", { count: batch.enterprises }) },
              { value: formatCount(batch.headcount, locale), label: t("workers", { count: batch.headcount }) },
              { value: formatCount(batch.vacancies, locale), label: t("vacancies", { count: batch.vacancies }) },
            ]}
          />
        )
      )}
      {figures && <BatchFigures batch={batch} totals={figures.totals} earlier={figures.earlier} />}
      {figures && figures.changed.length > 0 && <ChangedLines lines={figures.changed} />}
      <Card title={t("lines")} flush className="mt-6">
        <BatchLines lines={lines} />
      </Card>
      <div className="mt-6">
        <Pagination
          page={part}
          pages={Math.max(1, Math.ceil(batch.vacancies / linesPerPage))}
          href={(wanted) => address(locale, batch, wanted)}
        />
      </div>
    </PublicShell>
  );
}
