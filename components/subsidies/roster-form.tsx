"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { FormSelect, FormText } from "@/components/forms/fields";
import { Form } from "@/components/forms/form";
import { SubmitButton } from "@/components/forms/submit-button";
import { FormDay } from "@/components/forms/typed-fields";
import { LinkButton } from "@/components/ui/button";
import type { Choice } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { ContractType, EducationLevel, type PersonKind, QualificationLevel } from "@/lib/db/generated/enums";
import { earliestBirth, editedEntry, newEntry } from "@/lib/subsidies/roster-schema";
import type { Action } from "@/lib/web/action";
import type { RosterValues } from "./roster-empty";
import { useRosterWords } from "./use-roster-words";

/**
 * A person of the roster: a new one, or one that is corrected (`seen`). Nothing is kept on the device: a personal ID stands in
 * it. Who is on the roster already is led to.
 */
export function RosterForm({
  kinds,
  occupations,
  values,
  seen,
  masked,
  base,
  today,
  action,
}: {
  kinds: readonly PersonKind[];
  occupations: readonly Choice[];
  values: RosterValues;
  seen?: { id: number; version: number } | undefined;
  /** The ID as it is shown, of a person who is corrected. */
  masked?: string | undefined;
  base: string;
  today: string;
  action: Action<{ id: number; version: number }>;
}) {
  const t = useTranslations("roster");
  const router = useRouter();
  const words = useRosterWords();
  const [there, setThere] = useState<{ id: number; name: string } | null>(null);
  const save: typeof action = async (input, meta) => {
    const result = await action(input, meta);
    const { id, name } = (!result.ok && result.code === "already_on_roster" && result.params) || {};
    setThere(typeof id === "number" ? { id, name: String(name) } : null);
    return result;
  };
  const choices = <K extends string>(list: Record<string, K>, name: (value: K) => string) =>
    Object.values(list).map((value) => ({ value, label: name(value) }));
  const levels = choices(QualificationLevel, (value) => t(`level.${value}`));
  const notSaid = t("form.notSaid");
  const twoColumns = "grid gap-5 sm:grid-cols-2";
  return (
    <div className="flex flex-col gap-5">
      {there && (
        <Notice
          kind="waiting"
          live
          title={t("form.thereTitle")}
          actions={
            <LinkButton as={Link} size="sm" href={`${base}/${there.id}`}>
              {t("form.openThere", { name: there.name })}
            </LinkButton>
          }
        />
      )}
      <Form
        id={`person-${seen?.id ?? "new"}`}
        schema={seen ? editedEntry : newEntry}
        action={save}
        fixed={seen ?? {}}
        defaultValues={values}
        words={words}
        onDone={({ id }) => router.push(`${base}/${id}`)}
      >
        <h2 className="text-lg">{t("form.who")}</h2>
        <div className={twoColumns}>
          <FormText name="fullName" label={t("field.fullName")} autoComplete="off" />
          <FormText
            name="personId"
            label={t("field.personId")}
            help={masked ? t("form.personIdKept", { masked }) : t("form.personIdHelp")}
            inputMode="numeric"
            autoComplete="off"
            optional={masked !== undefined}
          />
          <FormDay name="birthDate" label={t("field.birthDate")} min={earliestBirth} max={today} />
          <FormSelect
            name="kind"
            label={t("field.kind")}
            choices={kinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
          />
          <FormText name="staffCode" label={t("field.staffCode")} optional autoComplete="off" />
          <FormText name="phone" label={t("field.phone")} type="tel" optional autoComplete="off" />
          <FormText name="email" label={t("field.email")} type="email" optional autoComplete="off" />
          <FormSelect
            name="education"
            label={t("field.education")}
            optional
            empty={notSaid}
            choices={choices(EducationLevel, (value) => t(`education.${value}`))}
          />
        </div>
        <h2 className="text-lg">{t("form.work")}</h2>
        <div className={twoColumns}>
          <FormText name="job" label={t("field.job")} optional autoComplete="off" />
          <FormSelect
            name="occupationCode"
            label={t("field.occupationCode")}
            help={t("form.occupationHelp")}
            optional
            empty={t("form.otherOccupation")}
            choices={occupations}
          />
          <FormSelect
            name="qualificationHeld"
            label={t("field.qualificationHeld")}
            optional
            empty={notSaid}
            choices={levels}
          />
          <FormSelect
            name="fieldHeld"
            label={t("field.fieldHeld")}
            optional
            empty={t("form.otherOccupation")}
            choices={occupations}
          />
          <FormSelect
            name="qualificationRequired"
            label={t("field.qualificationRequired")}
            optional
            empty={notSaid}
            choices={levels}
          />
          {kinds.includes("TEACHER") && (
            <FormSelect
              name="permanentStaff"
              label={t("field.permanentStaff")}
              optional
              empty={notSaid}
              choices={(["yes", "no"] as const).map((value) => ({ value, label: t(`form.permanent.${value}`) }))}
            />
          )}
        </div>
        <h2 className="text-lg">{t("form.contractPart")}</h2>
        <div className={twoColumns}>
          <FormSelect
            name="contractType"
            label={t("field.contractType")}
            optional
            empty={notSaid}
            choices={choices(ContractType, (value) => t(`contract.${value}`))}
          />
          <FormDay name="insuredSince" label={t("field.insuredSince")} optional />
          <FormDay name="contractFrom" label={t("field.contractFrom")} optional />
          <FormDay name="contractTo" label={t("field.contractTo")} optional />
        </div>
        <div>
          <SubmitButton>{t("form.save")}</SubmitButton>
        </div>
      </Form>
    </div>
  );
}
