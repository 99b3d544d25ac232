import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import type { Locale } from "@/lib/i18n/paths";
import { requireEnterprise } from "@/lib/web/session";
import { PayeePage } from "../../_payees/payee-page";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("payments"))("payee.title") };
}

export default async function Page({ params, searchParams }: PageProps<"/[locale]/enterprise/payee-account">) {
  const locale = (await params).locale as Locale;
  setRequestLocale(locale);
  return <PayeePage actor={await requireEnterprise()} locale={locale} search={searchParams} />;
}
