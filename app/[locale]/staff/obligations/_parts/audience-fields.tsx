"use client";

import { useLocale, useTranslations } from "next-intl";
import { useWatch } from "react-hook-form";
import { FormCheckboxes, FormRadios } from "@/components/forms/fields";
import { FormPicks } from "@/components/forms/picks-field";
import { FormNumber } from "@/components/forms/typed-fields";
import type { Option } from "@/components/ui/combobox";
import { audienceKinds } from "@/lib/deadlines/obligation-list";
import type { obligationChoices } from "@/lib/deadlines/obligation-queries";
import { reportingUnits } from "@/lib/deadlines/unit";
import { countryName } from "@/lib/organisations/countries";
import { searchOrganisations } from "../actions";

/** Who owes: one kind, and what narrows it. */
export function AudienceFields({
  choices,
  known,
}: {
  choices: Awaited<ReturnType<typeof obligationChoices>>;
  known: readonly Option[];
}) {
  const t = useTranslations("deadlines");
  const units = useTranslations("register.unit");
  const locale = useLocale();
  const kind: unknown = useWatch({ name: "content.audience.kind" });
  return (
    <>
      <FormRadios
        name="content.audience.kind"
        label={t("form.audience")}
        choices={audienceKinds.map((value) => ({ value, label: t(`obligations.whoOf.${value}`) }))}
      />
      {kind === "enterprises" && (
        <>
          <FormPicks
            name="content.audience.parks"
            label={t("form.parks")}
            help={t("form.parksHelp")}
            optional
            options={choices.parks.map(({ id, nameVi, nameEn }) => ({
              value: id,
              label: locale === "vi" ? nameVi : nameEn,
            }))}
          />
          <FormPicks
            name="content.audience.countries"
            label={t("form.countries")}
            help={t("form.countriesHelp")}
            optional
            options={choices.countries.map((value) => ({ value, label: countryName(value, locale) }))}
          />
          <div className="grid gap-x-4 gap-y-5 sm:grid-cols-2">
            <FormNumber name="content.audience.headcountFrom" label={t("form.headcountFrom")} optional />
            <FormNumber name="content.audience.headcountTo" label={t("form.headcountTo")} optional />
          </div>
        </>
      )}
      {kind === "units" && (
        <FormCheckboxes
          name="content.audience.units"
          label={t("form.units")}
          choices={reportingUnits.map((value) => ({ value, label: units(value) }))}
        />
      )}
      {kind === "organisations" && (
        <FormPicks
          name="content.audience.ids"
          label={t("form.organisations")}
          help={t("form.organisationsHelp")}
          known={known}
          search={async (typed) =>
            (await searchOrganisations(typed)).map(({ id, name, detail }) => ({ value: id, label: name, detail }))
          }
        />
      )}
    </>
  );
}
