import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { ImportDetail } from "@/components/imports/import-detail";
import type { Locale } from "@/lib/i18n/paths";
import { importEntry, shownOf } from "@/lib/imports/import-queries";
import { partOf } from "@/lib/imports/list";
import { requireSchool } from "@/lib/web/session";
import { applyImport, chooseHeader, discardImport, nameEnterprise, setMapping } from "../actions";

const acts = { applyImport, chooseHeader, discardImport, nameEnterprise, setMapping };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("imports"))("title") };
}

export default async function ImportPage({ params, searchParams }: PageProps<"/[locale]/school/imports/[id]">) {
  const { locale, id } = await params;
  setRequestLocale(locale as Locale);
  const actor = await requireSchool();
  const entry = /^\d{1,9}$/.test(id) ? await importEntry(actor, Number(id)) : null;
  if (!entry) notFound();
  const at = partOf(entry, await searchParams);
  const shown = await shownOf(actor, entry.id, at);
  return <ImportDetail entry={entry} at={at} shown={shown} place="school" acts={acts} />;
}
