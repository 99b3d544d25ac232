"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useFormContext, useWatch } from "react-hook-form";
import { FormCheckboxes, FormRadios } from "@/components/forms/fields";
import { FormPicks } from "@/components/forms/picks-field";
import { Button } from "@/components/ui/button";
import type { Option } from "@/components/ui/combobox";
import type { CalledSchool } from "@/lib/cohorts/call-queries";
import { recipientKinds } from "@/lib/cohorts/call-schema";
import { SchoolKind } from "@/lib/db/generated/enums";
import { provinceName, provinces } from "@/lib/organisations/provinces";
import { previewRecipients, searchSchools } from "../actions";

/** Which schools are asked, and who that is. */
export function RecipientFields({ known }: { known: readonly Option[] }) {
  const t = useTranslations("calls");
  const kind: unknown = useWatch({ name: "content.recipients.kind" });
  const { getValues } = useFormContext();
  const [seen, setSeen] = useState<readonly CalledSchool[] | null | undefined>(undefined);
  const look = async () => {
    const result = await previewRecipients(getValues("content.recipients")).catch(() => null);
    setSeen(result?.ok ? result.value : null);
  };
  return (
    <>
      <FormRadios
        name="content.recipients.kind"
        label={t("form.recipients")}
        choices={recipientKinds.map((value) => ({ value, label: t(`recipients.${value}`) }))}
      />
      {kind === "some" && (
        <>
          <FormCheckboxes
            name="content.recipients.kinds"
            label={t("form.kinds")}
            choices={Object.values(SchoolKind).map((value) => ({ value, label: t(`kind.${value}`) }))}
          />
          <FormPicks
            name="content.recipients.provinces"
            label={t("form.provinces")}
            optional
            options={provinces.map((value) => ({ value, label: provinceName(value) }))}
          />
        </>
      )}
      {kind === "picked" && (
        <FormPicks
          name="content.recipients.ids"
          label={t("form.schools")}
          known={known}
          search={async (typed) =>
            (await searchSchools(typed)).map(({ id, nameVi, province }) => ({
              value: id,
              label: nameVi,
              detail: provinceName(province),
            }))
          }
        />
      )}
      <div>
        <Button icon="eye" onClick={() => void look()}>
          {t("form.preview")}
        </Button>
      </div>
      <div aria-live="polite">
        {seen === null && <p className="text-brick">{t("form.previewNot")}</p>}
        {seen && (
          <details open={seen.length <= 12}>
            <summary className="tap font-semibold">{t("form.previewed", { count: seen.length })}</summary>
            <ul className="mt-1 list-disc pl-6">
              {seen.map((one) => (
                <li key={one.id}>
                  {one.nameVi}{" "}
                  <span className="text-mist-600 text-sm">
                    {t(`kind.${one.kind}`)} · {provinceName(one.province)}
                    {!one.reachable && ` · ${t("form.unreachable")}`}
                  </span>
                </li>
              ))}
            </ul>
          </details>
        )}
      </div>
    </>
  );
}
