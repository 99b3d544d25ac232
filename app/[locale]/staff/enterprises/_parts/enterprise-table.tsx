import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { LifecycleBadge, VerifiedBadge } from "@/components/organisations/badges";
import { RowTitle, type Sort, Table } from "@/components/ui/table";
import { formatCount } from "@/lib/core/money";
import { countryName } from "@/lib/organisations/countries";
import type { EnterpriseRow } from "@/lib/organisations/enterprise-queries";

/** A page of the register. */
export function EnterpriseTable({
  rows,
  sort,
  sortHref,
  rowHref,
  empty,
}: {
  rows: readonly EnterpriseRow[];
  sort: Sort;
  sortHref: (sort: Sort) => string;
  rowHref: (id: number) => string;
  empty: ReactNode;
}) {
  const t = useTranslations("register.list");
  const locale = useLocale();
  return (
    <Table
      as={Link}
      caption={t("caption")}
      rows={rows}
      rowKey={(row) => row.id}
      sort={sort}
      sortHref={sortHref}
      empty={empty}
      columns={[
        {
          key: "name",
          label: t("name"),
          primary: true,
          sortable: true,
          cell: (row) => (
            <RowTitle
              as={Link}
              href={rowHref(row.id)}
              title={row.nameVi}
              detail={<span className="figures">{[row.taxCode, row.nameEn].filter(Boolean).join(" · ")}</span>}
            />
          ),
        },
        {
          key: "park",
          label: t("park"),
          sortable: true,
          cell: (row) => (locale === "vi" ? row.parkVi : row.parkEn),
        },
        {
          key: "country",
          label: t("country"),
          wideOnly: true,
          cell: (row) => countryName(row.investorCountry, locale),
        },
        {
          key: "headcount",
          label: t("headcount"),
          numeric: true,
          sortable: true,
          cell: (row) => formatCount(row.headcount, locale),
        },
        { key: "open", label: t("open"), numeric: true, sortable: true, cell: (row) => formatCount(row.open, locale) },
        {
          key: "state",
          label: t("state"),
          cell: (row) => (
            <span className="flex flex-wrap gap-1.5">
              <LifecycleBadge lifecycle={row.lifecycle} />
              {!row.verified && <VerifiedBadge verified={false} />}
            </span>
          ),
        },
      ]}
    />
  );
}
