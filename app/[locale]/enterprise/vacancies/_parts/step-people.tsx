"use client";

import { useTranslations } from "next-intl";
import { useWatch } from "react-hook-form";
import { FormCheckbox } from "@/components/forms/fields";
import { FormNumber } from "@/components/forms/typed-fields";
import { classes } from "@/components/ui/classes";
import { ChoiceGroup } from "@/components/ui/field";
import { Icon } from "@/components/ui/icon";
import { qualifications } from "@/lib/vacancies/schema";
import { splitOf } from "@/lib/vacancies/typed";

/** "Còn thiếu 12 người": whether the split adds up, while one types. */
function Remaining() {
  const t = useTranslations("vacancies.desk.split");
  const { headcount, remaining } = splitOf(useWatch());
  if (headcount === 0) return <p className="min-h-6 text-mist-600 text-sm">{t("first")}</p>;
  const fits = remaining === 0;
  return (
    <p
      role="status"
      className={classes("flex min-h-6 items-center gap-1.5 font-semibold text-sm", fits ? "text-leaf" : "text-amber")}
    >
      <Icon name={fits ? "circle-check" : "warning"} size={16} />
      {fits ? t("fits", { headcount }) : remaining > 0 ? t("missing", { remaining }) : t("over", { over: -remaining })}
    </p>
  );
}

export function StepPeople() {
  const t = useTranslations("vacancies");
  return (
    <>
      <FormNumber name="headcount" label={t("field.headcount")} unit={t("desk.form.persons")} fieldClass="max-w-56" />
      <ChoiceGroup id="split" label={t("desk.split.label")} help={t("desk.split.help")}>
        <div className="grid gap-4 py-1 sm:grid-cols-3">
          {qualifications.map((level) => (
            <FormNumber key={level} name={level} label={t(`qualification.${level}`)} />
          ))}
        </div>
        <Remaining />
      </ChoiceGroup>
      <ChoiceGroup id="open-to" label={t("desk.openTo")}>
        <FormCheckbox name="openToDisabled" label={t("field.openToDisabled")} />
        <FormCheckbox name="openToDemobilised" label={t("field.openToDemobilised")} />
      </ChoiceGroup>
      <ChoiceGroup id="quota" label={t("desk.quota.label")} help={t("desk.quota.help")} optional>
        <div className="grid max-w-80 grid-cols-2 gap-4 py-1">
          <FormNumber name="menQuota" label={t("field.menQuota")} />
          <FormNumber name="womenQuota" label={t("field.womenQuota")} />
        </div>
      </ChoiceGroup>
    </>
  );
}
