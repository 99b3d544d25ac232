import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import type { Locale } from "@/lib/i18n/paths";
import { requireEnterprise } from "@/lib/web/session";
import { NewDossierPage } from "../../../_dossiers/new-page";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("dossiers.new"))("title") };
}

export default async function Page({ params }: PageProps<"/[locale]/enterprise/dossiers/new">) {
  const locale = (await params).locale as Locale;
  setRequestLocale(locale);
  return <NewDossierPage actor={await requireEnterprise()} locale={locale} />;
}
