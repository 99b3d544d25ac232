"use client";

import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { FieldValues } from "react-hook-form";
import type { z } from "zod";
import { FormCombobox } from "@/components/forms/combobox-field";
import { FormCheckbox, FormSelect, FormText } from "@/components/forms/fields";
import { Form } from "@/components/forms/form";
import { SubmitButton } from "@/components/forms/submit-button";
import { FormDay, FormNumber } from "@/components/forms/typed-fields";
import { useRegisterWords } from "@/components/organisations/use-register-words";
import { Card } from "@/components/ui/card";
import { countryName, investorCountries } from "@/lib/organisations/countries";
import type { placeChoices } from "@/lib/organisations/enterprise-queries";
import { editedEnterprise, newEnterprise } from "@/lib/organisations/schema";
import { vsicCodes, vsicName } from "@/lib/organisations/vsic";
import type { Action } from "@/lib/web/action";

type Choices = Awaited<ReturnType<typeof placeChoices>>;

const Group = ({ title, children }: { title: string; children: ReactNode }) => (
  <Card title={title} className="max-w-2xl">
    <div className="flex flex-col gap-5">{children}</div>
  </Card>
);

/** The entry of an enterprise: a new one with its paper, or one that exists (`seen`). */
export function EnterpriseForm({
  defaultValues,
  seen,
  choices,
  action,
  back,
}: {
  defaultValues: FieldValues;
  seen?: { id: number; version: number };
  choices: Choices;
  action: Action<{ id: number }>;
  /** Where to go after saving; a new entry's id is appended. */
  back: string;
}) {
  const t = useTranslations("register");
  const locale = useLocale();
  const router = useRouter();
  const words = useRegisterWords();
  const name = (row: { nameVi: string; nameEn: string }) => (locale === "vi" ? row.nameVi : row.nameEn);
  const schema: z.ZodType = seen ? editedEnterprise : newEnterprise;
  const country: unknown = defaultValues.investorCountry;
  const countries = new Set<string>([
    ...investorCountries,
    ...(typeof country === "string" && country ? [country] : []),
  ]);
  const units = choices.units.map((unit) => ({
    value: unit.id,
    label:
      unit.formerProvince && unit.formerProvince !== "Hải Phòng"
        ? `${name(unit)} (${unit.formerProvince})`
        : name(unit),
  }));
  return (
    <Form
      id={seen ? `enterprise-${seen.id}` : "enterprise-new"}
      schema={schema}
      action={action}
      defaultValues={defaultValues}
      fixed={seen}
      words={words}
      onDone={({ id }) => router.push(seen ? back : `${back}/${id}`)}
    >
      <Group title={t("form.identity")}>
        <FormText name="nameVi" label={t("field.nameVi")} />
        <FormText name="nameEn" label={t("field.nameEn")} optional />
        <FormText name="taxCode" label={t("field.taxCode")} inputMode="numeric" className="figures max-w-64" />
      </Group>
      <Group title={t("form.place")}>
        <FormSelect
          name="parkId"
          numeric
          label={t("field.parkId")}
          empty={t("form.choose")}
          choices={choices.parks.map((park) => ({ value: String(park.id), label: name(park) }))}
        />
        <FormCombobox
          name="administrativeUnitId"
          label={t("field.administrativeUnitId")}
          optional
          options={units}
          initial={units.find((unit) => unit.value === defaultValues.administrativeUnitId) ?? null}
        />
        <FormText name="address" label={t("field.address")} optional />
      </Group>
      <Group title={t("form.activity")}>
        <FormSelect
          name="vsicCode"
          label={t("field.vsicCode")}
          optional
          empty={t("form.choose")}
          choices={vsicCodes.map((value) => ({ value, label: vsicName(value, locale) }))}
        />
        <FormSelect
          name="investorCountry"
          label={t("field.investorCountry")}
          empty={t("form.choose")}
          choices={[...countries].map((value) => ({ value, label: countryName(value, locale) }))}
        />
        <FormNumber name="headcount" label={t("field.headcount")} fieldClass="max-w-48" />
        <div>
          <FormCheckbox name="hasUnion" label={t("field.hasUnion")} />
          <FormCheckbox name="hasAgreement" label={t("field.hasAgreement")} />
        </div>
      </Group>
      {!seen && (
        <Group title={t("form.paper")}>
          <FormText name="documentNumber" label={t("form.certificate")} />
          <FormDay name="documentDate" label={t("move.documentDate")} />
        </Group>
      )}
      <div>
        <SubmitButton>{t("form.save")}</SubmitButton>
      </div>
    </Form>
  );
}
