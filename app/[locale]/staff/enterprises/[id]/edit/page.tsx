import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { PageHeader } from "@/components/layout/page-header";
import { href, type Locale } from "@/lib/i18n/paths";
import { enterpriseEntry, placeChoices } from "@/lib/organisations/enterprise-queries";
import { keepsRegister } from "@/lib/organisations/rules";
import { requireStaff } from "@/lib/web/session";
import { EnterpriseForm } from "../../_parts/enterprise-form";
import { edit } from "../../actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("register.form"))("edit") };
}

export default async function EditEnterprisePage({ params }: PageProps<"/[locale]/staff/enterprises/[id]/edit">) {
  const { locale: spoken, id } = await params;
  const locale = spoken as Locale;
  setRequestLocale(locale);
  if (!keepsRegister(await requireStaff())) notFound();
  const entry = /^\d{1,9}$/.test(id) ? await enterpriseEntry(Number(id)) : null;
  if (!entry) notFound();
  const [t, choices] = await Promise.all([getTranslations("register.form"), placeChoices()]);
  const back = href(locale, "staff", "enterprises", entry.id);
  return (
    <>
      <PageHeader as={Link} title={t("edit")} back={{ href: back, label: entry.nameVi }} />
      <EnterpriseForm
        defaultValues={{
          nameVi: entry.nameVi,
          nameEn: entry.nameEn ?? "",
          taxCode: entry.taxCode,
          parkId: entry.parkId,
          administrativeUnitId: entry.administrativeUnitId,
          address: entry.address ?? "",
          vsicCode: entry.vsicCode ?? "",
          investorCountry: entry.investorCountry,
          headcount: entry.headcount,
          hasUnion: entry.hasUnion,
          hasAgreement: entry.hasAgreement,
        }}
        seen={{ id: entry.id, version: entry.version }}
        choices={choices}
        action={edit}
        back={back}
      />
    </>
  );
}
