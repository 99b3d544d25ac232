import type { Metadata } from "next";
import Link from "next/link";
import { getLocale, getTranslations, setRequestLocale } from "next-intl/server";
import { ExportLink } from "@/components/layout/export-link";
import { SendingProof } from "@/components/papers/sending-proof";
import { Button, LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { SelectField, TextField } from "@/components/ui/field";
import { Pagination } from "@/components/ui/pagination";
import { EmptyState } from "@/components/ui/states";
import { RowTitle, Table } from "@/components/ui/table";
import { formatDay } from "@/lib/core/day";
import { formatCount } from "@/lib/core/money";
import { href, type Locale } from "@/lib/i18n/paths";
import { permissions } from "@/lib/identity/permissions";
import { sendingPage, sendingTotals, sentBatches } from "@/lib/papers/dissemination-queries";
import { channels, type SendingQuery, sendingQuery, sendingsPerPage } from "@/lib/papers/dissemination-schema";
import { batchName } from "@/lib/vacancies/batch-rules";
import { requireStaff } from "@/lib/web/session";
import { DocumentsHeader } from "../_parts/documents-header";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("papers.sendings"))("title") };
}

const mostBatches = 150;

function address(base: string, query: Partial<SendingQuery>): string {
  const usual: Partial<SendingQuery> = { direction: "desc", page: 1 };
  const said = Object.entries(query).filter(
    ([key, value]) => value !== undefined && value !== usual[key as keyof SendingQuery],
  );
  return said.length === 0 ? base : `${base}?${new URLSearchParams(said.map(([key, value]) => [key, String(value)]))}`;
}

export default async function SendingsPage({ params, searchParams }: PageProps<"/[locale]/staff/documents/sendings">) {
  setRequestLocale((await params).locale as Locale);
  const me = await requireStaff(permissions.readDocuments);
  const query = sendingQuery.parse(await searchParams);
  const [t, names, locale, { items, total }, totals, batches] = await Promise.all([
    getTranslations("papers.sendings"),
    getTranslations("papers.channel"),
    getLocale(),
    sendingPage(query),
    sendingTotals(query),
    sentBatches(mostBatches),
  ]);
  const here = href(locale, "staff", "documents", "sendings");
  const { page, ...kept } = query;
  const filtered = Boolean(query.channel || query.batch || query.from || query.to);
  const toBatch = permissions.readBatches(me);
  const sums = channels.flatMap((channel) => totals.find((row) => row.channel === channel) ?? []);
  return (
    <>
      <DocumentsHeader
        current="sendings"
        templates={permissions.uploadTemplates(me)}
        actions={<ExportLink list="sendings" query={query} />}
      />
      <form
        key={address("", kept)}
        method="get"
        action={here}
        className="mb-5 grid grid-cols-2 items-end gap-3 lg:grid-cols-5"
      >
        <SelectField
          name="channel"
          fieldClass="max-sm:col-span-2"
          label={t("channel")}
          empty={t("allChannels")}
          defaultValue={query.channel ?? ""}
          choices={channels.map((value) => ({ value, label: names(value) }))}
        />
        <SelectField
          name="batch"
          fieldClass="max-sm:col-span-2"
          label={t("batch")}
          empty={t("allBatches")}
          defaultValue={query.batch ?? ""}
          choices={batches.map((batch) => ({ value: String(batch.id), label: batchName(locale, batch) }))}
        />
        <TextField name="from" type="date" label={t("from")} defaultValue={query.from} />
        <TextField name="to" type="date" label={t("to")} defaultValue={query.to} />
        <span className="flex flex-wrap gap-2 max-sm:col-span-2">
          <Button type="submit" icon="funnel">
            {t("apply")}
          </Button>
          {filtered && (
            <LinkButton as={Link} href={here} variant="quiet">
              {t("clear")}
            </LinkButton>
          )}
        </span>
      </form>
      <Card title={t("byChannel")} flush className="mb-5">
        <Table
          caption={t("byChannel")}
          rows={sums}
          rowKey={({ channel }) => channel}
          empty={<p className="px-5 pb-4 text-mist-700">{t("none")}</p>}
          columns={[
            {
              key: "channel",
              label: t("channel"),
              primary: true,
              cell: (row) => (
                <RowTitle
                  as={Link}
                  href={address(here, { ...kept, channel: row.channel })}
                  title={names(row.channel)}
                />
              ),
            },
            {
              key: "sendings",
              label: t("sendings"),
              numeric: true,
              cell: (row) => formatCount(row.sendings, locale),
            },
            { key: "batches", label: t("batches"), numeric: true, cell: (row) => formatCount(row.batches, locale) },
          ]}
          footer={{
            channel: t("sum"),
            sendings: formatCount(
              sums.reduce((sum, row) => sum + row.sendings, 0),
              locale,
            ),
          }}
        />
      </Card>
      <Card flush as="div">
        <Table
          as={Link}
          caption={t("title")}
          rows={items}
          rowKey={({ id }) => id}
          sort={{ key: "sentOn", direction: query.direction }}
          sortHref={({ direction }) => address(here, { ...kept, direction })}
          empty={<EmptyState icon="send" title={t(filtered ? "noneFiltered" : "none")} />}
          columns={[
            {
              key: "channel",
              label: t("channel"),
              primary: true,
              cell: (sending) => (
                <RowTitle
                  title={names(sending.channel)}
                  detail={sending.automatic ? t("automatic") : (sending.recordedBy ?? undefined)}
                />
              ),
            },
            {
              key: "sentOn",
              label: t("sentOn"),
              numeric: true,
              sortable: true,
              cell: (sending) => formatDay(sending.sentOn),
            },
            {
              key: "batch",
              label: t("batch"),
              cell: ({ batch }) =>
                toBatch ? (
                  <Link className="link" href={href(locale, "staff", "batches", batch.id)}>
                    {batchName(locale, batch)}
                  </Link>
                ) : (
                  batchName(locale, batch)
                ),
            },
            { key: "proof", label: t("proof"), cell: (sending) => <SendingProof sending={sending} /> },
          ]}
        />
      </Card>
      <div className="mt-5">
        <Pagination
          as={Link}
          page={page}
          pages={Math.max(1, Math.ceil(total / sendingsPerPage))}
          href={(number) => address(here, { ...kept, page: number })}
        />
      </div>
    </>
  );
}
