import type { Metadata } from "next";
import Link from "next/link";
import { getLocale, getTranslations, setRequestLocale } from "next-intl/server";
import { DossierBadge } from "@/components/dossier-review/state-badge";
import { PageHeader } from "@/components/layout/page-header";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { Checkbox, SelectField } from "@/components/ui/field";
import { FilterForm } from "@/components/ui/filter-form";
import { Pagination } from "@/components/ui/pagination";
import { SelectAll } from "@/components/ui/selection";
import { EmptyState } from "@/components/ui/states";
import { RowTitle, Table } from "@/components/ui/table";
import { LinkTabs } from "@/components/ui/tabs";
import { dayOf, formatDay } from "@/lib/core/day";
import { formatCount } from "@/lib/core/money";
import { href, type Locale } from "@/lib/i18n/paths";
import { permissions } from "@/lib/identity/permissions";
import { gatheringLists } from "@/lib/subsidies/approval-queries";
import { dossierQueue, queueChoices, waitingChanges, workloads } from "@/lib/subsidies/review-queries";
import { dossierQueueAddress, dossierQueueQuery, queuePerPage, queueTabs } from "@/lib/subsidies/review-schema";
import { savedFilters } from "@/lib/vacancies/review-queries";
import { requireStaff } from "@/lib/web/session";
import { SavedFilters } from "../review/_parts/saved-filters";
import { dropFilter, keepFilter } from "../review/actions";
import { DossierBar } from "./_parts/dossier-bar";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("dossierReview"))("title") };
}

const container = "dossiers";

export default async function DossiersPage({ params, searchParams }: PageProps<"/[locale]/staff/dossiers">) {
  setRequestLocale((await params).locale as Locale);
  const me = await requireStaff(permissions.readDossiers);
  const locale = await getLocale();
  const today = dayOf(new Date());
  const query = dossierQueueQuery.parse(await searchParams);
  const [t, common, { rows, total }, choices, loads, saved, changes, gathering] = await Promise.all([
    getTranslations("dossierReview"),
    getTranslations("common.table"),
    dossierQueue(query, me.userId, today),
    queueChoices(),
    workloads(today),
    savedFilters(me.userId, "dossiers"),
    waitingChanges(),
    permissions.proposeApprovals(me) ? gatheringLists() : [],
  ]);
  const here = href(locale, "staff", "dossiers");
  const { tab, page, ...filters } = query;
  const filtered = Object.values(filters).some((value) => value !== undefined);
  const reviews = permissions.reviewDossiers(me);
  const own = (vi: string | null, en: string | null) => (locale === "en" && en) || vi;
  return (
    <>
      <PageHeader title={t("title")} lede={t("lede")} />
      <LinkTabs
        as={Link}
        label={t("title")}
        tabs={queueTabs.map((one) => ({
          href: here + dossierQueueAddress({ ...filters, tab: one }),
          label: t(`tab.${one}`),
          current: one === tab,
          count: one === tab ? total : one === "changes" && changes > 0 ? changes : undefined,
        }))}
      />
      <FilterForm
        key={dossierQueueAddress(filters)}
        action={here}
        fixed={{ tab: tab === "open" ? undefined : tab }}
        search={{ id: "dossiers-q", label: t("search"), value: query.q }}
        words={{ apply: t("apply"), clear: common("clearFilters"), filters: common("filters") }}
        active={filtered}
        clear={here + dossierQueueAddress({ tab })}
        as={Link}
      >
        <SelectField
          name="group"
          label={t("group")}
          empty={t("all")}
          defaultValue={query.group ?? ""}
          choices={choices.groups.map(({ code, vi, en }) => ({ value: code, label: own(vi, en) ?? code }))}
        />
        <SelectField
          name="park"
          label={t("park")}
          empty={t("all")}
          defaultValue={query.park ?? ""}
          choices={choices.parks.map((one) => ({
            value: String(one.id),
            label: own(one.shortNameVi, one.shortNameEn) ?? "",
          }))}
        />
        <SelectField
          name="holder"
          label={t("holder")}
          empty={t("all")}
          defaultValue={query.holder ?? ""}
          choices={[
            { value: "me", label: t("holders.me") },
            { value: "none", label: t("holders.none") },
            { value: "some", label: t("holders.some") },
            ...loads.map((one) => ({ value: String(one.id), label: one.fullName })),
          ]}
        />
        <SelectField
          name="label"
          label={t("label")}
          empty={t("all")}
          defaultValue={query.label ?? ""}
          // A label that stands in the address alone, as of a dossier that is decided, is chosen all the same.
          choices={[...new Set([...choices.labels, ...(query.label ? [query.label] : [])])].map((value) => ({
            value,
            label: value,
          }))}
        />
        <SelectField
          name="overdue"
          label={t("due")}
          empty={t("all")}
          defaultValue={query.overdue ?? ""}
          choices={[{ value: "yes", label: t("onlyOverdue") }]}
        />
      </FilterForm>
      <SavedFilters
        here={here}
        list="dossiers"
        saved={saved}
        query={dossierQueueAddress({ ...query, page: 1 })}
        canSave={filtered}
        keep={keepFilter}
        drop={dropFilter}
      />
      <div className="grid grid-cols-1 items-start gap-5 xl:grid-cols-[minmax(0,1fr)_260px]">
        <div id={container}>
          {reviews && rows.length > 0 && (
            <div className="px-5 pb-1">
              <SelectAll container={container} rows={rows.length} />
            </div>
          )}
          <Card flush as="div">
            <Table
              as={Link}
              caption={t("title")}
              rows={rows}
              rowKey={({ id }) => id}
              empty={<EmptyState icon="circle-check" title={t(filtered ? "emptyFiltered" : "empty")} />}
              columns={[
                {
                  key: "box",
                  label: t("tick"),
                  hideLabel: true,
                  cell: (row) =>
                    reviews && (
                      <Checkbox
                        data-row-box=""
                        value={`${row.id}:${row.version}`}
                        hideLabel
                        label={t("tickOne", { code: row.code })}
                      />
                    ),
                },
                {
                  key: "code",
                  label: t("dossier"),
                  primary: true,
                  cell: (row) => (
                    <RowTitle
                      as={Link}
                      href={href(locale, "staff", "dossiers", row.id)}
                      title={row.code}
                      detail={[row.organisation, own(row.parkVi, row.parkEn), row.programme]
                        .filter(Boolean)
                        .join(" · ")}
                    />
                  ),
                },
                {
                  key: "state",
                  label: t("stateLabel"),
                  cell: (row) => (
                    <span className="flex flex-wrap items-center gap-2">
                      <DossierBadge state={row.state} />
                      {row.labels.map((one) => (
                        <Link key={one} href={here + dossierQueueAddress({ tab, label: one })} title={t("labelOnly")}>
                          <Badge icon="circle-dot">{one}</Badge>
                        </Link>
                      ))}
                    </span>
                  ),
                },
                {
                  key: "persons",
                  label: t("persons"),
                  numeric: true,
                  cell: (row) => t("personsOpen", { persons: row.persons, open: row.undecided }),
                },
                {
                  key: "amount",
                  label: t("amount"),
                  numeric: true,
                  cell: (row) => formatCount(row.amount, locale),
                },
                {
                  key: "due",
                  label: t("due"),
                  cell: (row) =>
                    row.dueOn ? (
                      <span className={row.dueOn < today ? "font-semibold text-brick" : undefined}>
                        {formatDay(row.dueOn)}
                      </span>
                    ) : (
                      row.daysLeft !== null && t("paused", { days: row.daysLeft })
                    ),
                },
                { key: "holder", label: t("holder"), cell: (row) => row.holder ?? t("holders.none") },
              ]}
            />
          </Card>
          {reviews && rows.length > 0 && (
            <DossierBar
              container={container}
              userId={me.userId}
              officers={loads.map(({ id, fullName }) => ({ id, fullName }))}
              proposes={permissions.proposeApprovals(me)}
              gathering={gathering}
              labels={Object.fromEntries(rows.map((row) => [row.id, row.labels]))}
              titles={Object.fromEntries(rows.map(({ id, code }) => [id, code]))}
            />
          )}
          <div className="mt-5">
            <Pagination
              as={Link}
              page={page}
              pages={Math.max(1, Math.ceil(total / queuePerPage))}
              href={(number) => here + dossierQueueAddress({ ...query, page: number })}
            />
          </div>
        </div>
        <Card title={t("workload")}>
          <ul className="space-y-2">
            {loads.map((one) => (
              <li key={one.id}>
                <Link href={here + dossierQueueAddress({ holder: one.id })} className="text-harbour-600 underline">
                  {one.fullName}
                </Link>
                <span className="block text-mist-600 text-sm">
                  {t("workloadOf", { open: one.open, overdue: one.overdue })}
                </span>
              </li>
            ))}
          </ul>
        </Card>
      </div>
    </>
  );
}
