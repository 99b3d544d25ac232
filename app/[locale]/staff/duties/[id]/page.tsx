import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { href, type Locale } from "@/lib/i18n/paths";
import { owesReports } from "@/lib/reports/scope";
import { requireStaff } from "@/lib/web/session";
import { OwedReportPage } from "../../../_reports/owed-pages";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("duties"))("one") };
}

export default async function ReportPage({ params }: PageProps<"/[locale]/staff/duties/[id]">) {
  const { locale: asked, id } = await params;
  const locale = asked as Locale;
  setRequestLocale(locale);
  return <OwedReportPage actor={await requireStaff(owesReports)} base={href(locale, "staff", "duties")} id={id} />;
}
