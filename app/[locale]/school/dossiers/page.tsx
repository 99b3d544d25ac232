import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import type { Locale } from "@/lib/i18n/paths";
import { requireSchool } from "@/lib/web/session";
import { DossierListPage } from "../../_dossiers/list-page";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("dossiers"))("title") };
}

export default async function Page({ params, searchParams }: PageProps<"/[locale]/school/dossiers">) {
  const locale = (await params).locale as Locale;
  setRequestLocale(locale);
  return <DossierListPage actor={await requireSchool()} locale={locale} search={searchParams} />;
}
