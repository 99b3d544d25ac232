import type { Metadata } from "next";
import Link from "next/link";
import { notFound, redirect } from "next/navigation";
import { getLocale, getTranslations, setRequestLocale } from "next-intl/server";
import { TotalsView } from "@/components/batches/totals-view";
import { PageHeader } from "@/components/layout/page-header";
import { Card } from "@/components/ui/card";
import { Icon } from "@/components/ui/icon";
import { Notice } from "@/components/ui/notice";
import { dayOf, formatDay } from "@/lib/core/day";
import { href, type Locale } from "@/lib/i18n/paths";
import { batchById, batchLeftOver, currentBatch, provisionalTotals } from "@/lib/vacancies/batch-queries";
import { batchName } from "@/lib/vacancies/batch-rules";
import { requireStaff } from "@/lib/web/session";
import { PublishButton } from "../../_parts/publish-button";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("batches"))("act.publish") };
}

const reasons = ["waiting", "returned", "pastDeadline", "notOperating"] as const;

/** What the publication will say and whom it leaves out, before it is done. */
export default async function PublishPage({ params }: PageProps<"/[locale]/staff/batches/[id]/publish">) {
  const { locale: asked, id } = await params;
  setRequestLocale(asked as Locale);
  await requireStaff("LABOUR_HEAD");
  const batch = (/^\d{1,9}$/.test(id) && (await batchById(Number(id)))) || notFound();
  const locale = await getLocale();
  const back = href(locale, "staff", "batches", batch.id);
  if (batch.publishedAt) redirect(back);
  const today = dayOf(new Date());
  const [t, totals, left, next] = await Promise.all([
    getTranslations("batches"),
    provisionalTotals(batch.id, today),
    batchLeftOver(batch.id, today),
    currentBatch(today),
  ]);
  const name = batchName(locale, batch);
  const leaves = reasons.filter((reason) => left[reason] > 0);
  const ready = batch.status === "REVIEWING";
  const nextName = next && next.id !== batch.id ? batchName(locale, next) : t("publish.noNext");
  return (
    <>
      <PageHeader
        as={Link}
        back={{ href: back, label: name }}
        title={t("publish.title", { batch: name })}
        lede={t("publish.lede")}
        actions={
          ready &&
          totals.vacancies > 0 && (
            <PublishButton
              batch={{ id: batch.id, version: batch.version }}
              name={name}
              summary={t("publish.confirmBody", {
                enterprises: totals.enterprises,
                vacancies: totals.vacancies,
                headcount: totals.headcount,
              })}
              back={back}
            />
          )
        }
      />
      <div className="space-y-5">
        {!ready && <Notice kind="waiting">{t("publish.notReady")}</Notice>}
        {ready && totals.vacancies === 0 && <Notice kind="waiting">{t("refusal.nothing_approved")}</Notice>}
        <Card as="div">
          <TotalsView totals={totals} context={t("publish.summary", { batch: name, asOf: formatDay(batch.asOf) })} />
        </Card>
        <div className="grid items-start gap-5 lg:grid-cols-2">
          <Card title={t("publish.leftTitle")}>
            {leaves.length === 0 ? (
              <p className="text-mist-700">{t("publish.leftNone")}</p>
            ) : (
              <>
                <p className="text-mist-700">{t("publish.leftBody", { next: nextName })}</p>
                <ul className="mt-2 space-y-1.5">
                  {leaves.map((reason) => (
                    <li key={reason} className="flex gap-2">
                      <Icon name="arrow-right" size={16} className="mt-1 text-mist-500" />
                      {t(`publish.${reason}`, { count: left[reason] })}
                    </li>
                  ))}
                </ul>
              </>
            )}
          </Card>
          <Card title={t("publish.what")}>
            <ul className="space-y-1.5">
              {(["whatFrozen", "whatPublic", "whatMail"] as const).map((key) => (
                <li key={key} className="flex gap-2">
                  <Icon name="check" size={16} className="mt-1 text-leaf" />
                  {t(`publish.${key}`)}
                </li>
              ))}
            </ul>
          </Card>
        </div>
      </div>
    </>
  );
}
