"use client";

import { useTranslations } from "next-intl";
import { useFieldArray } from "react-hook-form";
import { FormCheckbox, FormSelect, FormText } from "@/components/forms/fields";
import { ListActs } from "@/components/forms/list-acts";
import { Button } from "@/components/ui/button";
import { questionKinds } from "@/lib/cohorts/call-schema";

const list = "content.questions";

/** Questions of the call's own, beside the letter's five points. */
export function QuestionFields() {
  const t = useTranslations("calls.form");
  const { fields, append, move, remove } = useFieldArray({ name: list });
  return (
    <>
      <p className="text-mist-600 text-sm">{t("questionsHelp")}</p>
      <ol className="flex flex-col gap-5">
        {fields.map((field, at) => (
          <li key={field.id} className="flex flex-col gap-3 border-mist-200 border-l-2 pl-4">
            <div className="flex items-center justify-between gap-3">
              <span className="font-semibold">{t("question", { number: at + 1 })}</span>
              <ListActs
                {...{ list, at, move, remove }}
                count={fields.length}
                title={t("question", { number: at + 1 })}
              />
            </div>
            <FormText name={`${list}.${at}.vi`} label={t("questionVi")} lang="vi" maxLength={200} />
            <FormText name={`${list}.${at}.en`} label={t("questionEn")} lang="en" maxLength={200} />
            <FormSelect
              name={`${list}.${at}.kind`}
              label={t("questionKind")}
              choices={questionKinds.map((value) => ({ value, label: t(`questionKinds.${value}`) }))}
            />
            <FormCheckbox name={`${list}.${at}.required`} label={t("required")} />
          </li>
        ))}
      </ol>
      {fields.length < 20 && (
        <div>
          <Button size="sm" icon="plus" onClick={() => append({ kind: "longText", vi: "", en: "", required: false })}>
            {t("addQuestion")}
          </Button>
        </div>
      )}
    </>
  );
}
