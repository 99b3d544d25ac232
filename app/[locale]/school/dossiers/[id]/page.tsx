import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import type { Locale } from "@/lib/i18n/paths";
import { requireSchool } from "@/lib/web/session";
import { DossierPage } from "../../../_dossiers/dossier-page";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("dossiers"))("one") };
}

export default async function Page({ params, searchParams }: PageProps<"/[locale]/school/dossiers/[id]">) {
  const { locale: asked, id } = await params;
  const locale = asked as Locale;
  setRequestLocale(locale);
  return <DossierPage actor={await requireSchool()} locale={locale} id={id} search={searchParams} />;
}
