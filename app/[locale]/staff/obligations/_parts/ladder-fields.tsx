"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useController, useFieldArray } from "react-hook-form";
import { FormSelect, useField } from "@/components/forms/fields";
import { Button } from "@/components/ui/button";
import { described, Field, FieldError, Input, SelectField } from "@/components/ui/field";
import { ladderActs } from "@/lib/deadlines/schema";

/** The steps by which a report is called to mind, in working days from its due day. */
export function LadderFields() {
  const t = useTranslations("deadlines.form");
  const { fields, append, remove } = useFieldArray({ name: "content.ladder" });
  const { id, error } = useField("content.ladder");
  const root = useField("content.ladder.root");
  const acts = ladderActs.map((value) => ({ value, label: t(`act.${value}`) }));
  return (
    <div {...described(id, { error: error ?? root.error })} tabIndex={-1} className="flex flex-col gap-4">
      <p className="text-mist-600 text-sm">{t("ladderHelp")}</p>
      <ol className="flex flex-col gap-4">
        {fields.map((field, at) => (
          <li key={field.id} className="grid items-end gap-3 sm:grid-cols-[9rem_13rem_minmax(0,1fr)_auto]">
            <Step name={`content.ladder.${at}.step`} number={at + 1} />
            <FormSelect name={`content.ladder.${at}.act`} label={t("actOf", { number: at + 1 })} choices={acts} />
            <Button
              variant="quiet"
              icon="trash"
              aria-label={t("dropStep", { number: at + 1 })}
              onClick={() => remove(at)}
            >
              {t("drop")}
            </Button>
          </li>
        ))}
      </ol>
      <FieldError id={id}>{error ?? root.error}</FieldError>
      {fields.length < 12 && (
        <div>
          <Button size="sm" icon="plus" onClick={() => append({ step: 1, act: "MESSAGE" })}>
            {t("addStep")}
          </Button>
        </div>
      )}
    </div>
  );
}

/** Days and before or after; the form keeps them as one number, negative before the due day. */
function Step({ name, number }: { name: string; number: number }) {
  const t = useTranslations("deadlines.form");
  const { field } = useController({ name });
  const { id, error } = useField(name);
  const value: unknown = field.value;
  const [side, setSide] = useState<"before" | "after">(typeof value === "number" && value < 0 ? "before" : "after");
  const days = typeof value === "number" ? String(Math.abs(value)) : typeof value === "string" ? value : "";
  const keep = (text: string, where: "before" | "after") => {
    const trimmed = text.trim();
    if (!/^\d{1,3}$/.test(trimmed)) return field.onChange(trimmed === "" ? null : trimmed);
    // -0 is not 0 for everybody.
    field.onChange(trimmed === "0" || where === "after" ? Number(trimmed) : -Number(trimmed));
  };
  return (
    <>
      <Field id={id} label={t("stepDays", { number })} error={error}>
        <Input
          {...described(id, { error })}
          ref={field.ref}
          className="figures"
          inputMode="numeric"
          autoComplete="off"
          value={days}
          onBlur={field.onBlur}
          onChange={(event) => keep(event.target.value, side)}
        />
      </Field>
      <SelectField
        name={`${name}.side`}
        id={`${id}-side`}
        label={t("stepSide", { number })}
        value={side}
        onChange={(event) => {
          const where = event.target.value === "before" ? "before" : "after";
          setSide(where);
          keep(days, where);
        }}
        choices={[
          { value: "before", label: t("sideBefore") },
          { value: "after", label: t("sideAfter") },
        ]}
      />
    </>
  );
}
