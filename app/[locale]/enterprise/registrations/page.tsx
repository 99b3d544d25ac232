import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import type { Locale } from "@/lib/i18n/paths";
import { requireEnterprise } from "@/lib/web/session";
import { RegistrationsPage } from "../../_registrations/list-page";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("registration"))("desk.title") };
}

export default async function Page({ params, searchParams }: PageProps<"/[locale]/enterprise/registrations">) {
  const locale = (await params).locale as Locale;
  setRequestLocale(locale);
  return <RegistrationsPage actor={await requireEnterprise()} locale={locale} search={searchParams} />;
}
