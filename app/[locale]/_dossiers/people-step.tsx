import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { BringPaper } from "@/components/subsidies/dossier-paper-acts";
import { PaperList } from "@/components/subsidies/dossier-paper-list";
import { AddAll, AddTicked, AnswerPerson, RemoveTicked } from "@/components/subsidies/dossier-person-acts";
import { SupportLines } from "@/components/subsidies/dossier-person-lines";
import { SubsidyFindings } from "@/components/subsidies/findings-list";
import { Badge } from "@/components/ui/badge";
import { LinkButton } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/field";
import { FilterForm } from "@/components/ui/filter-form";
import { Notice } from "@/components/ui/notice";
import { Pagination } from "@/components/ui/pagination";
import { EmptyState } from "@/components/ui/states";
import { RowTitle, Table } from "@/components/ui/table";
import { LinkTabs } from "@/components/ui/tabs";
import { env } from "@/lib/config/env";
import { formatDay } from "@/lib/core/day";
import { formatCount } from "@/lib/core/money";
import type { Locale } from "@/lib/i18n/paths";
import { answerValues } from "@/lib/subsidies/answers";
import { clauseOfReason, reasonOf } from "@/lib/subsidies/decision";
import { addressOf, type DossierView } from "@/lib/subsidies/dossier-list";
import { type DossierPersonRow, dossierPeople, type OwnDossier } from "@/lib/subsidies/dossier-queries";
import { groupOf } from "@/lib/subsidies/policy";
import { rosterQuery } from "@/lib/subsidies/roster-list";
import { rosterPage } from "@/lib/subsidies/roster-queries";
import { addPeople, answer, attach, removePeople, takeBack } from "./actions";

type Step = { dossier: OwnDossier; locale: Locale; at: string; view: DossierView; editable: boolean };

/** The people of a dossier: what each is granted and why, what is found, their papers, corrections asked at their place. */
export async function PeopleStep({ dossier, locale, at, view, editable }: Step) {
  const { id, definition: policy } = dossier;
  const query = { q: view.q, found: view.found === "1", page: view.page };
  const [t, reasons, list] = await Promise.all([
    getTranslations("dossiers"),
    getTranslations("dossierReview.reasons"),
    dossierPeople(id, query),
  ]);
  const to = (change: Partial<DossierView>) =>
    at + addressOf<DossierView>({ ...view, step: "persons", page: 1, ...change }, { page: 1 });
  const papers = (groupOf(policy, dossier.groupCode)?.papers ?? []).filter(({ per }) => per === "PERSON");
  const occupations = policy.occupations.map(({ code, name }) => ({ value: code, label: name[locale] }));
  const asked = dossier.corrections.filter(({ state, position }) => state === "OPEN" && position !== null);
  const container = "dossier-people";
  const why = ({ reasonCode, reasonNote }: DossierPersonRow) => {
    const reason = reasonOf(reasonCode);
    const clause = reason && clauseOfReason(policy, dossier.groupCode, reason);
    const coded = reason && [reasons(reason), clause && `(${clause[locale]})`].filter(Boolean).join(" ");
    return [coded, reasonNote].filter(Boolean).join(": ");
  };
  return (
    <>
      {editable && (
        <div className="no-print flex flex-wrap gap-2">
          <AddAll id={id} addPeople={addPeople} />
          <LinkButton as={Link} href={`${at}?step=add`} icon="plus">
            {t("persons.choose")}
          </LinkButton>
        </div>
      )}
      <FilterForm
        key={JSON.stringify(view)}
        action={at}
        fixed={{ step: "persons", found: view.found }}
        search={{ id: "people-q", label: t("persons.search"), value: view.q }}
        words={{ apply: t("list.apply"), clear: t("list.clear"), filters: t("list.filters") }}
        active={view.q !== ""}
        clear={to({ q: "" })}
        as={Link}
      >
        {null}
      </FilterForm>
      <LinkTabs
        as={Link}
        label={t("persons.tabs")}
        tabs={[
          { href: to({ found: undefined }), label: t("persons.all"), count: dossier.persons, current: !query.found },
          { href: to({ found: "1" }), label: t("persons.found"), count: list.held, current: query.found },
        ]}
      />
      <div id={container} className="card mt-4 overflow-clip">
        <Table<DossierPersonRow>
          caption={t("persons.caption")}
          rows={list.rows}
          rowKey={(row) => row.id}
          empty={
            <EmptyState icon="users" title={t(query.found ? "persons.noneFound" : "persons.none")}>
              {!query.found && t("persons.noneBody")}
            </EmptyState>
          }
          columns={[
            ...(editable
              ? [
                  {
                    key: "box",
                    label: t("persons.tick"),
                    hideLabel: true,
                    cell: (row: DossierPersonRow) => (
                      <Checkbox
                        data-row-box=""
                        value={row.id}
                        hideLabel
                        label={t("persons.tickOne", { name: row.fullName })}
                      />
                    ),
                  },
                ]
              : []),
            {
              key: "person",
              label: t("persons.person"),
              primary: true,
              cell: (row) => (
                <RowTitle
                  title={`${row.position}. ${row.fullName}`}
                  detail={[row.staffCode, formatDay(row.birthDate), row.job].filter(Boolean).join(" · ")}
                />
              ),
            },
            {
              key: "amount",
              label: t("persons.amount"),
              cell: (row) => (
                <>
                  <p className="figures font-semibold">
                    {t("dong", { amount: formatCount(row.decision === "REFUSED" ? 0 : row.amount, locale) })}
                  </p>
                  {row.decision !== "REFUSED" && <SupportLines policy={policy} lines={row.lines} />}
                </>
              ),
            },
            {
              key: "findings",
              label: t("persons.findings"),
              cell: (row) => (
                <div className="space-y-2 text-left">
                  {asked
                    .filter(({ position }) => position === row.position)
                    .map((one) => (
                      <Notice key={one.id} kind="waiting" title={t(`corrections.kind.${one.kind}`)}>
                        {one.message}
                      </Notice>
                    ))}
                  {row.decision !== "PENDING" && (
                    <Badge tone={row.decision === "ACCEPTED" ? "done" : "refused"}>
                      {t(`decided.${row.decision}`)}
                    </Badge>
                  )}
                  {why(row) && <p className="text-mist-700 text-sm">{why(row)}</p>}
                  <SubsidyFindings policy={policy} findings={row.findings} />
                  {dossier.state === "APPROVED" && row.decision === "ACCEPTED" && (
                    <LinkButton as={Link} size="sm" href={`${at}?step=change&person=${row.position}`}>
                      {t("change.leaves")}
                    </LinkButton>
                  )}
                </div>
              ),
            },
            {
              key: "papers",
              label: t("persons.papers"),
              cell: (row) => (
                <div className="space-y-2 text-left">
                  <PaperList id={id} policy={policy} papers={row.papers} takeBack={editable ? takeBack : undefined} />
                  {editable && (
                    <div className="no-print flex flex-wrap gap-2">
                      <BringPaper
                        id={id}
                        personId={row.id}
                        name={row.fullName}
                        papers={papers}
                        megabytes={env().FILES_LARGEST_MB}
                        attach={attach}
                      />
                      <AnswerPerson
                        id={id}
                        personId={row.id}
                        name={row.fullName}
                        values={answerValues(row.answers)}
                        occupations={occupations}
                        answer={answer}
                      />
                    </div>
                  )}
                </div>
              ),
            },
          ]}
        />
      </div>
      {editable && <RemoveTicked id={id} container={container} rows={list.rows.length} removePeople={removePeople} />}
      <div className="mt-4">
        <Pagination as={Link} page={view.page} pages={list.pages} href={(page) => to({ page })} />
      </div>
    </>
  );
}

/** The roster, to tick people who are to be in the dossier. */
export async function AddStep({
  organisationId,
  id,
  at,
  view,
}: {
  organisationId: number;
  id: number;
  at: string;
  view: DossierView;
}) {
  const query = rosterQuery.parse({ q: view.q, page: view.page });
  const [t, list] = await Promise.all([getTranslations("dossiers"), rosterPage(organisationId, query)]);
  const container = "roster-people";
  return (
    <>
      <FilterForm
        key={JSON.stringify(view)}
        action={at}
        fixed={{ step: "add" }}
        search={{ id: "roster-q", label: t("persons.search"), value: view.q }}
        words={{ apply: t("list.apply"), clear: t("list.clear"), filters: t("list.filters") }}
        active={view.q !== ""}
        clear={`${at}?step=add`}
        as={Link}
      >
        {null}
      </FilterForm>
      <div id={container} className="card overflow-clip">
        <Table<(typeof list.rows)[number]>
          caption={t("persons.rosterCaption")}
          rows={list.rows}
          rowKey={(row) => row.id}
          empty={<EmptyState icon="users" title={t("persons.rosterEmpty")} />}
          columns={[
            {
              key: "box",
              label: t("persons.tick"),
              hideLabel: true,
              cell: (row) => (
                <Checkbox
                  data-row-box=""
                  value={row.id}
                  hideLabel
                  label={t("persons.tickOne", { name: row.fullName })}
                />
              ),
            },
            {
              key: "person",
              label: t("persons.person"),
              primary: true,
              cell: (row) => <RowTitle title={row.fullName} detail={row.staffCode} />,
            },
            { key: "birth", label: t("persons.birth"), numeric: true, cell: (row) => formatDay(row.birthDate) },
            { key: "job", label: t("persons.job"), cell: (row) => row.job ?? "–" },
          ]}
        />
      </div>
      <AddTicked id={id} container={container} rows={list.rows.length} addPeople={addPeople} />
      <div className="mt-4">
        <Pagination
          as={Link}
          page={view.page}
          pages={list.pages}
          href={(page) => at + addressOf<DossierView>({ ...view, step: "add", page }, { page: 1 })}
        />
      </div>
    </>
  );
}
