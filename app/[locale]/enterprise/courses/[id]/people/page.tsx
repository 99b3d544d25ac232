import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import type { Locale } from "@/lib/i18n/paths";
import { requireEnterprise } from "@/lib/web/session";
import { ChoosePeoplePage } from "../../../../_courses/entry-page";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("courses"))("people.addFromRoster") };
}

export default async function Page({ params, searchParams }: PageProps<"/[locale]/enterprise/courses/[id]/people">) {
  const { locale: asked, id } = await params;
  const locale = asked as Locale;
  setRequestLocale(locale);
  return <ChoosePeoplePage actor={await requireEnterprise()} locale={locale} id={id} search={searchParams} />;
}
