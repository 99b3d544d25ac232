"use client";

import { useTranslations } from "next-intl";
import { FormCombobox } from "@/components/forms/combobox-field";
import { FormText } from "@/components/forms/fields";
import { Form } from "@/components/forms/form";
import { SubmitButton } from "@/components/forms/submit-button";
import { FormDay, FormNumber } from "@/components/forms/typed-fields";
import { useToast } from "@/components/ui/toast";
import { newPlacement } from "@/lib/cohorts/internship-schema";
import type { Action } from "@/lib/web/action";
import { useInternshipWords } from "./use-internship-words";

/** Proposes students for an offer, as a number; an enterprise says of which school (`schools`). */
export function ProposeForm({
  offer,
  schools,
  programmes,
  action,
}: {
  offer: { id: number; startsOn: string; endsOn: string };
  schools?: readonly { value: number; label: string }[] | undefined;
  programmes: readonly { code: string; name: string }[];
  action: Action<unknown>;
}) {
  const t = useTranslations("internships");
  const toast = useToast();
  return (
    <Form
      id={`propose-${offer.id}`}
      schema={newPlacement}
      action={action}
      fixed={{ offerId: offer.id }}
      defaultValues={{
        ...{ schoolId: null, code: "", programme: "", students: null, women: null },
        ...{ startsOn: offer.startsOn, endsOn: offer.endsOn },
      }}
      words={useInternshipWords()}
      again
      onDone={() => toast.done(t("proposed"))}
    >
      <div className="grid gap-5 sm:grid-cols-2">
        {schools && <FormCombobox name="schoolId" label={t("school")} options={schools} initial={null} />}
        <FormText name="programme" label={t("programme")} list={`programmes-${offer.id}`} autoComplete="off" />
        <FormText name="code" label={t("code")} list={`codes-${offer.id}`} autoComplete="off" optional />
        <FormNumber name="students" label={t("students")} />
        <FormNumber name="women" label={t("women")} />
        <FormDay name="startsOn" label={t("startsOn")} />
        <FormDay name="endsOn" label={t("endsOn")} />
      </div>
      <datalist id={`programmes-${offer.id}`}>
        {programmes.map(({ code, name }) => (
          <option key={code} value={name}>
            {code}
          </option>
        ))}
      </datalist>
      <datalist id={`codes-${offer.id}`}>
        {programmes.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </datalist>
      <div>
        <SubmitButton>{t("propose")}</SubmitButton>
      </div>
    </Form>
  );
}
