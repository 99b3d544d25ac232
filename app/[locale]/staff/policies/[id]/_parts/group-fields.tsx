"use client";

import { useTranslations } from "next-intl";
import { BothFields } from "@/components/forms/both-fields";
import { FormCheckbox, FormCheckboxes, FormSelect } from "@/components/forms/fields";
import { EducationLevel, OrganisationKind, PersonKind, QualificationLevel } from "@/lib/db/generated/enums";
import { Lines, newPaper, RestsFields } from "./lines";

const conditions = ["lacksMatchingQualification", "employed", "localSchool", "listedOccupation"] as const;

/** A beneficiary group: who it is, what it asks, which papers. */
export function GroupFields({ name }: { name: string }) {
  const t = useTranslations("policies.field");
  const words = useTranslations("subsidies");
  return (
    <>
      <BothFields name={`${name}.name`} label={t("name")} maxLength={500} />
      <BothFields name={`${name}.plain`} label={t("plain")} maxLength={500} />
      <div className="grid gap-3 sm:grid-cols-2">
        <FormSelect
          name={`${name}.person`}
          label={t("person")}
          choices={Object.values(PersonKind).map((value) => ({ value, label: words(`personKind.${value}`) }))}
        />
        <FormSelect
          name={`${name}.conditions.educationFloor`}
          label={t("educationFloor")}
          empty={t("nothingAsked")}
          choices={Object.values(EducationLevel).map((value) => ({ value, label: words(`education.${value}`) }))}
        />
      </div>
      <FormCheckboxes
        name={`${name}.applicants`}
        label={t("applicants")}
        choices={Object.values(OrganisationKind).map((value) => ({ value, label: words(`applicant.${value}`) }))}
      />
      <div>
        {conditions.map((condition) => (
          <FormCheckbox key={condition} name={`${name}.conditions.${condition}`} label={t(condition)} />
        ))}
      </div>
      <FormCheckboxes
        name={`${name}.conditions.levels`}
        label={t("levels")}
        help={t("levelsHelp")}
        choices={Object.values(QualificationLevel).map((value) => ({ value, label: words(`qualification.${value}`) }))}
      />
      <Lines inner name={`${name}.papers`} title={t("papers")} fresh={newPaper} least={0}>
        {(paper) => (
          <>
            <BothFields name={`${paper}.name`} label={t("name")} maxLength={500} />
            <BothFields name={`${paper}.help`} label={t("help")} optional maxLength={500} />
            <FormSelect
              name={`${paper}.per`}
              label={t("per")}
              fieldClass="max-w-md"
              choices={(["PERSON", "DOSSIER"] as const).map((value) => ({ value, label: words(`paper.per.${value}`) }))}
            />
            <FormCheckbox name={`${paper}.required`} label={t("required")} />
            <RestsFields name={paper} />
          </>
        )}
      </Lines>
      <RestsFields name={name} />
    </>
  );
}
