"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { FormCheckbox, FormRadios, FormText, FormTextarea } from "@/components/forms/fields";
import { Form } from "@/components/forms/form";
import { SubmitButton } from "@/components/forms/submit-button";
import { FormDay } from "@/components/forms/typed-fields";
import { useRegisterWords } from "@/components/organisations/use-register-words";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { parkAliases, parkRegion, wageRegions } from "@/lib/places/schema";
import type { Action } from "@/lib/web/action";

/** Other names of a park, one a line. */
export function AliasForm({
  parkId,
  aliases,
  action,
}: {
  parkId: number;
  aliases: readonly string[];
  action: Action<unknown>;
}) {
  const t = useTranslations("register.places");
  return (
    <Form
      id={`aliases-${parkId}`}
      schema={parkAliases}
      action={action}
      fixed={{ parkId, known: aliases }}
      words={useRegisterWords()}
      defaultValues={{ aliases: aliases.join("\n") }}
    >
      <FormTextarea name="aliases" label={t("aliases")} hideLabel help={t("aliasesHelp")} rows={4} />
      <div>
        <SubmitButton variant="secondary">{t("saveAliases")}</SubmitButton>
      </div>
    </Form>
  );
}

/** The park's wage region from a day on. */
export function RegionDialog({
  parkId,
  latest,
  citation,
  today,
  action,
}: {
  parkId: number;
  latest: string | null;
  citation: string;
  today: string;
  action: Action<unknown>;
}) {
  const t = useTranslations("register");
  const [open, setOpen] = useState(false);
  const words = useRegisterWords();
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      title={t("regionForm.title")}
      description={t("wages.description")}
      trigger={<Button size="sm">{t("places.changeRegion")}</Button>}
    >
      <Form
        id={`region-${parkId}`}
        schema={parkRegion}
        action={action}
        fixed={{ parkId, latest }}
        words={words}
        defaultValues={{ region: "I", validFrom: latest ?? today, citation, verified: false }}
        onDone={() => setOpen(false)}
      >
        <FormRadios
          name="region"
          label={t("regionForm.region")}
          choices={wageRegions.map((value) => ({ value, label: t("places.regionName", { region: value }) }))}
        />
        <FormDay name="validFrom" label={t("wages.validFrom")} />
        <FormText name="citation" label={t("places.basis")} />
        <FormCheckbox name="verified" label={t("wages.verified")} />
        <SubmitButton>{t("regionForm.save")}</SubmitButton>
      </Form>
    </Dialog>
  );
}
