"use client";

import type { ComponentProps, ReactNode } from "react";
import { get, useController, useFormContext } from "react-hook-form";
import {
  Checkbox,
  type Choice,
  ChoiceGroup,
  described,
  Field,
  FieldError,
  type FieldText,
  Input,
  Radio,
  Select,
  Textarea,
} from "@/components/ui/field";
import { controlId, useFormInfo } from "./form-context";

export type FormFieldProps = Omit<FieldText, "error"> & { name: string; fieldClass?: string | undefined };

/** Id and error of a field of the surrounding form. */
export function useField(name: string): { id: string; error: string | undefined } {
  const { id } = useFormInfo();
  const { formState } = useFormContext();
  const found: unknown = get(formState.errors, name);
  const message = typeof found === "object" && found !== null && "message" in found ? found.message : undefined;
  return { id: controlId(id, name), error: typeof message === "string" ? message : undefined };
}

/** Takes the field's own words apart from the attributes of the control. */
export function part<P extends FormFieldProps>(props: P, error: string | undefined, id: string) {
  const { label, help, optional, hideLabel, fieldClass, ...control } = props;
  const text = { id, label, help, error, optional, hideLabel, className: fieldClass };
  return { text, control, aria: described(id, { help, error }) };
}

export function FormText(props: FormFieldProps & Omit<ComponentProps<"input">, "name">) {
  const { register } = useFormContext();
  const { id, error } = useField(props.name);
  const { text, control, aria } = part(props, error, id);
  return (
    <Field {...text}>
      <Input {...control} {...register(props.name)} {...aria} />
    </Field>
  );
}

export function FormTextarea(props: FormFieldProps & Omit<ComponentProps<"textarea">, "name">) {
  const { register } = useFormContext();
  const { id, error } = useField(props.name);
  const { text, control, aria } = part(props, error, id);
  return (
    <Field {...text}>
      <Textarea {...control} {...register(props.name)} {...aria} />
    </Field>
  );
}

/** `numeric`: the values are ids, and the form keeps a number or null. */
export function FormSelect(
  props: FormFieldProps &
    Omit<ComponentProps<"select">, "name" | "children"> & {
      choices: readonly Choice[];
      empty?: string | undefined;
      numeric?: boolean | undefined;
    },
) {
  const { register } = useFormContext();
  const { numeric, ...rest } = props;
  const { id, error } = useField(props.name);
  const { text, control, aria } = part(rest, error, id);
  const options = numeric
    ? { setValueAs: (value: unknown) => (value === "" || value === null ? null : Number(value)) }
    : {};
  return (
    <Field {...text}>
      <Select {...control} {...register(props.name, options)} {...aria} />
    </Field>
  );
}

/** One yes or no. */
export function FormCheckbox({
  name,
  label,
  help,
  ...rest
}: { name: string; label: ReactNode; help?: ReactNode } & Omit<ComponentProps<"input">, "name" | "type">) {
  const { register } = useFormContext();
  const { id, error } = useField(name);
  return (
    <div className="flex flex-col gap-1">
      <Checkbox label={label} help={help} {...rest} {...register(name)} {...described(id, { error })} />
      <FieldError id={id}>{error}</FieldError>
    </div>
  );
}

type Choices = FormFieldProps & { choices: readonly (Choice & { help?: ReactNode })[] };

/** One of few. */
export function FormRadios({ choices, ...props }: Choices) {
  const { register } = useFormContext();
  const { id, error } = useField(props.name);
  const { text } = part(props, error, id);
  return (
    <ChoiceGroup {...text}>
      {choices.map((choice) => (
        <Radio
          key={choice.value}
          label={choice.label}
          help={choice.help}
          value={choice.value}
          disabled={choice.disabled}
          {...register(props.name)}
        />
      ))}
    </ChoiceGroup>
  );
}

/** Any number of few; the form keeps the list of their values. */
export function FormCheckboxes({ choices, ...props }: Choices) {
  const { id, error } = useField(props.name);
  const { field } = useController({ name: props.name });
  const { text } = part(props, error, id);
  const values: unknown[] = Array.isArray(field.value) ? field.value : [];
  return (
    <ChoiceGroup {...text}>
      {choices.map((choice) => (
        <Checkbox
          key={choice.value}
          label={choice.label}
          help={choice.help}
          value={choice.value}
          disabled={choice.disabled}
          checked={values.includes(choice.value)}
          onBlur={field.onBlur}
          onChange={(event) =>
            field.onChange(
              event.target.checked ? [...values, choice.value] : values.filter((value) => value !== choice.value),
            )
          }
        />
      ))}
    </ChoiceGroup>
  );
}
