"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import type { FieldValues } from "react-hook-form";
import { FormSelect, FormText } from "@/components/forms/fields";
import { Form } from "@/components/forms/form";
import { SubmitButton } from "@/components/forms/submit-button";
import { Card } from "@/components/ui/card";
import { useToast } from "@/components/ui/toast";
import { SchoolKind } from "@/lib/db/generated/enums";
import { provinceName, provinces } from "@/lib/organisations/provinces";
import { writtenSchool } from "@/lib/organisations/school-schema";
import { write } from "../actions";

/** The entry of a school: a new one, or one that stands (`seen`). */
export function SchoolForm({
  seen,
  values,
  list,
}: {
  seen: { id: number; version: number } | null;
  values: FieldValues;
  list: string;
}) {
  const t = useTranslations("calls");
  const router = useRouter();
  const toast = useToast();
  return (
    <Form
      id={seen ? `school-${seen.id}` : "school-new"}
      schema={writtenSchool}
      action={write}
      fixed={seen ?? { id: null, version: null }}
      defaultValues={values}
      words={{ problem: ({ code }) => (code === "schoolTaken" ? t("problem.schoolTaken") : undefined) }}
      onDone={() => {
        toast.done(t("schools.saved"));
        router.push(list);
        router.refresh();
      }}
    >
      <Card className="max-w-2xl">
        <div className="flex flex-col gap-5">
          <FormText name="nameVi" label={t("schools.nameVi")} lang="vi" />
          <FormText name="nameEn" label={t("schools.nameEn")} lang="en" optional />
          <div className="grid gap-x-4 gap-y-5 sm:grid-cols-2">
            <FormSelect
              name="kind"
              label={t("column.kind")}
              choices={Object.values(SchoolKind).map((value) => ({ value, label: t(`kind.${value}`) }))}
            />
            <FormSelect
              name="province"
              label={t("column.province")}
              choices={provinces.map((value) => ({ value, label: provinceName(value) }))}
            />
          </div>
          <FormText name="address" label={t("schools.address")} optional />
          <FormText name="officeName" label={t("schools.officeName")} help={t("schools.officeHelp")} optional />
          <div className="grid gap-x-4 gap-y-5 sm:grid-cols-2">
            <FormText name="officePhone" label={t("schools.officePhone")} type="tel" optional />
            <FormText name="officeEmail" label={t("schools.officeEmail")} inputMode="email" optional />
          </div>
          <FormText name="website" label={t("schools.website")} inputMode="url" optional />
        </div>
      </Card>
      <div>
        <SubmitButton>{t("schools.save")}</SubmitButton>
      </div>
    </Form>
  );
}
