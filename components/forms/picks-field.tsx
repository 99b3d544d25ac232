"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { useController } from "react-hook-form";
import { Combobox, type Option } from "@/components/ui/combobox";
import { Field } from "@/components/ui/field";
import { Icon } from "@/components/ui/icon";
import { type FormFieldProps, part, useField } from "./fields";

/**
 * Any number of many, found by typing; what is picked stands below and can be taken out. The form keeps the list of
 * values; `known` gives the labels of those that it opens with.
 */
export function FormPicks({
  options,
  search,
  known = [],
  ...props
}: FormFieldProps & {
  options?: readonly Option[] | undefined;
  search?: ((query: string) => Promise<readonly Option[]>) | undefined;
  known?: readonly Option[] | undefined;
}) {
  const t = useTranslations("common.form");
  const { field } = useController({ name: props.name });
  const { id, error } = useField(props.name);
  const { text, aria } = part(props, error, id);
  const [met, setMet] = useState<readonly Option[]>([]);
  const values = Array.isArray(field.value) ? (field.value as Option["value"][]) : [];
  const labelOf = (value: Option["value"]) =>
    [...met, ...known, ...(options ?? [])].find((option) => option.value === value)?.label ?? String(value);
  // The box is made anew after each pick, so that it is empty again; the person goes on typing in it.
  const picked = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a pick is what changes the number of values
  useEffect(() => {
    if (!picked.current) return;
    picked.current = false;
    document.getElementById(id)?.focus();
  }, [values.length, id]);
  return (
    <Field {...text}>
      <Combobox
        key={values.length}
        {...aria}
        value={null}
        options={options?.filter(({ value }) => !values.includes(value))}
        search={search}
        disabled={field.disabled}
        onBlur={field.onBlur}
        onChange={(option) => {
          if (!option || values.includes(option.value)) return;
          picked.current = true;
          setMet((all) => [...all, option]);
          field.onChange([...values, option.value]);
        }}
      />
      {values.length > 0 && (
        <ul className="mt-1 flex flex-wrap gap-2">
          {values.map((value) => (
            <li
              key={value}
              className="inline-flex max-w-full items-center gap-1 rounded-md bg-harbour-100 pl-2.5 text-harbour-900 text-sm"
            >
              <span className="min-w-0 py-1">{labelOf(value)}</span>
              <button
                type="button"
                aria-label={t("takeOut", { name: labelOf(value) })}
                className="grid size-8 shrink-0 place-items-center thumb:size-11 rounded-md hover:bg-harbour-50"
                onClick={() => field.onChange(values.filter((one) => one !== value))}
              >
                <Icon name="x" size={15} />
              </button>
            </li>
          ))}
        </ul>
      )}
    </Field>
  );
}
