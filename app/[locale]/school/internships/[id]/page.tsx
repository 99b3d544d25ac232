import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { OfferBadge } from "@/components/internships/badges";
import { ProposeForm } from "@/components/internships/propose-form";
import { PageHeader } from "@/components/layout/page-header";
import { Card } from "@/components/ui/card";
import { ownProgrammes, schoolOffer } from "@/lib/cohorts/internship-queries";
import { labelOf, trainingFields } from "@/lib/cohorts/vocabulary";
import { href, type Locale } from "@/lib/i18n/paths";
import { requireSchool } from "@/lib/web/session";
import { propose } from "../../../_internships/actions";
import { OfferFacts, PlacementTable } from "../../../_internships/offer-parts";
import { rowId } from "../../../_roster/places";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("internships"))("one") };
}

export default async function Page({ params }: PageProps<"/[locale]/school/internships/[id]">) {
  const { locale: asked, id } = await params;
  const locale = asked as Locale;
  setRequestLocale(locale);
  const { organisation } = await requireSchool();
  const number = rowId(id);
  const offer = number === null ? null : await schoolOffer(organisation.id, number);
  if (!offer) notFound();
  const [t, programmes] = await Promise.all([getTranslations("internships"), ownProgrammes(organisation.id)]);
  return (
    <>
      <PageHeader
        as={Link}
        title={t("oneOf", { field: labelOf(trainingFields, offer.field, locale) })}
        lede={(locale === "en" && offer.enterprise.nameEn) || offer.enterprise.nameVi}
        state={<OfferBadge state={offer.state} />}
        back={{ href: href(locale, "school", "internships"), label: t("all") }}
      />
      <div className="flex flex-col gap-6">
        <OfferFacts offer={offer} locale={locale} />
        <PlacementTable placements={offer.placements} side="SCHOOL" locale={locale} />
        {offer.state === "OPEN" && (
          <Card title={t("place")}>
            <ProposeForm offer={offer} programmes={programmes} action={propose} />
          </Card>
        )}
      </div>
    </>
  );
}
