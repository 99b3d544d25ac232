import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import type { Locale } from "@/lib/i18n/paths";
import { requireEnterprise } from "@/lib/web/session";
import { NewPersonPage } from "../../../_roster/form-page";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("roster"))("form.newTitle") };
}

export default async function Page({ params }: PageProps<"/[locale]/enterprise/workers/new">) {
  const locale = (await params).locale as Locale;
  setRequestLocale(locale);
  return <NewPersonPage actor={await requireEnterprise()} locale={locale} />;
}
