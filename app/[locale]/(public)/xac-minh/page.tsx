import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { PageHeader } from "@/components/layout/page-header";
import { PublicShell } from "@/components/layout/public-shell";
import { Impostors, VerifyForm } from "@/components/public/verify-view";
import type { Locale } from "@/lib/i18n/paths";
import { publicMetadata } from "@/lib/web/public-metadata";

export const revalidate = 300;
export function generateStaticParams() {
  return [];
}

type Props = { params: Promise<{ locale: Locale }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "public.verify" });
  return publicMetadata({ locale, place: "verify", title: t("title"), description: t("lede") });
}

export default async function VerifyPage({ params }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const t = await getTranslations("public.verify");
  return (
    <PublicShell locale={locale} place="verify">
      <PageHeader title={t("title")} lede={t("lede")} />
      <div className="max-w-[44rem] space-y-6">
        <VerifyForm />
        <Impostors />
      </div>
    </PublicShell>
  );
}
