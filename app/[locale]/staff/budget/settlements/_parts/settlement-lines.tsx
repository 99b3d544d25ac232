import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { SelectField } from "@/components/ui/field";
import { FilterForm } from "@/components/ui/filter-form";
import { Pagination } from "@/components/ui/pagination";
import { EmptyState } from "@/components/ui/states";
import { RowTitle, Table } from "@/components/ui/table";
import { settledOf, settlementCauses } from "@/lib/budget/settlement";
import { settlementWords } from "@/lib/budget/settlement-file";
import { linesPerPage, type ShownLine } from "@/lib/budget/settlement-queries";
import { type LinesQuery, lineFilters } from "@/lib/budget/settlement-schema";
import { formatCount } from "@/lib/core/money";
import { href } from "@/lib/i18n/paths";
import { ExplainAct } from "./settlement-acts";

/** Each benefit of the year against its papers, filtered by what differs. */
export function SettlementLines({
  id,
  lines: { rows, total },
  query,
  here,
  explains,
}: {
  id: number;
  lines: { rows: ShownLine[]; total: number };
  query: LinesQuery;
  here: string;
  explains: boolean;
}) {
  const t = useTranslations("settlements");
  const locale = useLocale();
  const words = settlementWords(locale);
  const count = (value: number) => formatCount(value, locale);
  const open = rows.filter(({ unexplained }) => unexplained).map(({ claimId, digest }) => ({ claimId, digest }));
  const address = (page: number) =>
    `${here}?${new URLSearchParams({ ...(query.only && { only: query.only }), ...(query.q && { q: query.q }), page: String(page) })}`;
  const isCause = (one: string): one is (typeof settlementCauses)[number] =>
    settlementCauses.some((cause) => cause === one);
  return (
    <Card
      flush
      title={t("lines", { count: total })}
      actions={explains && open.length > 1 && query.only !== undefined && <ExplainAct id={id} lines={open} />}
    >
      <div className="px-5">
        <FilterForm
          key={JSON.stringify(query)}
          action={here}
          as={Link}
          fixed={{}}
          search={{ id: "line-search", label: t("search"), value: query.q }}
          words={{ apply: t("apply"), clear: t("clear"), filters: t("filters") }}
          active={query.only !== undefined || Boolean(query.q)}
          clear={here}
        >
          <SelectField
            name="only"
            id="line-only"
            label={t("only")}
            defaultValue={query.only ?? ""}
            choices={[
              { value: "", label: t("allLines") },
              ...lineFilters.map((value) => ({
                value,
                label: isCause(value) ? t(`cause.${value}`) : t(`filter.${value}`),
              })),
            ]}
          />
        </FilterForm>
      </div>
      <Table
        as={Link}
        caption={t("lines", { count: total })}
        rows={rows}
        rowKey={({ claimId }) => claimId}
        empty={<EmptyState icon="circle-check" title={t("noLines")} />}
        columns={[
          {
            key: "person",
            label: t("person"),
            primary: true,
            cell: (row) => (
              <RowTitle
                as={Link}
                href={href(locale, "staff", "dossiers", row.dossierId)}
                title={row.fullName}
                detail={`${row.code ?? ""} · ${row.organisation}`}
              />
            ),
          },
          { key: "decided", label: t("sum.decided"), numeric: true, cell: (row) => count(row.decided) },
          {
            key: "committed",
            label: t("sum.committed"),
            numeric: true,
            wideOnly: true,
            cell: (row) => count(row.committed),
          },
          { key: "paid", label: t("sum.paid"), numeric: true, wideOnly: true, cell: (row) => count(row.paid) },
          { key: "settled", label: t("settled"), numeric: true, cell: (row) => count(settledOf(row)) },
          {
            key: "papers",
            label: t("papers"),
            wideOnly: true,
            cell: (row) => (
              <span className="text-sm">
                {[row.decisionRef, row.paymentRef, words.completion(row)].filter(Boolean).join(" · ")}
              </span>
            ),
          },
          {
            key: "difference",
            label: t("difference"),
            cell: (row) => {
              const said = words.differences(row);
              if (said.length === 0) return t("noDifference");
              return (
                <span className="text-sm">
                  {said.join("; ")} {row.unexplained && <Badge tone="waiting">{t("notExplained")}</Badge>}
                  {row.note && <span className="block text-mist-700">{t("noted", { note: row.note })}</span>}
                </span>
              );
            },
          },
          {
            key: "act",
            label: t("explain"),
            hideLabel: true,
            cell: (row) =>
              explains &&
              row.causes.length > 0 && (
                <ExplainAct
                  id={id}
                  lines={[{ claimId: row.claimId, digest: row.digest }]}
                  name={row.fullName}
                  note={row.note}
                />
              ),
          },
        ]}
      />
      <div className="p-5">
        <Pagination
          as={Link}
          page={query.page}
          pages={Math.max(1, Math.ceil(total / linesPerPage))}
          href={(number) => address(number)}
        />
      </div>
    </Card>
  );
}
