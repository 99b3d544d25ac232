import { useTranslations } from "next-intl";
import type { ComponentProps, ReactNode } from "react";
import { classes } from "./classes";
import { Icon } from "./icon";

export type FieldText = {
  label: ReactNode;
  /** Under the label, before one types. */
  help?: ReactNode;
  /** Under the field: what is wrong and what is expected. */
  error?: ReactNode;
  optional?: boolean | undefined;
  /** The label is for readers only; another text says it to the eye. */
  hideLabel?: boolean | undefined;
};

/** What ties a control to its label, help and error. */
export function described(id: string, text: { help?: ReactNode; error?: ReactNode }) {
  const by = [text.help && `${id}-help`, text.error && `${id}-error`].filter(Boolean).join(" ");
  return {
    id,
    ...(by && { "aria-describedby": by }),
    ...(text.error && { "aria-invalid": true as const }),
  };
}

export function FieldError({ id, children }: { id: string; children: ReactNode }) {
  if (!children) return null;
  return (
    <p id={`${id}-error`} className="flex items-start gap-1.5 font-medium text-brick text-sm">
      <Icon name="warning" size={16} className="mt-0.5" />
      <span>{children}</span>
    </p>
  );
}

/** One question: label above, help under it, the control, the error under the control. Tie it with `described(id, …)`. */
export function Field({
  id,
  label,
  help,
  error,
  optional,
  hideLabel,
  className,
  children,
}: FieldText & { id: string; className?: string | undefined; children: ReactNode }) {
  const t = useTranslations("common.form");
  return (
    <div className={classes("flex min-w-0 flex-col gap-1.5", className)}>
      <label htmlFor={id} className={hideLabel ? "sr-only" : "font-semibold text-harbour-900 text-sm"}>
        {label}
        {optional && <span className="font-normal text-mist-600"> ({t("optional")})</span>}
      </label>
      {help && (
        <p id={`${id}-help`} className="text-mist-600 text-sm">
          {help}
        </p>
      )}
      {children}
      <FieldError id={id}>{error}</FieldError>
    </div>
  );
}

export const Input = ({ className, ...rest }: ComponentProps<"input">) => (
  <input className={classes("control", className)} {...rest} />
);

export const Textarea = ({ className, rows = 4, ...rest }: ComponentProps<"textarea">) => (
  <textarea rows={rows} className={classes("control field-sizing-content min-h-24", className)} {...rest} />
);

export type Choice = { value: string; label: string; disabled?: boolean | undefined };

/** The browser's own list: works with script off and is at its best on phones. `empty` is the words for no choice. */
export function Select({
  choices,
  empty,
  className,
  ...rest
}: Omit<ComponentProps<"select">, "children"> & { choices: readonly Choice[]; empty?: string | undefined }) {
  return (
    <div className={classes("relative min-w-0", className)}>
      <select className="control appearance-none truncate pr-9" {...rest}>
        {empty !== undefined && <option value="">{empty}</option>}
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value} disabled={choice.disabled}>
            {choice.label}
          </option>
        ))}
      </select>
      <Icon
        name="chevron-down"
        size={16}
        className="-translate-y-1/2 pointer-events-none absolute top-1/2 right-3 text-mist-600"
      />
    </div>
  );
}

/** A box with its words, over a thumb's height. */
export function Checkbox({
  label,
  help,
  hideLabel,
  className,
  ...rest
}: { label: ReactNode; help?: ReactNode; hideLabel?: boolean | undefined } & Omit<ComponentProps<"input">, "type">) {
  return (
    <label
      className={classes(
        "flex min-w-6 cursor-pointer items-start gap-2.5 py-1.5 thumb:min-h-11 thumb:py-2.5",
        className,
      )}
    >
      <input type="checkbox" className="mt-[0.2em] size-[18px] shrink-0" {...rest} />
      <span className={hideLabel ? "sr-only" : "min-w-0"}>
        {label}
        {help && <span className="block text-mist-600 text-sm">{help}</span>}
      </span>
    </label>
  );
}

type Named = FieldText & { name: string; id?: string | undefined; fieldClass?: string | undefined };

function split<P extends Named>(props: P) {
  const { label, help, error, optional, hideLabel, fieldClass, ...control } = props;
  const id = props.id ?? props.name;
  return { field: { id, label, help, error, optional, hideLabel, className: fieldClass }, control, id };
}

/** Label and input in one; the id is the name unless given. */
export function TextField(props: Named & Omit<ComponentProps<"input">, keyof Named>) {
  const { field, control, id } = split(props);
  return (
    <Field {...field}>
      <Input {...control} {...described(id, field)} />
    </Field>
  );
}

export function SelectField(
  props: Named &
    Omit<ComponentProps<"select">, keyof Named | "children"> & {
      choices: readonly Choice[];
      empty?: string | undefined;
    },
) {
  const { field, control, id } = split(props);
  return (
    <Field {...field}>
      <Select {...control} {...described(id, field)} />
    </Field>
  );
}

/** A group of boxes or radios under one question. */
export function ChoiceGroup({
  id,
  label,
  help,
  error,
  optional,
  hideLabel,
  children,
}: FieldText & { id: string; children: ReactNode }) {
  const t = useTranslations("common.form");
  return (
    <fieldset tabIndex={-1} className="flex min-w-0 flex-col gap-1.5" {...described(id, { help, error })}>
      <legend className={hideLabel ? "sr-only" : "mb-1.5 font-semibold text-harbour-900 text-sm"}>
        {label}
        {optional && <span className="font-normal text-mist-600"> ({t("optional")})</span>}
      </legend>
      {help && (
        <p id={`${id}-help`} className="text-mist-600 text-sm">
          {help}
        </p>
      )}
      <div>{children}</div>
      <FieldError id={id}>{error}</FieldError>
    </fieldset>
  );
}

export function Radio({
  label,
  help,
  className,
  ...rest
}: { label: ReactNode; help?: ReactNode } & Omit<ComponentProps<"input">, "type">) {
  return (
    <label className={classes("flex cursor-pointer items-start gap-2.5 py-1.5 thumb:min-h-11 thumb:py-2.5", className)}>
      <input type="radio" className="mt-[0.2em] size-[18px] shrink-0" {...rest} />
      <span className="min-w-0">
        {label}
        {help && <span className="block text-mist-600 text-sm">{help}</span>}
      </span>
    </label>
  );
}
