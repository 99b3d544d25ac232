import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { OfferForm } from "@/components/internships/offer-form";
import { PageHeader } from "@/components/layout/page-header";
import { Card } from "@/components/ui/card";
import { href, type Locale } from "@/lib/i18n/paths";
import { requireEnterprise } from "@/lib/web/session";
import { offer } from "../../../_internships/actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("internships"))("add") };
}

export default async function Page({ params }: PageProps<"/[locale]/enterprise/internships/new">) {
  const locale = (await params).locale as Locale;
  setRequestLocale(locale);
  const { userId } = await requireEnterprise();
  const t = await getTranslations("internships");
  const base = href(locale, "enterprise", "internships");
  return (
    <>
      <PageHeader as={Link} title={t("add")} back={{ href: base, label: t("all") }} />
      <Card>
        <OfferForm
          values={{
            ...{ field: "", level: "", places: null, term: "HK1", startsOn: null, endsOn: null },
            ...{ allowance: null, learns: "", meals: false, housing: false },
          }}
          base={base}
          owner={userId}
          action={offer}
        />
      </Card>
    </>
  );
}
