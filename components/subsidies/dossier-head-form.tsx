"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { FormSelect, FormTextarea } from "@/components/forms/fields";
import { Form } from "@/components/forms/form";
import { SaveStatus } from "@/components/forms/form-messages";
import { SubmitButton } from "@/components/forms/submit-button";
import type { Choice } from "@/components/ui/field";
import { dossierHead, newDossier } from "@/lib/subsidies/dossier-schema";
import type { Action } from "@/lib/web/action";
import { useDossierWords } from "./use-dossier-words";

/** Group, course and note: of a new dossier, or of one that is typed into (`seen`), which keeps itself. */
export function DossierHeadForm({
  base,
  owner,
  seen,
  values,
  groups,
  courses,
  action,
}: {
  /** Address of the list; a new dossier is led to its page. */
  base: string;
  owner: number;
  seen?: { id: number; version: number } | undefined;
  values: { groupCode: string; courseId: string; note: string };
  groups: readonly Choice[];
  courses: readonly Choice[];
  action: Action<{ id: number; version: number }>;
}) {
  const t = useTranslations("dossiers.head");
  const router = useRouter();
  const words = useDossierWords();
  return (
    <Form
      id={`dossier-${seen?.id ?? "new"}`}
      schema={seen ? dossierHead : newDossier}
      action={action}
      fixed={seen ?? {}}
      defaultValues={values}
      words={words}
      autosave={{ owner, ...(seen && { save: action }) }}
      onDone={({ id }) => router.push(`${base}/${id}?step=persons`)}
    >
      <FormSelect name="groupCode" label={t("group")} help={t("groupHelp")} empty={t("choose")} choices={groups} />
      <FormSelect name="courseId" label={t("course")} help={t("courseHelp")} empty={t("choose")} choices={courses} />
      <FormTextarea name="note" label={t("note")} optional rows={3} />
      <div className="flex flex-wrap items-center gap-4">
        <SubmitButton>{seen ? t("next") : t("create")}</SubmitButton>
        <SaveStatus />
      </div>
    </Form>
  );
}
