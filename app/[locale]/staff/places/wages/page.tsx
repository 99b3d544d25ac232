import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { Table } from "@/components/ui/table";
import { dayOf, formatDay } from "@/lib/core/day";
import { formatCount } from "@/lib/core/money";
import type { Locale } from "@/lib/i18n/paths";
import { wageDecrees } from "@/lib/places/queries";
import { keepsPlaces } from "@/lib/places/rules";
import { wageRegions } from "@/lib/places/schema";
import { requireStaff } from "@/lib/web/session";
import { DecreeDialog } from "../_parts/decree-dialog";
import { PlacesHeader } from "../_parts/places-header";
import { keepDecree } from "../actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("register.places"))("wages") };
}

export default async function WagesPage({ params }: PageProps<"/[locale]/staff/places/wages">) {
  const locale = (await params).locale as Locale;
  setRequestLocale(locale);
  const me = await requireStaff();
  const [t, decrees] = await Promise.all([getTranslations("register"), wageDecrees()]);
  const today = dayOf(new Date());
  const latest = decrees[0] ?? null;
  const standing = (decree: { validFrom: string; validTo: string | null }) => {
    if (decree.validFrom > today) return <Badge tone="info">{t("wages.coming")}</Badge>;
    if (decree.validTo && decree.validTo < today) return <Badge tone="neutral">{t("wages.past")}</Badge>;
    return <Badge tone="done">{t("wages.inForce")}</Badge>;
  };
  return (
    <>
      <PlacesHeader
        current="wages"
        lede={t("wages.lede")}
        actions={
          keepsPlaces(me) && (
            <>
              {latest && <DecreeDialog correct latest={latest} action={keepDecree} />}
              <DecreeDialog latest={latest} action={keepDecree} />
            </>
          )
        }
      />
      <Card flush as="div">
        <Table
          caption={t("wages.caption")}
          rows={decrees}
          rowKey={(decree) => decree.validFrom}
          columns={[
            {
              key: "citation",
              label: t("places.basis"),
              primary: true,
              cell: (decree) => (
                <>
                  <span className="font-semibold text-harbour-900">{decree.citation}</span>
                  <span className="mt-1 flex flex-wrap gap-1.5">
                    {standing(decree)}
                    {!decree.verified && <Badge tone="waiting">{t("places.toConfirm")}</Badge>}
                  </span>
                </>
              ),
            },
            {
              key: "period",
              label: t("places.period"),
              cell: (decree) =>
                decree.validTo
                  ? t("places.periodBoth", { from: formatDay(decree.validFrom), to: formatDay(decree.validTo) })
                  : t("places.periodFrom", { from: formatDay(decree.validFrom) }),
            },
            ...wageRegions.map((region) => ({
              key: region,
              label: t("places.regionName", { region }),
              numeric: true,
              cell: (decree: (typeof decrees)[number]) => {
                const monthly = decree.monthly[region];
                return monthly === undefined ? "" : formatCount(monthly, locale);
              },
            })),
          ]}
        />
      </Card>
    </>
  );
}
