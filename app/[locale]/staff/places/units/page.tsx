import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { z } from "zod";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { SelectField, TextField } from "@/components/ui/field";
import { EmptyState } from "@/components/ui/states";
import { Table } from "@/components/ui/table";
import { formatDay } from "@/lib/core/day";
import { href, type Locale } from "@/lib/i18n/paths";
import { searchWords } from "@/lib/organisations/list";
import { unitList } from "@/lib/places/queries";
import { requireStaff } from "@/lib/web/session";
import { PlacesHeader } from "../_parts/places-header";
import { RegionText } from "../_parts/region-text";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("register.places"))("units") };
}

const query = z.object({
  q: z.string().max(100).catch(""),
  state: z.enum(["present", "ended"]).catch("present"),
});

export default async function UnitsPage({ params, searchParams }: PageProps<"/[locale]/staff/places/units">) {
  const locale = (await params).locale as Locale;
  setRequestLocale(locale);
  await requireStaff();
  const { q, state } = query.parse(await searchParams);
  const [t, units] = await Promise.all([
    getTranslations("register"),
    unitList({ words: searchWords(q), ended: state === "ended" }),
  ]);
  return (
    <>
      <PlacesHeader current="units" lede={t("units.lede")} />
      <form action={href(locale, "staff", "places", "units")} className="mb-4 flex flex-wrap items-end gap-2">
        <TextField
          fieldClass="min-w-56 flex-1 sm:max-w-md"
          name="q"
          type="search"
          label={t("units.search")}
          defaultValue={q}
        />
        <SelectField
          fieldClass="min-w-40"
          name="state"
          label={t("units.validity")}
          defaultValue={state}
          choices={[
            { value: "present", label: t("units.present") },
            { value: "ended", label: t("units.ended") },
          ]}
        />
        <Button type="submit" icon="search">
          {t("list.apply")}
        </Button>
      </form>
      <Card flush as="div">
        <Table
          caption={t("units.caption")}
          rows={units}
          rowKey={(unit) => unit.id}
          empty={<EmptyState icon="search" title={t("units.none")} />}
          columns={[
            {
              key: "name",
              label: t("units.name"),
              primary: true,
              cell: (unit) => (
                <span className="font-semibold text-harbour-900">{locale === "vi" ? unit.nameVi : unit.nameEn}</span>
              ),
            },
            { key: "code", label: t("units.code"), cell: (unit) => <span className="figures">{unit.code}</span> },
            { key: "before", label: t("units.before"), cell: (unit) => unit.formerProvince },
            {
              key: "region",
              label: t("places.region"),
              cell: (unit) => <RegionText region={unit.wageRegion} verified />,
            },
            {
              key: "validity",
              label: t("units.validity"),
              cell: (unit) =>
                unit.validTo
                  ? t("places.periodBoth", { from: formatDay(unit.validFrom), to: formatDay(unit.validTo) })
                  : t("places.periodFrom", { from: formatDay(unit.validFrom) }),
            },
            {
              key: "basis",
              label: t("units.legalBasis"),
              wideOnly: true,
              cell: (unit) => (
                <>
                  {unit.legalBasis}
                  {unit.related.length > 0 && (
                    <span className="block text-mist-600 text-sm">
                      {t("units.related")}: {unit.related.join(", ")}
                    </span>
                  )}
                </>
              ),
            },
          ]}
        />
      </Card>
    </>
  );
}
