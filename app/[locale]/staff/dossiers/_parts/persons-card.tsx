import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { DecisionBadge } from "@/components/dossier-review/state-badge";
import { fieldWords } from "@/components/subsidies/correction-field";
import { PaperList } from "@/components/subsidies/dossier-paper-list";
import { SubsidyFindings } from "@/components/subsidies/findings-list";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { Checkbox, SelectField } from "@/components/ui/field";
import { FilterForm } from "@/components/ui/filter-form";
import { Pagination } from "@/components/ui/pagination";
import { SelectAll } from "@/components/ui/selection";
import { EmptyState } from "@/components/ui/states";
import { RowTitle, Table } from "@/components/ui/table";
import { formatDay } from "@/lib/core/day";
import { formatCount } from "@/lib/core/money";
import { clauseOfReason, reasonOf } from "@/lib/subsidies/decision";
import { formulaWords, paperName, rateName } from "@/lib/subsidies/finding-words";
import type { Policy } from "@/lib/subsidies/policy";
import { type PersonsQuery, personsPerPage } from "@/lib/subsidies/review-schema";
import type { ReviewedPerson } from "@/lib/subsidies/reviewed-queries";
import { AskAt, PaperActs } from "./correction-desk";
import { DecisionBar } from "./decision-bar";

const container = "persons";

/** The persons of a dossier as they were handed in, with what is found, what they get, and what they get elsewhere. */
export function PersonsCard({
  dossier,
  definition,
  query,
  persons,
  here,
  examines,
}: {
  dossier: { id: number; groupCode: string };
  definition: Policy;
  query: PersonsQuery;
  persons: { rows: ReviewedPerson[]; total: number };
  here: string;
  examines: boolean;
}) {
  const t = useTranslations("dossierReview");
  const common = useTranslations("common.table");
  const say = useTranslations("subsidies");
  const asked = useTranslations("dossiers.corrections");
  const locale = useLocale();
  const { page, ...filters } = query;
  const address = (more: Partial<PersonsQuery>) => {
    const said = Object.entries({ ...filters, ...more }).filter(
      ([key, value]) => value !== undefined && !(key === "page" && value === 1),
    );
    return said.length === 0
      ? here
      : `${here}?${new URLSearchParams(said.map(([key, value]) => [key, String(value)]))}`;
  };
  const { rows, total } = persons;
  const reasonWords = (code: string | null) => {
    const reason = reasonOf(code);
    const clause = reason && clauseOfReason(definition, dossier.groupCode, reason);
    return reason && [t(`reasons.${reason}`), clause && `(${clause[locale]})`].filter(Boolean).join(" ");
  };
  /** Where a correction is asked: the person, and what of them. */
  const placeOf = (
    { position, fullName }: ReviewedPerson,
    field: string | null = null,
    paper: string | null = null,
  ) => ({
    // What is found about the course stands with each person, and is the same thing.
    position: field === "course" ? null : position,
    what: [
      field !== "course" && `${position}. ${fullName}`,
      field && fieldWords(field, asked),
      paper && paperName(definition, paper, locale),
    ]
      .filter(Boolean)
      .join(" · "),
  });
  return (
    <Card flush title={t("persons")} id={container}>
      <div className="px-5">
        <FilterForm
          key={address({})}
          action={here}
          fixed={{}}
          search={{ id: "persons-q", label: t("searchPersons"), value: query.q }}
          words={{ apply: t("apply"), clear: common("clearFilters"), filters: common("filters") }}
          active={Object.values(filters).some((value) => value !== undefined)}
          clear={here}
          as={Link}
        >
          <SelectField
            name="decision"
            label={t("decisionLabel")}
            empty={t("all")}
            defaultValue={query.decision ?? ""}
            choices={(["PENDING", "ACCEPTED", "REFUSED"] as const).map((value) => ({
              value,
              label: t(`decision.${value}`),
            }))}
          />
          <SelectField
            name="findings"
            label={t("findings")}
            empty={t("all")}
            defaultValue={query.findings ?? ""}
            choices={(["stops", "any", "none"] as const).map((value) => ({
              value,
              label: t(`findingsFilter.${value}`),
            }))}
          />
          <SelectField
            name="changed"
            label={t("change")}
            empty={t("all")}
            defaultValue={query.changed ?? ""}
            choices={[{ value: "yes", label: t("onlyChanged") }]}
          />
        </FilterForm>
        {examines && rows.length > 0 && <SelectAll container={container} rows={rows.length} />}
      </div>
      <Table
        as={Link}
        caption={t("persons")}
        rows={rows}
        rowKey={({ id }) => id}
        empty={<EmptyState icon="users" title={t("noPersons")} />}
        columns={[
          {
            key: "box",
            label: t("tick"),
            hideLabel: true,
            cell: (row) =>
              examines && (
                <Checkbox
                  data-row-box=""
                  value={`${row.id}:${row.version}`}
                  hideLabel
                  label={t("tickOne", { code: row.fullName })}
                />
              ),
          },
          {
            key: "name",
            label: t("person"),
            primary: true,
            cell: (row) => (
              <>
                <RowTitle title={`${row.position}. ${row.fullName}`} detail={formatDay(row.birthDate)} />
                {row.change && <Badge tone="hot">{t(`changes.${row.change}`)}</Badge>}
                {examines && <AskAt anchor={{ ...placeOf(row), field: null, paperCode: null }} />}
              </>
            ),
          },
          {
            key: "findings",
            label: t("findings"),
            cell: (row) => (
              <div className="space-y-2 text-sm">
                <SubsidyFindings
                  policy={definition}
                  findings={row.findings}
                  act={({ field }) =>
                    examines && field && <AskAt anchor={{ ...placeOf(row, field), field, paperCode: null }} />
                  }
                />
                {row.elsewhere.map((one) => (
                  <p key={`${one.code}/${one.rateCode}`}>
                    {t("elsewhere", {
                      rate: rateName(definition, one.rateCode, locale),
                      code: one.code ?? "",
                      organisation: one.organisation,
                      amount: formatCount(one.amount, locale),
                    })}
                  </p>
                ))}
                <PaperList
                  id={dossier.id}
                  policy={definition}
                  papers={row.papers}
                  acts={(paper) =>
                    examines && (
                      <PaperActs
                        id={dossier.id}
                        paper={paper}
                        anchor={{ ...placeOf(row, null, paper.code), field: null, paperCode: paper.code }}
                      />
                    )
                  }
                />
              </div>
            ),
          },
          {
            key: "amount",
            label: t("amount"),
            numeric: true,
            cell: (row) => (
              <div className="whitespace-normal">
                <span className="font-semibold">{formatCount(row.amount, locale)}</span>
                {row.lines.map((line) => (
                  <span key={line.rate} className="block text-mist-600 text-sm">
                    {formulaWords(line, locale, say)}
                  </span>
                ))}
              </div>
            ),
          },
          {
            key: "decision",
            label: t("decisionLabel"),
            cell: (row) => (
              <>
                <DecisionBadge decision={row.decision} />
                {(row.reasonCode || row.reasonNote) && (
                  <span className="block text-mist-600 text-sm">
                    {[reasonWords(row.reasonCode), row.reasonNote].filter(Boolean).join(": ")}
                  </span>
                )}
              </>
            ),
          },
        ]}
      />
      <div className="p-5">
        <Pagination
          as={Link}
          page={page}
          pages={Math.max(1, Math.ceil(total / personsPerPage))}
          href={(number) => address({ page: number })}
        />
      </div>
      {examines && (
        <DecisionBar
          container={container}
          dossierId={dossier.id}
          names={Object.fromEntries(rows.map(({ id, position, fullName }) => [id, `${position}. ${fullName}`]))}
        />
      )}
    </Card>
  );
}
