import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import type { Locale } from "@/lib/i18n/paths";
import { requireEnterprise } from "@/lib/web/session";
import { CourseListPage } from "../../_courses/list-page";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("courses"))("title") };
}

export default async function Page({ params, searchParams }: PageProps<"/[locale]/enterprise/courses">) {
  const locale = (await params).locale as Locale;
  setRequestLocale(locale);
  return <CourseListPage actor={await requireEnterprise()} locale={locale} search={searchParams} />;
}
