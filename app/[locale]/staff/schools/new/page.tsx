import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { PageHeader } from "@/components/layout/page-header";
import { href, type Locale } from "@/lib/i18n/paths";
import { permissions } from "@/lib/identity/permissions";
import { requireStaff } from "@/lib/web/session";
import { SchoolForm } from "../_parts/school-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("calls.schools"))("add") };
}

export default async function NewSchoolPage({ params }: PageProps<"/[locale]/staff/schools/new">) {
  const locale = (await params).locale as Locale;
  setRequestLocale(locale);
  await requireStaff(permissions.manageCalls);
  const t = await getTranslations("calls.schools");
  const list = href(locale, "staff", "schools");
  return (
    <>
      <PageHeader as={Link} title={t("add")} lede={t("addLede")} back={{ href: list, label: t("title") }} />
      <SchoolForm
        seen={null}
        list={list}
        values={{
          ...{ nameVi: "", nameEn: "", kind: "COLLEGE", province: "31", address: "" },
          ...{ officeName: "", officePhone: "", officeEmail: "", website: "" },
        }}
      />
    </>
  );
}
