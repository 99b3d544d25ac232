import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { Card } from "@/components/ui/card";
import { RowTitle, Table } from "@/components/ui/table";
import { dayOf } from "@/lib/core/day";
import { formatCount } from "@/lib/core/money";
import { href, type Locale } from "@/lib/i18n/paths";
import { parkList } from "@/lib/places/queries";
import { requireStaff } from "@/lib/web/session";
import { PlacesHeader } from "./_parts/places-header";
import { RegionText } from "./_parts/region-text";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("register.places"))("parks") };
}

export default async function ParksPage({ params }: PageProps<"/[locale]/staff/places">) {
  const locale = (await params).locale as Locale;
  setRequestLocale(locale);
  await requireStaff();
  const [t, parks] = await Promise.all([getTranslations("register.places"), parkList(dayOf(new Date()))]);
  return (
    <>
      <PlacesHeader current="parks" />
      <Card flush as="div">
        <Table
          caption={t("parks")}
          rows={parks}
          rowKey={(park) => park.id}
          columns={[
            {
              key: "park",
              label: t("park"),
              primary: true,
              cell: (park) => (
                <RowTitle
                  as={Link}
                  href={href(locale, "staff", "places", park.id)}
                  title={locale === "vi" ? park.nameVi : park.nameEn}
                  detail={locale === "vi" ? park.zoneVi : park.zoneEn}
                />
              ),
            },
            {
              key: "area",
              label: t("area"),
              numeric: true,
              cell: (park) => (park.areaHa === null ? "" : t("hectares", { area: formatCount(park.areaHa, locale) })),
            },
            {
              key: "enterprises",
              label: t("enterprises"),
              numeric: true,
              cell: (park) => formatCount(park.enterprises, locale),
            },
            { key: "open", label: t("open"), numeric: true, cell: (park) => formatCount(park.open, locale) },
            {
              key: "region",
              label: t("region"),
              cell: (park) => <RegionText region={park.region} verified={park.regionVerified} />,
            },
          ]}
        />
      </Card>
    </>
  );
}
