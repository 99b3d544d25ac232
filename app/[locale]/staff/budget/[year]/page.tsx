import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getLocale, getTranslations, setRequestLocale } from "next-intl/server";
import { PageHeader } from "@/components/layout/page-header";
import { BarList } from "@/components/ui/bar-list";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { StatStrip } from "@/components/ui/stat";
import { allocatedOf, personAccounts } from "@/lib/budget/accounts";
import { entryQuery } from "@/lib/budget/entry-list";
import { entryPage } from "@/lib/budget/entry-queries";
import { budgetYear, proposals } from "@/lib/budget/year-queries";
import { formatCount } from "@/lib/core/money";
import { href, type Locale } from "@/lib/i18n/paths";
import { permissions } from "@/lib/identity/permissions";
import { requireStaff } from "@/lib/web/session";
import { PauseAct, TakeInAct } from "../_parts/acts";
import { EntriesCard } from "../_parts/entries-card";
import { ProposalsCard } from "../_parts/proposals-card";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("budget"))("title") };
}

const columns = {
  RESERVED: "reserved",
  COMMITTED: "committed",
  SENT: "sent",
  PAID: "paid",
  SETTLED: "settled",
  RETURNED: "returned",
} as const;

export default async function BudgetYearPage({ params, searchParams }: PageProps<"/[locale]/staff/budget/[year]">) {
  const { year: text, locale: language } = await params;
  setRequestLocale(language as Locale);
  const me = await requireStaff(permissions.readBudget);
  const locale = await getLocale();
  const row = /^\d{1,9}$/.test(text) ? await budgetYear(Number(text)) : null;
  if (!row) notFound();
  const query = entryQuery.parse(await searchParams);
  const [t, entries, asked] = await Promise.all([
    getTranslations("budget"),
    entryPage(row.id, query),
    proposals({ yearId: row.id }),
  ]);
  const here = href(locale, "staff", "budget", row.id);
  const dong = (value: number) => formatCount(value, locale);
  const allocated = allocatedOf(row);
  const proposes = permissions.proposeBudget(me);
  return (
    <>
      <PageHeader
        as={Link}
        back={{ href: href(locale, "staff", "budget"), label: t("title") }}
        title={t("budgetOf", { year: String(row.year) })}
        lede={locale === "en" ? row.nameEn : row.nameVi}
        actions={
          <>
            {permissions.pauseBudget(me) && !row.closed && (
              <PauseAct row={{ id: row.id, version: row.version }} paused={row.paused} />
            )}
            {proposes && <TakeInAct policyId={row.policyId} year={row.year} />}
          </>
        }
      />
      <div className="space-y-5">
        {row.paused && (
          <Notice kind="waiting" title={t("pausedSince", { by: row.pausedBy ?? "" })}>
            {row.pauseReason}
          </Notice>
        )}
        <StatStrip
          context={t("inDong")}
          figures={[
            { value: dong(allocated), label: t("allocated") },
            { value: dong(row.available), label: t("remaining") },
            { value: dong(row.waiting), label: t("waitingOf", { count: row.waitingDossiers }) },
          ]}
        />
        <Card title={t("whereItStands")}>
          <BarList
            rows={[
              ...personAccounts.map((account) => ({
                key: account,
                label: t(`account.${account}`),
                value: row[columns[account]],
                text: dong(row[columns[account]]),
                href: `${here}/people?account=${account}`,
              })),
              { key: "AVAILABLE", label: t("remaining"), value: row.available, text: dong(row.available) },
            ]}
            max={Math.max(1, allocated)}
          />
          {row.carriedIn < 0 && <p className="mt-3 text-mist-700">{t("carriedIn", { amount: -row.carriedIn })}</p>}
          {row.carriedOut > 0 && <p className="mt-3 text-mist-700">{t("carriedOut", { amount: row.carriedOut })}</p>}
        </Card>
        <ProposalsCard rows={asked} userId={me.userId} decides={permissions.decideBudget(me)} proposes={proposes} />
        <EntriesCard yearId={row.id} here={here} query={query} items={entries.items} next={entries.next} />
      </div>
    </>
  );
}
