import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { PageHeader } from "@/components/layout/page-header";
import { audienceNames, obligationChoices, obligationEntry } from "@/lib/deadlines/obligation-queries";
import { href, type Locale } from "@/lib/i18n/paths";
import { permissions } from "@/lib/identity/permissions";
import { requireStaff } from "@/lib/web/session";
import { valuesOf } from "../../_parts/form-values";
import { ObligationForm } from "../../_parts/obligation-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("deadlines.obligations"))("change") };
}

export default async function EditObligationPage({ params }: PageProps<"/[locale]/staff/obligations/[id]/edit">) {
  const { locale: spoken, id } = await params;
  const locale = spoken as Locale;
  setRequestLocale(locale);
  await requireStaff(permissions.manageObligations);
  const entry = /^\d{1,9}$/.test(id) ? await obligationEntry(Number(id), new Date()) : null;
  if (!entry || entry.state === "ENDED") notFound();
  const [t, choices, { organisations }] = await Promise.all([
    getTranslations("deadlines.obligations"),
    obligationChoices(),
    audienceNames(entry.content),
  ]);
  const { nameVi, nameEn } = entry.content;
  return (
    <>
      <PageHeader
        as={Link}
        title={t("change")}
        back={{ href: href(locale, "staff", "obligations", entry.id), label: locale === "vi" ? nameVi : nameEn }}
      />
      <ObligationForm
        seen={{ id: entry.id, version: entry.version }}
        live={entry.state === "LIVE"}
        values={valuesOf(entry.content)}
        choices={choices}
        known={organisations.map((one) => ({ value: one.id, label: one.nameVi }))}
        back={href(locale, "staff", "obligations")}
      />
    </>
  );
}
