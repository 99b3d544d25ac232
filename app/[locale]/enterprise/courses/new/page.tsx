import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import type { Locale } from "@/lib/i18n/paths";
import { requireEnterprise } from "@/lib/web/session";
import { NewCoursePage } from "../../../_courses/form-page";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("courses"))("form.newTitle") };
}

export default async function Page({ params }: PageProps<"/[locale]/enterprise/courses/new">) {
  const locale = (await params).locale as Locale;
  setRequestLocale(locale);
  return <NewCoursePage actor={await requireEnterprise()} locale={locale} />;
}
