import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { PageHeader } from "@/components/layout/page-header";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { SelectField } from "@/components/ui/field";
import { FilterForm } from "@/components/ui/filter-form";
import { Pagination } from "@/components/ui/pagination";
import { EmptyState } from "@/components/ui/states";
import { dayOf } from "@/lib/core/day";
import {
  audienceKinds,
  obligationAddress,
  obligationQuery,
  obligationStates,
  obligationsPerPage,
} from "@/lib/deadlines/obligation-list";
import { obligationList } from "@/lib/deadlines/obligation-queries";
import { reportingUnits } from "@/lib/deadlines/unit";
import { href, type Locale } from "@/lib/i18n/paths";
import { permissions } from "@/lib/identity/permissions";
import { requireStaff } from "@/lib/web/session";
import { ObligationTable } from "./_parts/obligation-table";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("deadlines.obligations"))("title") };
}

export default async function ObligationsPage({ params, searchParams }: PageProps<"/[locale]/staff/obligations">) {
  const locale = (await params).locale as Locale;
  setRequestLocale(locale);
  const me = await requireStaff(permissions.readObligations);
  const query = obligationQuery.parse(await searchParams);
  const [t, states, units, { rows, total }] = await Promise.all([
    getTranslations("deadlines.obligations"),
    getTranslations("deadlines.state"),
    getTranslations("register.unit"),
    obligationList(query, dayOf(new Date())),
  ]);
  const here = href(locale, "staff", "obligations");
  const { sort, direction, page, ...filters } = query;
  const filtered = Object.values(filters).some((value) => value !== undefined && value !== "");
  const all = t("all");
  return (
    <>
      <PageHeader
        title={t("title")}
        lede={t("count", { count: total })}
        actions={
          permissions.manageObligations(me) && (
            <LinkButton as={Link} variant="primary" icon="plus" href={href(locale, "staff", "obligations", "new")}>
              {t("add")}
            </LinkButton>
          )
        }
      />
      <FilterForm
        key={JSON.stringify(filters)}
        action={here}
        fixed={{
          sort: sort === "due" ? undefined : sort,
          direction: direction === "asc" ? undefined : direction,
        }}
        search={{ id: "obligations-q", label: t("search"), value: query.q }}
        words={{ apply: t("apply"), clear: t("clear"), filters: t("filters") }}
        active={filtered}
        clear={here}
        as={Link}
      >
        <SelectField
          name="state"
          label={t("state")}
          empty={all}
          defaultValue={query.state}
          choices={obligationStates.map((value) => ({ value, label: states(value) }))}
        />
        <SelectField
          name="who"
          label={t("who")}
          empty={all}
          defaultValue={query.who}
          choices={audienceKinds.map((value) => ({ value, label: t(`whoOf.${value}`) }))}
        />
        <SelectField
          name="reviewer"
          label={t("reviewer")}
          empty={all}
          defaultValue={query.reviewer}
          choices={reportingUnits.map((value) => ({ value, label: units(value) }))}
        />
      </FilterForm>
      <Card flush as="div">
        <ObligationTable
          rows={rows}
          sort={{ key: sort, direction }}
          sortHref={(next) =>
            obligationAddress(here, {
              ...filters,
              sort: next.key === "name" || next.key === "late" ? next.key : "due",
              direction: next.direction,
            })
          }
          rowHref={(id) => href(locale, "staff", "obligations", id)}
          empty={
            <EmptyState
              icon="calendar"
              title={t(filtered ? "emptyFiltered" : "empty")}
              actions={
                filtered && (
                  <LinkButton as={Link} href={here}>
                    {t("clear")}
                  </LinkButton>
                )
              }
            />
          }
        />
      </Card>
      <div className="mt-5">
        <Pagination
          as={Link}
          page={page}
          pages={Math.max(1, Math.ceil(total / obligationsPerPage))}
          href={(number) => obligationAddress(here, { ...query, page: number })}
        />
      </div>
    </>
  );
}
