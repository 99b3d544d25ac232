import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import type { Locale } from "@/lib/i18n/paths";
import { requireSchool } from "@/lib/web/session";
import { PersonPage } from "../../../_roster/entry-page";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("roster"))("title.SCHOOL") };
}

export default async function Page({ params }: PageProps<"/[locale]/school/people/[id]">) {
  const { locale: asked, id } = await params;
  const locale = asked as Locale;
  setRequestLocale(locale);
  return <PersonPage actor={await requireSchool()} locale={locale} id={id} />;
}
