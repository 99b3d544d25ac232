import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { Discard } from "@/components/imports/discard";
import { Columns, Trial, Waiting } from "@/components/imports/import-view";
import { ImportBadge } from "@/components/imports/state-badge";
import { PageHeader } from "@/components/layout/page-header";
import { href, type Locale } from "@/lib/i18n/paths";
import { askedNames, importEntry, importRows } from "@/lib/imports/import-queries";
import { descriptionOf, staffTakesTablesIn } from "@/lib/imports/kinds";
import { importQuery } from "@/lib/imports/list";
import { importWorkflow } from "@/lib/imports/workflow";
import { requireStaff } from "@/lib/web/session";
import { applyImport, chooseHeader, discardImport, nameEnterprise, setMapping } from "../actions";

const acts = { applyImport, chooseHeader, discardImport, nameEnterprise, setMapping };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("imports"))("title") };
}

export default async function ImportPage({ params, searchParams }: PageProps<"/[locale]/staff/imports/[id]">) {
  const { locale: language, id } = await params;
  const locale = language as Locale;
  setRequestLocale(locale);
  const actor = await requireStaff(staffTakesTablesIn);
  const entry = /^\d{1,9}$/.test(id) ? await importEntry(actor, Number(id)) : null;
  if (!entry) notFound();
  const { show: wanted, view, page } = importQuery.parse(await searchParams);
  const t = await getTranslations("imports");
  const description = descriptionOf(entry.kind);
  const tried = entry.state === "CHECKED" || entry.state === "APPLIED";
  const columns = entry.state === "MAPPING" || (entry.state === "CHECKED" && view === "columns");
  const show =
    wanted ?? (entry.refused + entry.asked > 0 ? "problems" : entry.state === "APPLIED" ? "applied" : "accepted");
  const [rows, asked] = tried
    ? await Promise.all([show === "passed" ? null : importRows(entry.id, show, page), askedNames(entry.id)])
    : [null, []];
  return (
    <>
      <PageHeader
        as={Link}
        title={entry.fileName}
        state={<ImportBadge state={entry.state} />}
        lede={t(`kind.${entry.kind}`)}
        back={{ href: href(locale, "staff", "imports"), label: t("list.back") }}
        actions={
          importWorkflow.can("discard", entry.state, "owner") && (
            <Discard id={entry.id} version={entry.version} action={discardImport} />
          )
        }
      />
      {columns ? (
        <Columns entry={entry} description={description} acts={acts} />
      ) : tried ? (
        <Trial
          entry={entry}
          description={description}
          rows={rows}
          asked={asked}
          show={show}
          page={page}
          place="staff"
          acts={acts}
        />
      ) : (
        <Waiting entry={entry} />
      )}
    </>
  );
}
