import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { href, type Locale } from "@/lib/i18n/paths";
import { requireEnterprise } from "@/lib/web/session";
import { OwedListPage } from "../../_reports/owed-pages";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("duties"))("title") };
}

export default async function ReportsPage({ params, searchParams }: PageProps<"/[locale]/enterprise/reports">) {
  const locale = (await params).locale as Locale;
  setRequestLocale(locale);
  return (
    <OwedListPage
      actor={await requireEnterprise()}
      base={href(locale, "enterprise", "reports")}
      search={searchParams}
    />
  );
}
