import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { PageHeader } from "@/components/layout/page-header";
import { dayOf } from "@/lib/core/day";
import { obligationChoices } from "@/lib/deadlines/obligation-queries";
import { href, type Locale } from "@/lib/i18n/paths";
import { permissions } from "@/lib/identity/permissions";
import { requireStaff } from "@/lib/web/session";
import { newValues } from "../_parts/form-values";
import { ObligationForm } from "../_parts/obligation-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("deadlines.obligations"))("add") };
}

export default async function NewObligationPage({ params }: PageProps<"/[locale]/staff/obligations/new">) {
  const locale = (await params).locale as Locale;
  setRequestLocale(locale);
  await requireStaff(permissions.manageObligations);
  const [t, choices] = await Promise.all([getTranslations("deadlines.obligations"), obligationChoices()]);
  const list = href(locale, "staff", "obligations");
  return (
    <>
      <PageHeader as={Link} title={t("add")} lede={t("addLede")} back={{ href: list, label: t("title") }} />
      <ObligationForm
        seen={null}
        live={false}
        values={newValues(dayOf(new Date()))}
        choices={choices}
        known={[]}
        back={list}
      />
    </>
  );
}
