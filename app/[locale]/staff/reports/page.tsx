import type { Metadata } from "next";
import Link from "next/link";
import { getLocale, getTranslations, setRequestLocale } from "next-intl/server";
import { PageHeader } from "@/components/layout/page-header";
import { Card } from "@/components/ui/card";
import { SelectField } from "@/components/ui/field";
import { FilterForm } from "@/components/ui/filter-form";
import { Pagination } from "@/components/ui/pagination";
import { SelectAll } from "@/components/ui/selection";
import { LinkTabs } from "@/components/ui/tabs";
import { dayOf } from "@/lib/core/day";
import { reportingUnits } from "@/lib/deadlines/unit";
import { href, type Locale } from "@/lib/i18n/paths";
import { permissions } from "@/lib/identity/permissions";
import { listChoices } from "@/lib/organisations/enterprise-queries";
import { type ReviewQuery, reviewChoices, reviewPage, reviewPerPage, reviewQuery } from "@/lib/reports/review-queries";
import { decidesFor, readsReports } from "@/lib/reports/scope";
import { requireStaff } from "@/lib/web/session";
import { AcceptBar } from "./_parts/accept-bar";
import { ReviewTable } from "./_parts/review-table";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("duties.review"))("title") };
}

const container = "reports";
const states = ["SUBMITTED", "RETURNED", "OWED", "DRAFT", "ACCEPTED", "EXCUSED"] as const;

/** The address of the list, with what differs from the usual. */
function address(base: string, query: Partial<ReviewQuery>): string {
  const said = Object.entries(query).filter(
    ([key, value]) =>
      value !== undefined && !(key === "page" && value === 1) && !(key === "state" && value === "SUBMITTED"),
  );
  return said.length === 0 ? base : `${base}?${new URLSearchParams(said.map(([key, value]) => [key, String(value)]))}`;
}

export default async function ReviewReportsPage({ params, searchParams }: PageProps<"/[locale]/staff/reports">) {
  setRequestLocale((await params).locale as Locale);
  const me = await requireStaff(readsReports);
  const locale = await getLocale();
  const now = new Date();
  const query = reviewQuery.parse(await searchParams);
  const [t, common, { rows, total }, obligations, { parks }] = await Promise.all([
    getTranslations("duties"),
    getTranslations("common.table"),
    reviewPage(me, query, now),
    reviewChoices(me),
    listChoices(),
  ]);
  const here = href(locale, "staff", "reports");
  const { page, state, ...filters } = query;
  const toDecide = rows.filter(({ reviewer }) => decidesFor(me, reviewer)).length;
  const filtered = Object.values(filters).some((value) => value !== undefined);
  const oversees = permissions.overseeReports(me);
  const own = (one: { vi: string; en: string }) => (locale === "vi" ? one.vi : one.en);
  return (
    <>
      <PageHeader title={t("review.title")} lede={t(oversees ? "review.ledeAll" : "review.lede")} />
      <LinkTabs
        as={Link}
        label={t("review.title")}
        tabs={states.map((one) => ({
          href: address(here, { ...filters, state: one }),
          label: t(`state.${one}`),
          current: one === state,
          count: one === state ? total : undefined,
        }))}
      />
      <div className="mt-5">
        <FilterForm
          key={address("", filters)}
          action={here}
          fixed={{ state: state === "SUBMITTED" ? undefined : state }}
          search={{ id: "reports-q", label: t("review.search"), value: query.q ?? "" }}
          words={{ apply: t("review.apply"), clear: common("clearFilters"), filters: common("filters") }}
          active={filtered}
          clear={address(here, { state })}
          as={Link}
        >
          <SelectField
            name="obligation"
            label={t("column.report")}
            empty={t("review.all")}
            defaultValue={query.obligation ?? ""}
            choices={obligations.map((one) => ({
              value: String(one.id),
              label: own({ vi: one.nameVi, en: one.nameEn }),
            }))}
          />
          {oversees && (
            <SelectField
              name="reviewer"
              label={t("review.reviewer")}
              empty={t("review.ownUnit")}
              defaultValue={query.reviewer ?? ""}
              choices={[
                { value: "all", label: t("review.allUnits") },
                ...reportingUnits.map((value) => ({ value, label: t(`unit.${value}`) })),
              ]}
            />
          )}
          <SelectField
            name="park"
            label={t("review.park")}
            empty={t("review.allParks")}
            defaultValue={query.park ?? ""}
            choices={parks.map((one) => ({
              value: String(one.id),
              label: own({ vi: one.shortNameVi, en: one.shortNameEn }),
            }))}
          />
          <SelectField
            name="late"
            label={t("review.lateness")}
            empty={t("review.any")}
            defaultValue={query.late ?? ""}
            choices={[{ value: "yes", label: t("review.onlyLate") }]}
          />
        </FilterForm>
      </div>
      <div id={container}>
        {state === "SUBMITTED" && toDecide > 0 && (
          <div className="px-5 pb-1">
            <SelectAll container={container} rows={toDecide} />
          </div>
        )}
        <Card flush as="div">
          <ReviewTable
            rows={rows}
            decides={({ reviewer }) => decidesFor(me, reviewer)}
            base={here}
            today={dayOf(now)}
            filtered={filtered}
          />
        </Card>
      </div>
      {state === "SUBMITTED" && toDecide > 0 && <AcceptBar container={container} />}
      <div className="mt-5">
        <Pagination
          as={Link}
          page={page}
          pages={Math.max(1, Math.ceil(total / reviewPerPage))}
          href={(number) => address(here, { ...filters, state, page: number })}
        />
      </div>
    </>
  );
}
