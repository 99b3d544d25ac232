import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { ExportLink } from "@/components/layout/export-link";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Pagination } from "@/components/ui/pagination";
import { EmptyState } from "@/components/ui/states";
import { type LateQuery, lateAddress, latePerPage, readLateQuery } from "@/lib/deadlines/escalation-list";
import { lateChoices, lateReports } from "@/lib/deadlines/escalation-queries";
import { href, type Locale } from "@/lib/i18n/paths";
import { permissions } from "@/lib/identity/permissions";
import { requireStaff } from "@/lib/web/session";
import { ChaseButton } from "../_parts/chase-button";
import { LateFilters } from "../_parts/late-filters";
import { LateHeader } from "../_parts/late-header";
import { LateTable } from "../_parts/late-table";
import { chaseAct } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("reminders.late.tabs"))("title") };
}

export default async function LatePage({ params, searchParams }: PageProps<"/[locale]/staff/deadlines/late">) {
  const locale = (await params).locale as Locale;
  setRequestLocale(locale);
  const me = await requireStaff(permissions.chaseReports);
  const query = readLateQuery(await searchParams);
  const now = new Date();
  const [t, { rows, total, toAsk }, choices] = await Promise.all([
    getTranslations("reminders.late"),
    lateReports(query, me, now),
    lateChoices(me, now),
  ]);
  const here = href(locale, "staff", "deadlines", "late");
  const { sort, dir, page, ...filter } = query;
  const filtered = Object.values(filter).some((value) => value !== undefined);
  return (
    <>
      <LateHeader
        person={me}
        current="late"
        lede={t("count", { count: total })}
        actions={
          <>
            <ExportLink list="late" query={query} />
            {toAsk > 0 && <ChaseButton action={chaseAct} filter={filter} count={toAsk} />}
          </>
        }
      />
      <LateFilters action={here} query={query} choices={choices} active={filtered} />
      <Card flush as="div">
        <LateTable
          rows={rows}
          sort={{ key: sort, direction: dir }}
          sortHref={(next) =>
            here + lateAddress({ ...filter, sort: next.key as LateQuery["sort"], dir: next.direction, page: 1 })
          }
          rowHref={(id) => href(locale, "staff", "deadlines", "late", id)}
          empty={
            filtered ? (
              <EmptyState
                icon="search"
                title={t("emptyFiltered")}
                actions={
                  <LinkButton as={Link} href={here}>
                    {t("filter.clear")}
                  </LinkButton>
                }
              />
            ) : (
              <EmptyState icon="circle-check" title={t("empty")} />
            )
          }
        />
      </Card>
      <div className="mt-5">
        <Pagination
          as={Link}
          page={page}
          pages={Math.max(1, Math.ceil(total / latePerPage))}
          href={(number) => here + lateAddress({ ...query, page: number })}
        />
      </div>
    </>
  );
}
