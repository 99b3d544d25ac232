import Link from "next/link";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { OwedList } from "@/components/duties/owed-list";
import { OwedReportView } from "@/components/duties/owed-report-view";
import { PageHeader } from "@/components/layout/page-header";
import { Pagination } from "@/components/ui/pagination";
import { LinkTabs } from "@/components/ui/tabs";
import { dayOf } from "@/lib/core/day";
import type { Person } from "@/lib/identity/actor";
import { openedReport } from "@/lib/reports/opened-queries";
import { owedCounts, owedPage, owedPerPage, owedReport } from "@/lib/reports/owed-queries";
import { owedQuery, owedTabs } from "@/lib/reports/submission-schema";
import { ask, askSignature, fill, giveBack, save, submit } from "./actions";

/** Where an organisation invites colleagues, from the address of its reports. */
const membersOf = (base: string) => `${base.replace(/\/[^/]+$/, "")}/members`;

type Search = Promise<Record<string, string | string[] | undefined>>;

/** "What I owe": the same page for enterprises, schools and units of the Authority. `base` is its own address. */
export async function OwedListPage({
  actor,
  base,
  search,
  actions,
}: {
  actor: Person;
  base: string;
  search: Search;
  actions?: React.ReactNode;
}) {
  const { tab, page } = owedQuery.parse(await search);
  const now = new Date();
  const [t, { items, total }, counts] = await Promise.all([
    getTranslations("duties"),
    owedPage(actor, tab, page, now),
    owedCounts(actor, now),
  ]);
  const at = (key: string, number: number) => `${base}?tab=${key}${number > 1 ? `&page=${number}` : ""}`;
  return (
    <>
      <PageHeader
        title={t("title")}
        lede={counts.late > 0 ? t("ledeLate", { count: counts.late }) : t("lede")}
        actions={actions}
      />
      <LinkTabs
        as={Link}
        label={t("title")}
        tabs={owedTabs.map((key) => ({
          href: at(key, 1),
          label: t(`tab.${key}`),
          count: counts[key],
          current: key === tab,
        }))}
      />
      <div className="mt-5">
        <OwedList items={items} tab={tab} base={base} today={dayOf(now)} />
      </div>
      <div className="mt-5">
        <Pagination
          as={Link}
          page={page}
          pages={Math.max(1, Math.ceil(total / owedPerPage))}
          href={(number) => at(tab, number)}
        />
      </div>
    </>
  );
}

/** One report that is owed, to fill in or to read again. */
export async function OwedReportPage({ actor, base, id }: { actor: Person; base: string; id: string }) {
  const number = Number(id);
  const report =
    Number.isSafeInteger(number) && number > 0 && number < 2_147_483_648 ? await owedReport(actor, number) : null;
  if (!report) notFound();
  const { content, known } = await openedReport(report);
  return (
    <OwedReportView
      report={report}
      content={content}
      known={known}
      base={base}
      owner={actor.userId}
      today={dayOf(new Date())}
      members={membersOf(base)}
      acts={{ save, submit, askSignature, giveBack, fill, ask }}
    />
  );
}
