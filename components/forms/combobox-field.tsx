"use client";

import { useState } from "react";
import { useController } from "react-hook-form";
import { Combobox, type Option } from "@/components/ui/combobox";
import { Field } from "@/components/ui/field";
import { type FormFieldProps, part, useField } from "./fields";

/**
 * One of many, found by typing. The form keeps the option's value or null; `initial` gives the label of the value that
 * the form opens with (with `search`, only the server knows it). `onPick` tells which option it was.
 */
export function FormCombobox({
  options,
  search,
  initial,
  onPick,
  placeholder,
  ...props
}: FormFieldProps & {
  options?: readonly Option[] | undefined;
  search?: ((query: string) => Promise<readonly Option[]>) | undefined;
  initial?: Option | null | undefined;
  onPick?: ((option: Option | null) => void) | undefined;
  placeholder?: string | undefined;
}) {
  const { field } = useController({ name: props.name });
  const { id, error } = useField(props.name);
  const { text, aria } = part(props, error, id);
  const [picked, setPicked] = useState<Option | null>(initial ?? null);
  // The value may come from elsewhere (a restored draft, a copy); its label is then looked for among what is known.
  const value = field.value as Option["value"] | null | undefined;
  const known = [picked, initial, ...(options ?? [])].find((option) => option?.value === value);
  const current =
    value === null || value === undefined || value === "" ? null : (known ?? { value, label: String(value) });
  return (
    <Field {...text}>
      <Combobox
        {...aria}
        value={current}
        options={options}
        search={search}
        placeholder={placeholder}
        disabled={field.disabled}
        onBlur={field.onBlur}
        onChange={(option) => {
          setPicked(option);
          field.onChange(option?.value ?? null);
          onPick?.(option);
        }}
      />
    </Field>
  );
}
