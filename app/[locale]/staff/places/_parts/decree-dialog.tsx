"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { FormCheckbox, FormText } from "@/components/forms/fields";
import { Form } from "@/components/forms/form";
import { SubmitButton } from "@/components/forms/submit-button";
import { FormDay, FormMoney } from "@/components/forms/typed-fields";
import { useRegisterWords } from "@/components/organisations/use-register-words";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import type { WageDecree } from "@/lib/places/queries";
import { wageDecree, wageRegions } from "@/lib/places/schema";
import type { Action } from "@/lib/web/action";

/** A new decree on minimum wages, or the latest one put right (`correct`). */
export function DecreeDialog({
  latest,
  correct,
  action,
}: {
  latest: WageDecree | null;
  correct?: boolean;
  action: Action<unknown>;
}) {
  const t = useTranslations("register");
  const [open, setOpen] = useState(false);
  const words = useRegisterWords();
  const shown = correct ? latest : null;
  const label = t(correct ? "wages.correct" : "wages.add");
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      title={t("wages.title")}
      description={t("wages.description")}
      trigger={<Button variant={correct ? "secondary" : "primary"}>{label}</Button>}
    >
      <Form
        id={correct ? "decree-latest" : "decree-new"}
        schema={wageDecree}
        action={action}
        fixed={{ latest: latest?.validFrom ?? null }}
        words={words}
        again={!correct}
        defaultValues={{
          citation: shown?.citation ?? "",
          validFrom: shown?.validFrom ?? null,
          verified: shown?.verified ?? false,
          ...Object.fromEntries(wageRegions.map((region) => [region, shown?.monthly[region] ?? null])),
        }}
        onDone={() => setOpen(false)}
      >
        <FormText name="citation" label={t("wages.citation")} />
        <FormDay name="validFrom" label={t("wages.validFrom")} />
        <div className="grid gap-x-4 sm:grid-cols-2">
          {wageRegions.map((region) => (
            <FormMoney key={region} name={region} label={t("places.regionName", { region })} />
          ))}
        </div>
        <FormCheckbox name="verified" label={t("wages.verified")} />
        <SubmitButton>{t("wages.save")}</SubmitButton>
      </Form>
    </Dialog>
  );
}
