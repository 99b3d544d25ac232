import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import type { Locale } from "@/lib/i18n/paths";
import { requireEnterprise } from "@/lib/web/session";
import { Members } from "../../(account)/_parts/members";

export async function generateMetadata({ params }: PageProps<"/[locale]/enterprise/members">): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale as Locale, namespace: "account.members" });
  return { title: t("title") };
}

export default async function EnterpriseMembersPage({ params }: PageProps<"/[locale]/enterprise/members">) {
  setRequestLocale((await params).locale as Locale);
  return <Members person={await requireEnterprise()} />;
}
