import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { RowTitle } from "@/components/ui/table";
import { formatDay } from "@/lib/core/day";
import { formatCount } from "@/lib/core/money";
import type { DossierRow } from "@/lib/subsidies/dossier-queries";
import { DossierBadge } from "./dossier-badge";
import { type OwnList, OwnTable } from "./own-table";

/** The dossiers of an organisation, a row each. */
export function DossierTable(list: OwnList<DossierRow>) {
  const t = useTranslations("dossiers");
  const locale = useLocale();
  return (
    <OwnTable<DossierRow>
      caption={t("list.caption")}
      list={list}
      columns={[
        {
          key: "newest",
          label: t("column.dossier"),
          primary: true,
          sortable: true,
          cell: (row) => (
            <RowTitle
              as={Link}
              href={`${list.base}/${row.id}`}
              title={row.code ?? t("draftNo", { id: row.id })}
              detail={`${row.programme} · ${row.schoolName}`}
            />
          ),
        },
        { key: "state", label: t("column.state"), cell: ({ state }) => <DossierBadge state={state} /> },
        {
          key: "persons",
          label: t("column.persons"),
          numeric: true,
          sortable: true,
          cell: ({ persons }) => formatCount(persons, locale),
        },
        {
          key: "amount",
          label: t("column.amount"),
          numeric: true,
          sortable: true,
          cell: ({ amount }) => t("dong", { amount: formatCount(amount, locale) }),
        },
        {
          key: "due",
          label: t("column.due"),
          numeric: true,
          sortable: true,
          cell: ({ dueOn }) => (dueOn ? formatDay(dueOn) : "–"),
        },
      ]}
    />
  );
}
