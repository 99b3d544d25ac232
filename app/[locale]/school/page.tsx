import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { PageHeader } from "@/components/layout/page-header";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { href, type Locale } from "@/lib/i18n/paths";
import { requireSchool } from "@/lib/web/session";

export async function generateMetadata({ params }: PageProps<"/[locale]/school">): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale as Locale, namespace: "common.workspaces" });
  return { title: t("school") };
}

export default async function SchoolPage({ params }: PageProps<"/[locale]/school">) {
  const locale = (await params).locale as Locale;
  setRequestLocale(locale);
  const { organisation } = await requireSchool();
  const t = await getTranslations("account.school");
  const doors = [
    { text: t("nowJobs"), label: t("jobs"), to: href(locale, "jobs") },
    { text: t("nowBatches"), label: t("batches"), to: href(locale, "batches") },
    { text: t("nowMembers"), label: t("members"), to: href(locale, "school", "members") },
  ];
  return (
    <>
      <PageHeader title={organisation.nameVi} lede={t("lede")} />
      <ul className="grid gap-4 md:grid-cols-3">
        {doors.map((door) => (
          <Card key={door.to} as="li" className="flex flex-col items-start justify-between gap-4">
            <p>{door.text}</p>
            <LinkButton href={door.to}>{door.label}</LinkButton>
          </Card>
        ))}
      </ul>
      <Notice title={t("laterTitle")} className="mt-5">
        {t("later")}
      </Notice>
    </>
  );
}
