import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { OfferBadge } from "@/components/internships/badges";
import { OfferActs } from "@/components/internships/offer-acts";
import { OfferForm } from "@/components/internships/offer-form";
import { ProposeForm } from "@/components/internships/propose-form";
import { PageHeader } from "@/components/layout/page-header";
import { Card } from "@/components/ui/card";
import { enterpriseOffer } from "@/lib/cohorts/internship-queries";
import { labelOf, trainingFields } from "@/lib/cohorts/vocabulary";
import { href, type Locale } from "@/lib/i18n/paths";
import { schoolNames } from "@/lib/subsidies/course-queries";
import { requireEnterprise } from "@/lib/web/session";
import { edit, moveOffers, propose } from "../../../_internships/actions";
import { OfferFacts, PlacementTable } from "../../../_internships/offer-parts";
import { rowId } from "../../../_roster/places";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("internships"))("one") };
}

export default async function Page({ params }: PageProps<"/[locale]/enterprise/internships/[id]">) {
  const { locale: asked, id } = await params;
  const locale = asked as Locale;
  setRequestLocale(locale);
  const { organisation, userId } = await requireEnterprise();
  const number = rowId(id);
  const offer = number === null ? null : await enterpriseOffer(organisation.id, number);
  if (!offer) notFound();
  const [t, schools] = await Promise.all([getTranslations("internships"), schoolNames()]);
  const base = href(locale, "enterprise", "internships");
  const seen = { id: offer.id, version: offer.version };
  const { field, level, places, term, startsOn, endsOn, allowance, learns, meals, housing } = offer;
  return (
    <>
      <PageHeader
        as={Link}
        title={t("oneOf", { field: labelOf(trainingFields, field, locale) })}
        state={<OfferBadge state={offer.state} />}
        back={{ href: base, label: t("all") }}
        actions={<OfferActs seen={seen} state={offer.state} move={moveOffers} />}
      />
      <div className="flex flex-col gap-6">
        <OfferFacts offer={offer} locale={locale} />
        <PlacementTable placements={offer.placements} side="ENTERPRISE" locale={locale} />
        {offer.state === "OPEN" && (
          <Card title={t("proposeTo")}>
            <ProposeForm
              offer={offer}
              schools={schools.map((one) => ({ value: one.id, label: (locale === "en" && one.nameEn) || one.nameVi }))}
              programmes={[]}
              action={propose}
            />
          </Card>
        )}
        {offer.state !== "WITHDRAWN" && (
          <Card title={t("change")}>
            <OfferForm
              key={offer.version}
              values={{ field, level, places, term, startsOn, endsOn, allowance, learns, meals, housing }}
              seen={seen}
              base={base}
              owner={userId}
              action={edit}
            />
          </Card>
        )}
      </div>
    </>
  );
}
