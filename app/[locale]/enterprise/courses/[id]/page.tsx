import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import type { Locale } from "@/lib/i18n/paths";
import { requireEnterprise } from "@/lib/web/session";
import { CoursePageOf } from "../../../_courses/entry-page";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("courses"))("one") };
}

export default async function Page({ params, searchParams }: PageProps<"/[locale]/enterprise/courses/[id]">) {
  const { locale: asked, id } = await params;
  const locale = asked as Locale;
  setRequestLocale(locale);
  return <CoursePageOf actor={await requireEnterprise()} locale={locale} id={id} search={searchParams} />;
}
