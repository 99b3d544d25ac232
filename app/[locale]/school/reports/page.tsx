import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { BringTable } from "@/components/imports/bring-table";
import { href, type Locale } from "@/lib/i18n/paths";
import { requireSchool } from "@/lib/web/session";
import { OwedListPage } from "../../_reports/owed-pages";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("duties"))("title") };
}

export default async function ReportsPage({ params, searchParams }: PageProps<"/[locale]/school/reports">) {
  const locale = (await params).locale as Locale;
  setRequestLocale(locale);
  return (
    <OwedListPage
      actor={await requireSchool()}
      base={href(locale, "school", "reports")}
      search={searchParams}
      actions={<BringTable />}
    />
  );
}
