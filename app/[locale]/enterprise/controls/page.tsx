import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import type { Locale } from "@/lib/i18n/paths";
import { requireEnterprise } from "@/lib/web/session";
import { ControlsPage } from "../../_controls/controls-page";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("payments"))("control.ownTitle") };
}

export default async function Page({ params, searchParams }: PageProps<"/[locale]/enterprise/controls">) {
  const locale = (await params).locale as Locale;
  setRequestLocale(locale);
  return <ControlsPage actor={await requireEnterprise()} locale={locale} search={searchParams} />;
}
