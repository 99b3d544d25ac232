import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { PageHeader } from "@/components/layout/page-header";
import { href, type Locale } from "@/lib/i18n/paths";
import { placeChoices } from "@/lib/organisations/enterprise-queries";
import { keepsRegister } from "@/lib/organisations/rules";
import { requireStaff } from "@/lib/web/session";
import { EnterpriseForm } from "../_parts/enterprise-form";
import { create } from "../actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("register.form"))("new") };
}

const empty = {
  nameVi: "",
  nameEn: "",
  taxCode: "",
  parkId: null,
  administrativeUnitId: null,
  address: "",
  vsicCode: "",
  investorCountry: "",
  headcount: null,
  hasUnion: false,
  hasAgreement: false,
  documentNumber: "",
  documentDate: null,
};

export default async function NewEnterprisePage({ params }: PageProps<"/[locale]/staff/enterprises/new">) {
  const locale = (await params).locale as Locale;
  setRequestLocale(locale);
  if (!keepsRegister(await requireStaff())) notFound();
  const [t, choices] = await Promise.all([getTranslations("register"), placeChoices()]);
  const list = href(locale, "staff", "enterprises");
  return (
    <>
      <PageHeader
        as={Link}
        title={t("form.new")}
        lede={t("form.newLede")}
        back={{ href: list, label: t("entry.back") }}
      />
      <EnterpriseForm defaultValues={empty} choices={choices} action={create} back={list} />
    </>
  );
}
