"use client";

import { useTranslations } from "next-intl";
import { get, useFieldArray, useFormContext } from "react-hook-form";
import { FormText } from "@/components/forms/fields";
import { ListActs } from "@/components/forms/list-acts";
import { Button } from "@/components/ui/button";
import { freeKey } from "@/lib/reports/editing";

/** Rows of a table or options of a choice: each a key and a name in both languages, on one line where there is room. */
export function NamedList({
  name,
  keyName,
  prefix,
  title,
  most,
}: {
  name: string;
  keyName: "key" | "value";
  prefix: string;
  title: string;
  most: number;
}) {
  const t = useTranslations("forms.builder");
  const { fields, append, move, remove } = useFieldArray({ name });
  const { getValues } = useFormContext();
  return (
    <fieldset className="flex min-w-0 flex-col gap-2">
      <legend className="mb-1 font-semibold text-harbour-900 text-sm">{title}</legend>
      {fields.map((line, at) => (
        <div key={line.id} className="flex min-w-0 items-start gap-1 border-mist-100 border-b pb-2">
          <div className="grid min-w-0 flex-1 gap-2 sm:grid-cols-[9rem_1fr_1fr]">
            <FormText
              name={`${name}.${at}.${keyName}`}
              label={`${t("key")} ${at + 1}`}
              hideLabel
              placeholder={t("key")}
              maxLength={40}
              spellCheck={false}
            />
            <FormText
              name={`${name}.${at}.label.vi`}
              label={`${t("in_vi", { label: t("label") })} ${at + 1}`}
              hideLabel
              placeholder={t("vietnamese")}
              maxLength={200}
            />
            <FormText
              name={`${name}.${at}.label.en`}
              label={`${t("in_en", { label: t("label") })} ${at + 1}`}
              hideLabel
              placeholder={t("english")}
              maxLength={200}
            />
          </div>
          <ListActs
            list={name}
            at={at}
            count={fields.length}
            least={1}
            title={String(at + 1)}
            move={move}
            remove={remove}
          />
        </div>
      ))}
      <div>
        <Button
          size="sm"
          icon="plus"
          aria-disabled={fields.length >= most || undefined}
          onClick={() => {
            if (fields.length >= most) return;
            const taken = ((get(getValues(), name) ?? []) as Record<string, unknown>[]).map((line) => line[keyName]);
            append(
              { [keyName]: freeKey(prefix, taken), label: { vi: "", en: "" } },
              { focusName: `${name}.${fields.length}.label.vi` },
            );
          }}
        >
          {t("addLine")}
        </Button>
      </div>
    </fieldset>
  );
}
