import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import type { Locale } from "@/lib/i18n/paths";
import { requireEnterprise } from "@/lib/web/session";
import { RosterListPage } from "../../_roster/list-page";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("roster"))("title.ENTERPRISE") };
}

export default async function Page({ params, searchParams }: PageProps<"/[locale]/enterprise/workers">) {
  const locale = (await params).locale as Locale;
  setRequestLocale(locale);
  return <RosterListPage actor={await requireEnterprise()} locale={locale} search={searchParams} />;
}
