import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { PageHeader } from "@/components/layout/page-header";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { Table } from "@/components/ui/table";
import { dayOf, formatDay } from "@/lib/core/day";
import { formatCount } from "@/lib/core/money";
import { href, type Locale } from "@/lib/i18n/paths";
import { parkEntry } from "@/lib/places/queries";
import { inForce, keepsPlaces } from "@/lib/places/rules";
import { requireStaff } from "@/lib/web/session";
import { AliasForm, RegionDialog } from "../_parts/park-forms";
import { RegionText } from "../_parts/region-text";
import { keepAliases, keepRegion } from "../actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("register.places"))("park") };
}

const isConfidence = (text: string): text is "H" | "M" | "L" => ["H", "M", "L"].includes(text);

export default async function ParkPage({ params }: PageProps<"/[locale]/staff/places/[id]">) {
  const { locale: spoken, id } = await params;
  const locale = spoken as Locale;
  setRequestLocale(locale);
  const me = await requireStaff();
  const park = /^\d{1,9}$/.test(id) ? await parkEntry(Number(id)) : null;
  if (!park) notFound();
  const t = await getTranslations("register.places");
  const today = dayOf(new Date());
  const now = inForce(park.wageRegions, today);
  const name = (row: { nameVi: string; nameEn: string }) => (locale === "vi" ? row.nameVi : row.nameEn);
  return (
    <>
      <PageHeader
        as={Link}
        title={name(park)}
        lede={locale === "vi" ? park.nameEn : park.nameVi}
        back={{ href: href(locale, "staff", "places"), label: t("parks") }}
        actions={
          <LinkButton as={Link} href={`${href(locale, "staff", "enterprises")}?park=${park.id}`} icon="factory">
            {t("viewEnterprises", { count: park.enterprises })}
          </LinkButton>
        }
      />
      <div className="grid gap-5 lg:grid-cols-2">
        <Card title={t("park")} className="self-start">
          <DescriptionList
            blank={t("notPlaced")}
            items={[
              { label: t("zone"), value: park.zone && name(park.zone) },
              { label: t("area"), value: park.areaHa && t("hectares", { area: formatCount(park.areaHa, locale) }) },
              { label: t("formerDistrict"), value: park.formerDistrict },
              { label: t("position"), value: park.latitude && park.longitude && `${park.latitude}, ${park.longitude}` },
              {
                label: t("confidence"),
                value: isConfidence(park.confidence) ? t(`confidenceOf.${park.confidence}`) : park.confidence,
              },
              {
                label: t("region"),
                value: <RegionText region={now?.region ?? null} verified={now?.verified ?? null} />,
              },
            ]}
          />
        </Card>
        <div className="flex min-w-0 flex-col gap-5">
          <Card title={t("aliases")}>
            {keepsPlaces(me) ? (
              <AliasForm parkId={park.id} aliases={park.aliases} action={keepAliases} />
            ) : (
              <p className="text-mist-700">{park.aliases.join(" · ") || t("noAliases")}</p>
            )}
          </Card>
          <Card
            flush
            title={t("regions")}
            actions={
              keepsPlaces(me) && (
                <RegionDialog
                  parkId={park.id}
                  latest={park.wageRegions[0]?.validFrom ?? null}
                  citation={park.wageRegions[0]?.citation ?? ""}
                  today={today}
                  action={keepRegion}
                />
              )
            }
          >
            <Table
              caption={t("regions")}
              rows={park.wageRegions}
              rowKey={(period) => period.id}
              columns={[
                {
                  key: "region",
                  label: t("region"),
                  primary: true,
                  cell: (period) => <RegionText region={period.region} verified={period.verified} />,
                },
                {
                  key: "period",
                  label: t("period"),
                  cell: (period) =>
                    period.validTo
                      ? t("periodBoth", { from: formatDay(period.validFrom), to: formatDay(period.validTo) })
                      : t("periodFrom", { from: formatDay(period.validFrom) }),
                },
                { key: "basis", label: t("basis"), cell: (period) => period.citation },
              ]}
            />
          </Card>
        </div>
      </div>
    </>
  );
}
