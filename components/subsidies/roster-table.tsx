import Link from "next/link";
import { useTranslations } from "next-intl";
import { RowTitle } from "@/components/ui/table";
import { formatDay } from "@/lib/core/day";
import type { RosterRow } from "@/lib/subsidies/roster-queries";
import { type OwnList, OwnTable } from "./own-table";

/** People of an organisation, a row each; who left bears the day. */
export function RosterTable(list: OwnList<RosterRow>) {
  const t = useTranslations("roster");
  return (
    <OwnTable<RosterRow>
      caption={t("list.caption")}
      list={list}
      columns={[
        {
          key: "name",
          label: t("column.name"),
          primary: true,
          sortable: true,
          cell: ({ id, fullName, staffCode }) => (
            <RowTitle as={Link} href={`${list.base}/${id}`} title={fullName} detail={staffCode} />
          ),
        },
        {
          key: "birth",
          label: t("column.birth"),
          numeric: true,
          sortable: true,
          cell: ({ birthDate }) => formatDay(birthDate),
        },
        { key: "job", label: t("column.job"), sortable: true, cell: ({ job }) => job ?? "–" },
        { key: "kind", label: t("column.kind"), cell: ({ kind }) => t(`kind.${kind}`) },
        {
          key: "held",
          label: t("column.held"),
          wideOnly: true,
          cell: ({ qualificationHeld: level }) => (level ? t(`level.${level}`) : "–"),
        },
        {
          key: "required",
          label: t("column.required"),
          wideOnly: true,
          cell: ({ qualificationRequired: level }) => (level ? t(`level.${level}`) : "–"),
        },
        {
          key: "leftOn",
          label: t("column.leftOn"),
          numeric: true,
          wideOnly: true,
          cell: ({ leftOn }) => (leftOn ? formatDay(leftOn) : "–"),
        },
      ]}
    />
  );
}
