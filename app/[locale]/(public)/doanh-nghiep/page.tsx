import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import type { Locale } from "@/lib/i18n/paths";
import { publicMetadata } from "@/lib/web/public-metadata";
import { EnterpriseList } from "./_parts/enterprise-list";

export const revalidate = 300;
export function generateStaticParams() {
  return [];
}

type Props = { params: Promise<{ locale: Locale }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "public.enterprises" });
  return publicMetadata({ locale, place: "enterprises", title: t("title"), description: t("description") });
}

export default async function EnterprisesPage({ params }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  return <EnterpriseList locale={locale} page={1} />;
}
