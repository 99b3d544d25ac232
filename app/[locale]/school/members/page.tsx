import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import type { Locale } from "@/lib/i18n/paths";
import { requireSchool } from "@/lib/web/session";
import { Members } from "../../(account)/_parts/members";

export async function generateMetadata({ params }: PageProps<"/[locale]/school/members">): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale as Locale, namespace: "account.members" });
  return { title: t("title") };
}

export default async function SchoolMembersPage({ params }: PageProps<"/[locale]/school/members">) {
  setRequestLocale((await params).locale as Locale);
  return <Members person={await requireSchool()} />;
}
