"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { FormSelect } from "@/components/forms/fields";
import { Form } from "@/components/forms/form";
import { SubmitButton } from "@/components/forms/submit-button";
import { FormDay } from "@/components/forms/typed-fields";
import { useWords } from "@/components/forms/use-words";
import { BulkBar } from "@/components/ui/bulk-bar";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Dialog } from "@/components/ui/dialog";
import type { Choice } from "@/components/ui/field";
import { SelectAll, useSelection } from "@/components/ui/selection";
import { useToast } from "@/components/ui/toast";
import { EducationLevel, QualificationLevel } from "@/lib/db/generated/enums";
import { answersForm } from "@/lib/subsidies/answers";
import type { DossierActs } from "./dossier-acts";
import { useDossierWords } from "./use-dossier-words";

/** Answers what the roster leaves open about a person: the fields that the findings ask for. */
export function AnswerPerson({
  id,
  personId,
  name,
  values,
  occupations,
  answer,
}: {
  id: number;
  personId: number;
  name: string;
  values: Record<string, string>;
  occupations: readonly Choice[];
  answer: DossierActs["answer"];
}) {
  const t = useTranslations("dossiers.answers");
  const s = useTranslations("subsidies");
  const words = useDossierWords();
  const [open, setOpen] = useState(false);
  const send: DossierActs["answer"] = (input, meta) =>
    answer({ id, personId, answers: answersForm.parse(input) }, meta);
  const levels = Object.values(QualificationLevel).map((value) => ({ value, label: s(`qualification.${value}`) }));
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      title={t("title", { name })}
      description={t("body")}
      trigger={
        <Button size="sm" icon="pencil">
          {t("open")}
        </Button>
      }
    >
      <Form
        id={`answers-${personId}`}
        schema={answersForm}
        action={send}
        defaultValues={values}
        words={words}
        onDone={() => setOpen(false)}
      >
        <FormSelect
          name="education"
          label={t("education")}
          optional
          empty={t("notSaid")}
          choices={Object.values(EducationLevel).map((value) => ({ value, label: s(`education.${value}`) }))}
        />
        <FormSelect name="qualificationHeld" label={t("held")} optional empty={t("notSaid")} choices={levels} />
        <FormSelect name="fieldHeld" label={t("fieldHeld")} optional empty={t("notSaid")} choices={occupations} />
        <FormSelect name="qualificationRequired" label={t("required")} optional empty={t("notSaid")} choices={levels} />
        <FormSelect name="occupationCode" label={t("occupation")} optional empty={t("notSaid")} choices={occupations} />
        <FormDay name="contractFrom" label={t("contractFrom")} optional />
        <FormSelect
          name="permanentStaff"
          label={t("permanentStaff")}
          optional
          empty={t("notSaid")}
          choices={[
            { value: "yes", label: t("yes") },
            { value: "no", label: t("no") },
          ]}
        />
        <SubmitButton>{t("save")}</SubmitButton>
      </Form>
    </Dialog>
  );
}

/** What is done with the people who are ticked in `container`: taken out of the dossier. */
export function RemoveTicked({
  id,
  container,
  rows,
  removePeople,
}: {
  id: number;
  container: string;
  rows: number;
  removePeople: DossierActs["removePeople"];
}) {
  const t = useTranslations("dossiers.persons");
  const { ids, set } = useSelection(container);
  const { sayRefusal } = useWords(useDossierWords());
  if (rows === 0) return null;
  return (
    <BulkBar label={t("bulk")}>
      <SelectAll container={container} rows={rows} />
      <span>{t("ticked", { count: ids.length })}</span>
      {ids.length > 0 && (
        <ConfirmDialog
          danger
          title={t("removeTitle", { count: ids.length })}
          confirm={t("remove")}
          trigger={<Button icon="trash">{t("remove")}</Button>}
          onConfirm={async () => {
            const result = await removePeople({ id, personIds: ids.map(Number) });
            if (!result.ok) return sayRefusal(result);
            set(false);
            return undefined;
          }}
        >
          {t("removeBody")}
        </ConfirmDialog>
      )}
    </BulkBar>
  );
}

/** Puts people in: who takes part in the course, or everybody of the group's kind on the roster. */
export function AddAll({ id, addPeople }: { id: number; addPeople: DossierActs["addPeople"] }) {
  const t = useTranslations("dossiers.persons");
  const add = useAdd(addPeople);
  return (
    <>
      <Button icon="users" onClick={() => add({ id, from: "course" })}>
        {t("fromCourse")}
      </Button>
      <Button icon="users" onClick={() => add({ id, from: "roster" })}>
        {t("fromRoster")}
      </Button>
    </>
  );
}

function useAdd(addPeople: DossierActs["addPeople"]) {
  const t = useTranslations("dossiers.persons");
  const toast = useToast();
  const { sayRefusal } = useWords(useDossierWords());
  return async (input: object) => {
    const result = await addPeople(input);
    if (!result.ok) return toast.failed(sayRefusal(result));
    toast.done(t("added", { count: result.value.added, already: result.value.already }));
  };
}

/** Puts the people in who are ticked on the roster. */
export function AddTicked({
  id,
  container,
  rows,
  addPeople,
}: {
  id: number;
  container: string;
  rows: number;
  addPeople: DossierActs["addPeople"];
}) {
  const t = useTranslations("dossiers.persons");
  const { ids, set } = useSelection(container);
  const add = useAdd(addPeople);
  return (
    <BulkBar label={t("bulk")}>
      <SelectAll container={container} rows={rows} />
      <Button
        icon="plus"
        aria-disabled={ids.length === 0 || undefined}
        onClick={async () => {
          if (ids.length === 0) return;
          await add({ id, rosterEntryIds: ids.map(Number) });
          set(false);
        }}
      >
        {t("addTicked", { count: ids.length })}
      </Button>
    </BulkBar>
  );
}
