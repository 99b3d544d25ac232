import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { PageHeader } from "@/components/layout/page-header";
import { PublicShell } from "@/components/layout/public-shell";
import { ParkMap } from "@/components/public/park-map";
import { Card } from "@/components/ui/card";
import { RowTitle, Table } from "@/components/ui/table";
import { formatCount } from "@/lib/core/money";
import { href, type Locale } from "@/lib/i18n/paths";
import { unitCentres } from "@/lib/vacancies/directory-queries";
import { named } from "@/lib/vacancies/listing";
import { cached } from "@/lib/web/cached";
import { publicMetadata } from "@/lib/web/public-metadata";
import { readParks, today } from "../_parts/reads";

export const revalidate = 300;
export function generateStaticParams() {
  return [];
}

type Props = { params: Promise<{ locale: Locale }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "public.parks" });
  return publicMetadata({ locale, place: "parks", title: t("title"), description: t("lede") });
}

export default async function ParksPage({ params }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const t = await getTranslations("public.parks");
  const [parks, units] = await Promise.all([readParks(today()), cached("unit-centres", [], unitCentres)]);
  return (
    <PublicShell locale={locale} place="parks">
      <PageHeader title={t("title")} lede={t("lede")} />
      <div className="grid gap-6 lg:grid-cols-[1fr_22rem]">
        <Card flush className="min-w-0">
          <Table
            caption={t("title")}
            rows={parks}
            rowKey={(park) => park.id}
            columns={[
              {
                key: "name",
                label: t("name"),
                primary: true,
                cell: (park) => (
                  <RowTitle
                    title={named(park, locale)}
                    href={href(locale, "parks", park.slug)}
                    detail={park.zone ? named(park.zone, locale) : undefined}
                  />
                ),
              },
              {
                key: "enterprises",
                label: t("enterprises"),
                numeric: true,
                cell: (park) => formatCount(park.enterprises, locale),
              },
              {
                key: "listings",
                label: t("listings"),
                numeric: true,
                cell: (park) => formatCount(park.listings, locale),
              },
              { key: "places", label: t("places"), numeric: true, cell: (park) => formatCount(park.places, locale) },
            ]}
          />
        </Card>
        <Card className="max-lg:order-first lg:sticky lg:top-6 lg:self-start">
          <ParkMap parks={parks} units={units} />
        </Card>
      </div>
    </PublicShell>
  );
}
