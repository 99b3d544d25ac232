import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Icon } from "@/components/ui/icon";
import { Notice } from "@/components/ui/notice";
import { Pagination } from "@/components/ui/pagination";
import { StatStrip } from "@/components/ui/stat";
import { Table } from "@/components/ui/table";
import { LinkTabs } from "@/components/ui/tabs";
import { shownDay } from "@/lib/core/day";
import { formatCount } from "@/lib/core/money";
import type { Result } from "@/lib/core/result";
import { columnLetters } from "@/lib/documents/table";
import { href } from "@/lib/i18n/paths";
import type { TableDescription } from "@/lib/imports/description";
import type { ImportEntry, ShownImport } from "@/lib/imports/import-queries";
import { type RowFilter, rowFilters } from "@/lib/imports/list";
import { ApplyForm } from "./apply-form";
import { AskedNames } from "./asked-names";
import { HeaderForm } from "./header-form";
import { Landing } from "./landing";
import { MappingForm } from "./mapping-form";
import { becameOf, type ImportPlace } from "./places";
import { Preview } from "./preview";
import { ImportProgress } from "./progress";
import { RowsTable } from "./rows-table";

type Act = (input: unknown) => Promise<Result<unknown>>;
export type ImportActs = {
  chooseHeader: Act;
  setMapping: Act;
  nameEnterprise: Act;
  applyImport: Act;
  discardImport: Act;
};

/** Says what each column of the table is; its first rows stand beside it. */
export function Columns({
  entry,
  description,
  acts,
}: {
  entry: ImportEntry;
  description: TableDescription;
  acts: ImportActs;
}) {
  const t = useTranslations("imports.mapping");
  const locale = useLocale();
  const { id, version, layout, preview, sheets, sheet } = entry;
  const [first, last] = [layout?.headerFirst ?? 1, layout?.headerLast ?? 1];
  const fields = description.fields.map(({ key, names, required, sumOf }) => ({
    key,
    name: names[locale],
    required: required === true,
    sumOf: sumOf ?? [],
  }));
  const samplesOf = (column: number) =>
    preview
      .filter(({ row }) => row > last)
      .flatMap(({ cells }) => cells.filter(([at]) => at === column).map(([, text]) => shownDay(text)))
      .slice(0, 3);
  const header = (
    <HeaderForm
      id={id}
      version={version}
      sheets={sheets.map(({ name }) => name)}
      sheet={sheet}
      first={first}
      last={last}
      action={acts.chooseHeader}
    />
  );
  return (
    <div className="flex flex-col gap-6">
      {layout ? (
        <MappingForm
          key={`${version}`}
          id={id}
          version={version}
          fields={fields}
          action={acts.setMapping}
          columns={layout.columns.map((column) => ({
            ...column,
            letters: columnLetters(column.column),
            samples: samplesOf(column.column),
          }))}
        />
      ) : (
        <Notice kind="waiting" title={t("notFound")}>
          {t("notFoundBody")}
        </Notice>
      )}
      <Card title={layout ? t("otherHeader") : t("preview")}>
        <div className="flex flex-col gap-4">
          {header}
          <Preview rows={preview} headerFirst={layout ? first : 0} headerLast={layout ? last : 0} />
        </div>
      </Card>
    </div>
  );
}

export type ShownRows = ShownImport["rows"];

/** What was found in the table, row by row, and what to do with it. */
export function Trial({
  entry,
  description,
  rows,
  asked,
  landing,
  show,
  page,
  place,
  acts,
}: {
  entry: ImportEntry;
  description: TableDescription;
  /** Null while the rows that are no data are shown. */
  rows: ShownRows;
  asked: ShownImport["asked"];
  landing: ShownImport["landing"];
  show: RowFilter;
  page: number;
  place: ImportPlace;
  acts: ImportActs;
}) {
  const t = useTranslations("imports");
  const locale = useLocale();
  const { id, version, kind, state, accepted, refused, complete, applied, submitted } = entry;
  const done = state === "APPLIED";
  const needs = kind === "NEEDS" || kind === "ANNEX";
  const base = href(locale, place, "imports", id);
  const count = (value: number) => formatCount(value, locale);
  const fields = new Map(description.fields.map(({ key, names }) => [key, names[locale]]));
  const tabs = rowFilters.filter((one) => (done ? one !== "accepted" : one !== "applied"));
  const drafts = applied - submitted;
  const became = becameOf(kind, place, landing?.reportId ?? null);
  const sums = entry.passed.flatMap(({ row, sums: all = [] }) => all.map((one) => ({ row, ...one })));
  const sayRow = t("trial.row");
  return (
    <div className="flex flex-col gap-6">
      {entry.problem === "taken_meanwhile" && !done && (
        <Notice kind="waiting">{t(landing ? "trial.formChangedMeanwhile" : "trial.changedMeanwhile")}</Notice>
      )}
      {landing && !done && <Landing landing={landing} />}
      {entry.sameAs !== null && !done && (
        <Notice
          kind="waiting"
          title={t("trial.sameFile")}
          actions={
            <LinkButton as={Link} size="sm" href={href(locale, place, "imports", entry.sameAs)}>
              {t("trial.openSame")}
            </LinkButton>
          }
        >
          {t(landing ? "trial.sameFileReplaces" : "trial.sameFileBody", { id: entry.sameAs })}
        </Notice>
      )}
      {sums.length > 0 && !done && (
        <Notice kind="waiting" title={t("trial.sumsDiffer")}>
          <ul>
            {sums.slice(0, 5).map(({ row, field, said, read }) => (
              <li key={`${row}/${field}`}>
                {sayRow} {row}, {fields.get(field)}: {t("trial.sumDiffers", { said, read })}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {done ? (
        <Notice
          kind="done"
          title={t("result.applied", { count: applied })}
          actions={
            <LinkButton as={Link} href={href(locale, place, ...became.at)}>
              {t(`result.${became.words}`)}
            </LinkButton>
          }
        >
          {needs && <p>{t("result.submitted", { count: submitted, drafts })}</p>}
          {refused + entry.asked > 0 && <p>{t("result.refusedLeft", { count: refused + entry.asked })}</p>}
        </Notice>
      ) : (
        <StatStrip
          context={t("trial.summary")}
          figures={[
            { value: count(accepted), label: t("trial.accepted") },
            ...(entry.asked > 0 ? [{ value: count(entry.asked), label: t("trial.asked") }] : []),
            { value: count(refused), label: t("trial.refused") },
            ...(!needs ? [] : [{ value: count(complete), label: t("trial.complete") }]),
          ]}
        />
      )}
      {asked.length > 0 && !done && <AskedNames id={id} version={version} names={asked} action={acts.nameEnterprise} />}
      {!done && landing?.open !== false && (
        <ApplyForm
          key={version}
          id={id}
          version={version}
          accepted={accepted}
          open={entry.asked + refused}
          needs={needs}
          same={entry.sameAs !== null}
          action={acts.applyImport}
        />
      )}
      <Card flush>
        <div className="flex flex-col gap-3 px-5 pt-4 pb-2">
          <div className="flex flex-wrap gap-2">
            <LinkButton icon="download" href={`/api/exports/imports/${id}?locale=${locale}`}>
              {t("trial.annotated")}
            </LinkButton>
            {!done && (
              <LinkButton as={Link} variant="quiet" icon="pencil" href={`${base}?view=columns`}>
                {t("trial.changeMapping")}
              </LinkButton>
            )}
          </div>
          <LinkTabs
            as={Link}
            label={t("trial.tabs")}
            tabs={tabs.map((one) => ({
              href: `${base}?show=${one}`,
              label: t(`trial.filter.${one}`),
              current: one === show,
              ...(one === "passed" && { count: count(entry.passed.length) }),
            }))}
          />
        </div>
        {rows ? (
          <RowsTable rows={rows.rows} fields={fields} />
        ) : (
          <Table
            caption={t("trial.passed")}
            rows={entry.passed}
            rowKey={({ row }) => row}
            empty={<p className="px-5 py-8 text-center text-mist-700">{t("trial.none")}</p>}
            columns={[
              {
                key: "row",
                label: t("trial.row"),
                primary: true,
                cell: ({ row }) => <span className="figures">{row}</span>,
              },
              { key: "kind", label: t("trial.filter.passed"), cell: ({ kind: one }) => t(`trial.kind.${one}`) },
              {
                key: "text",
                label: t("trial.what"),
                cell: ({ text, sums: differing = [] }) => (
                  <>
                    {text}
                    {differing.map(({ field, said, read }) => (
                      <span key={field} className="mt-1 flex gap-2 text-amber">
                        <Icon name="warning" size={16} className="mt-0.5" />
                        {fields.get(field)}: {t("trial.sumDiffers", { said, read })}
                      </span>
                    ))}
                  </>
                ),
              },
            ]}
          />
        )}
      </Card>
      {rows && (
        <Pagination as={Link} page={page} pages={rows.pages} href={(next) => `${base}?show=${show}&page=${next}`} />
      )}
    </div>
  );
}

/** A table that is still worked at, cannot be read or is gone. */
export function Waiting({ entry }: { entry: ImportEntry }) {
  const t = useTranslations("imports");
  const { state, problem, params } = entry;
  if (state === "READING" || state === "CHECKING" || state === "APPLYING")
    return <ImportProgress state={state} rows={entry.rowsRead} />;
  if (state === "DISCARDED") return <Notice>{t("result.gone")}</Notice>;
  const reason = (problem ?? "damaged") as "damaged";
  return <Notice kind="refused">{t(`unreadable.${reason}`, { maximum: "", ...params })}</Notice>;
}
