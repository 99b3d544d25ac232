"use client";

import { useTranslations } from "next-intl";
import { FormText, FormTextarea } from "@/components/forms/fields";
import { Form } from "@/components/forms/form";
import { SubmitButton } from "@/components/forms/submit-button";
import { selfDescription } from "@/lib/organisations/schema";
import type { Action } from "@/lib/web/action";

/** What an enterprise says of itself to the public. */
export function SelfDescription({
  id,
  version,
  values,
  action,
}: {
  id: number;
  version: number;
  values: { website: string; introductionVi: string; introductionEn: string };
  action: Action<unknown>;
}) {
  const t = useTranslations("register");
  return (
    <Form
      id={`profile-${id}`}
      schema={selfDescription}
      action={action}
      fixed={{ version }}
      defaultValues={values}
      autosave={{ owner: id }}
    >
      <FormText name="website" label={t("field.website")} inputMode="url" optional />
      <FormTextarea
        name="introductionVi"
        label={t("field.introductionVi")}
        help={t("profile.introductionHelp")}
        optional
        rows={5}
      />
      <FormTextarea name="introductionEn" label={t("field.introductionEn")} optional rows={5} />
      <div>
        <SubmitButton>{t("profile.save")}</SubmitButton>
      </div>
    </Form>
  );
}
