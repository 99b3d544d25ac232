import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { Due } from "@/components/duties/due";
import { ReportBadge } from "@/components/duties/report-badge";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { SelectField } from "@/components/ui/field";
import { FilterForm } from "@/components/ui/filter-form";
import { Pagination } from "@/components/ui/pagination";
import { EmptyState } from "@/components/ui/states";
import { RowTitle, Table } from "@/components/ui/table";
import { type CallAnswer, type CallEntry, callAnswersPerPage } from "@/lib/cohorts/call-queries";
import { type CallQuery, callAddress } from "@/lib/cohorts/call-schema";
import { type Day, formatMoment } from "@/lib/core/day";
import { formatCount } from "@/lib/core/money";
import { AssignmentState } from "@/lib/db/generated/enums";
import { href } from "@/lib/i18n/paths";
import { provinceName } from "@/lib/organisations/provinces";
import { ProvinceField, SchoolKindField } from "../../_parts/school-fields";

/** Who answered: every school of the call, with ways to its answer, to those to be chased and to those to be accepted. */
export function CallAnswers({
  call,
  rows,
  total,
  query,
  here,
  today,
}: {
  call: CallEntry;
  rows: readonly CallAnswer[];
  total: number;
  query: CallQuery;
  here: string;
  today: Day;
}) {
  const t = useTranslations("calls");
  const duties = useTranslations("duties");
  const common = useTranslations("common.table");
  const locale = useLocale();
  const count = (value: number) => formatCount(value, locale);
  const { page, sort, direction, ...filters } = query;
  const to = (more: Partial<CallQuery>) => here + callAddress({ ...query, page: 1, ...more });
  const filtered = Object.values(filters).some((value) => value !== undefined && value !== "");
  const late = `${href(locale, "staff", "deadlines", "late")}?obligation=${call.obligation.id}`;
  const toAccept = `${href(locale, "staff", "reports")}?obligation=${call.obligation.id}`;
  return (
    <Card
      title={t("answers", { answered: call.counts.answered, owe: call.counts.owe })}
      flush
      actions={
        <span className="flex flex-wrap gap-2">
          {call.counts.late > 0 && (
            <LinkButton as={Link} href={late} icon="bell" size="sm">
              {t("chase", { count: call.counts.late })}
            </LinkButton>
          )}
          <LinkButton as={Link} href={toAccept} icon="check" size="sm">
            {t("accept")}
          </LinkButton>
          <LinkButton
            as={Link}
            href={`${href(locale, "staff", "school-figures")}?year=${call.year}`}
            icon="layers"
            size="sm"
          >
            {t("consolidated")}
          </LinkButton>
        </span>
      }
    >
      <div className="px-5">
        <FilterForm
          key={callAddress(filters)}
          action={here}
          fixed={{}}
          search={{ id: "call-q", label: t("search"), value: query.q }}
          words={{ apply: t("apply"), clear: common("clearFilters"), filters: common("filters") }}
          active={filtered}
          clear={here}
          as={Link}
        >
          <SelectField
            name="state"
            label={t("column.state")}
            empty={t("any")}
            defaultValue={query.state ?? ""}
            choices={Object.values(AssignmentState).map((value) => ({ value, label: duties(`state.${value}`) }))}
          />
          <SelectField
            name="late"
            label={t("lateness")}
            empty={t("any")}
            defaultValue={query.late ?? ""}
            choices={[{ value: "yes", label: t("onlyLate") }]}
          />
          <SchoolKindField value={query.kind} />
          <ProvinceField value={query.province} />
        </FilterForm>
      </div>
      <Table
        as={Link}
        caption={t("answers", { answered: call.counts.answered, owe: call.counts.owe })}
        rows={rows}
        rowKey={({ id }) => id}
        sort={{ key: sort, direction }}
        sortHref={(next) => to({ sort: next.key as CallQuery["sort"], direction: next.direction })}
        empty={<EmptyState icon="search" title={t("noSchools")} />}
        columns={[
          {
            key: "name",
            label: t("column.school"),
            primary: true,
            sortable: true,
            cell: (row) => (
              <RowTitle
                as={Link}
                href={href(locale, "staff", "reports", row.id)}
                title={row.school}
                detail={`${t(`kind.${row.kind}`)} · ${provinceName(row.province)}`}
              />
            ),
          },
          { key: "state", label: t("column.state"), cell: (row) => <ReportBadge state={row.state} /> },
          { key: "due", label: t("column.due"), sortable: true, cell: (row) => <Due report={row} today={today} /> },
          {
            key: "at",
            label: t("column.at"),
            numeric: true,
            sortable: true,
            cell: (row) => (row.submittedAt ? formatMoment(row.submittedAt) : "–"),
          },
          {
            key: "reminded",
            label: t("column.reminded"),
            numeric: true,
            wideOnly: true,
            cell: (row) => (row.remindedAt ? formatMoment(row.remindedAt) : "–"),
          },
          {
            key: "programmes",
            label: t("measure.programmes"),
            numeric: true,
            cell: (row) => (row.programmes === null ? "–" : count(row.programmes)),
          },
          {
            key: "students",
            label: t("measure.students"),
            numeric: true,
            cell: (row) => (row.students === null ? "–" : count(row.students)),
          },
        ]}
      />
      <div className="p-5">
        <Pagination
          as={Link}
          page={page}
          pages={Math.max(1, Math.ceil(total / callAnswersPerPage))}
          href={(next) => to({ page: next })}
        />
      </div>
    </Card>
  );
}
