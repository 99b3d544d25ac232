import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { ExportLink } from "@/components/layout/export-link";
import { Button, LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { SelectField, TextField } from "@/components/ui/field";
import { EmptyState } from "@/components/ui/states";
import { RowTitle, Table } from "@/components/ui/table";
import { ledgerKinds } from "@/lib/budget/accounts";
import type { EntryQuery } from "@/lib/budget/entry-list";
import type { EntryRow } from "@/lib/budget/entry-queries";
import { formatMoment } from "@/lib/core/day";
import { formatCount } from "@/lib/core/money";
import { href } from "@/lib/i18n/paths";

/** The entries of a year: filtered and sorted by the address, so that it works without script. */
export function EntriesCard({
  yearId,
  here,
  query,
  items,
  next,
}: {
  yearId: number;
  here: string;
  query: EntryQuery;
  items: readonly EntryRow[];
  next: string | null;
}) {
  const t = useTranslations("budget");
  const locale = useLocale();
  const address = (more: Partial<Record<keyof EntryQuery, string | undefined>>) => {
    const params = new URLSearchParams();
    for (const [key, value] of Object.entries({ ...query, cursor: undefined, ...more }))
      if (value) params.set(key, value);
    return `${here}?${params}#entries`;
  };
  return (
    <Card
      flush
      id="entries"
      title={t("entries")}
      actions={<ExportLink list="ledger" query={{ ...query, year: yearId }} />}
    >
      <form action={`${here}#entries`} className="grid grid-cols-2 items-end gap-3 px-5 pb-4 lg:grid-cols-5">
        <input type="hidden" name="sort" value={query.sort} />
        <input type="hidden" name="dir" value={query.dir} />
        <SelectField
          name="kind"
          fieldClass="max-sm:col-span-2"
          label={t("kindLabel")}
          empty={t("allKinds")}
          defaultValue={query.kind ?? ""}
          choices={ledgerKinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
        />
        <TextField
          name="q"
          fieldClass="max-sm:col-span-2"
          type="search"
          label={t("dossierCode")}
          defaultValue={query.q}
          maxLength={40}
        />
        <TextField name="from" type="date" label={t("fromDay")} defaultValue={query.from} />
        <TextField name="to" type="date" label={t("toDay")} defaultValue={query.to} />
        <Button type="submit" icon="funnel" className="justify-self-start">
          {t("filter")}
        </Button>
      </form>
      <Table
        as={Link}
        caption={t("entries")}
        rows={items}
        rowKey={({ id }) => id}
        empty={<EmptyState icon="inbox" title={t("noEntries")} />}
        sort={{ key: query.sort, direction: query.dir }}
        sortHref={({ key, direction }) => address({ sort: key, dir: direction })}
        columns={[
          {
            key: "kind",
            label: t("kindLabel"),
            primary: true,
            cell: (row) => (
              <RowTitle
                title={t(`kind.${row.kind}`)}
                detail={t("fromTo", { from: t(`account.${row.from}`), to: t(`account.${row.to}`) })}
              />
            ),
          },
          { key: "at", label: t("at"), sortable: true, className: "figures", cell: (row) => formatMoment(row.at) },
          {
            key: "amount",
            label: t("amount"),
            numeric: true,
            sortable: true,
            cell: (row) => formatCount(row.amount, locale),
          },
          {
            key: "person",
            label: t("person"),
            cell: (row) =>
              row.dossierId !== null && (
                <>
                  {row.person ?? t("personGone")}
                  <Link
                    href={href(locale, "staff", "dossiers", row.dossierId)}
                    className="tap block text-harbour-600 text-sm underline"
                  >
                    {row.dossier}
                  </Link>
                </>
              ),
          },
          {
            key: "ground",
            label: t("ground"),
            cell: (row) => (
              <>
                {row.ground === "LIST" ? (
                  <Link
                    href={href(locale, "staff", "approvals", row.subjectId)}
                    className="tap text-harbour-600 underline"
                  >
                    {row.document}
                  </Link>
                ) : (
                  <span className="wrap-anywhere">{row.document}</span>
                )}
                <span className="block text-mist-600 text-sm">
                  {[t(`groundOf.${row.ground}`), row.by].filter(Boolean).join(" · ")}
                </span>
              </>
            ),
          },
        ]}
      />
      {(query.cursor || next) && (
        <div className="flex flex-wrap justify-center gap-2 p-4">
          {query.cursor && (
            <LinkButton as={Link} href={address({})} variant="quiet">
              {t("firstPage")}
            </LinkButton>
          )}
          {next && (
            <LinkButton as={Link} href={address({ cursor: next })}>
              {t("nextPage")}
            </LinkButton>
          )}
        </div>
      )}
    </Card>
  );
}
