"use client";

import { useTranslations } from "next-intl";
import { type ComponentProps, type ReactNode, useState } from "react";
import { Checkbox, type Choice, described, Field, FieldError, Input, Select, Textarea } from "@/components/ui/field";
import { Icon } from "@/components/ui/icon";
import { passwordLength, strengthOf } from "@/lib/identity/password-length";
import { usePlainForm } from "./plain-form";

type Common = {
  name: string;
  label: string;
  help?: ReactNode;
  optional?: boolean | undefined;
  hideLabel?: boolean | undefined;
  className?: string | undefined;
};

function useField({ name, ...field }: Common) {
  const { id, state, problemOf } = usePlainForm();
  const error = problemOf(name);
  const fieldId = `${id}-${name}`;
  return {
    field: { ...field, id: fieldId, error },
    control: { ...described(fieldId, { help: field.help, error }), name },
    typed: state.typed[name],
  };
}

/** A line of text. */
export function TextField({
  value,
  name,
  label,
  help,
  optional,
  hideLabel,
  className,
  ...rest
}: Common & { value?: string | undefined } & Omit<ComponentProps<"input">, "name" | "value" | "className">) {
  const { field, control, typed } = useField({ name, label, help, optional, hideLabel, className });
  return (
    <Field {...field}>
      <Input {...control} required={!optional} defaultValue={typed ?? value} {...rest} />
    </Field>
  );
}

/** Several lines. */
export function LinesField({ rows, ...common }: Common & { rows?: number }) {
  const { field, control, typed } = useField(common);
  return (
    <Field {...field}>
      <Textarea {...control} rows={rows ?? 4} required={!common.optional} defaultValue={typed} />
    </Field>
  );
}

/** One of few, as the browser's own list. */
export function ChoiceField({
  choices,
  empty,
  value,
  ...common
}: Common & { choices: readonly Choice[]; empty?: string | undefined; value?: string | undefined }) {
  const { field, control, typed } = useField(common);
  return (
    <Field {...field}>
      <Select {...control} choices={choices} empty={empty} defaultValue={typed ?? value} />
    </Field>
  );
}

/** One thing to agree to. */
export function TickField({ name, label, value = "yes" }: { name: string; label: ReactNode; value?: string }) {
  const { field, control, typed } = useField({ name, label: "" });
  return (
    <div className="flex flex-col gap-1">
      <Checkbox {...control} label={label} value={value} required defaultChecked={typed === value} />
      <FieldError id={field.id}>{field.error}</FieldError>
    </div>
  );
}

/** An existing password: for sign-in and to confirm who one is. */
export function PasswordField({ name = "password", label, help }: { name?: string; label: string; help?: ReactNode }) {
  const { field, control } = useField({ name, label, help });
  return (
    <Field {...field}>
      <Shown {...control} autoComplete="current-password" />
    </Field>
  );
}

/** A new password: what is asked of it stands there before one types, and how good it is while one types. */
export function NewPasswordField({ name = "password", label }: { name?: string; label: string }) {
  const t = useTranslations("account.password");
  const { field, control } = useField({ name, label, help: t("help", passwordLength) });
  const [typed, setTyped] = useState("");
  const strength = strengthOf(typed);
  return (
    <Field {...field}>
      <Shown {...control} autoComplete="new-password" onChange={(event) => setTyped(event.target.value)} />
      <p aria-live="polite" className="flex min-h-5 items-center gap-1.5 text-mist-700 text-sm">
        {typed && (
          <>
            <Icon name={strength === "short" ? "circle-dot" : "check"} size={15} />
            {strength === "short"
              ? t("strength.short", { count: passwordLength.minimum - [...typed].length })
              : t(`strength.${strength}`)}
          </>
        )}
      </p>
    </Field>
  );
}

/** A password that its owner may look at, which helps more on a phone than it hurts. */
function Shown(props: ComponentProps<"input">) {
  const t = useTranslations("account.password");
  const [shown, setShown] = useState(false);
  return (
    <div className="relative">
      <Input {...props} required maxLength={1000} type={shown ? "text" : "password"} className="pr-20" />
      <button
        type="button"
        aria-pressed={shown}
        onClick={() => setShown(!shown)}
        className="absolute inset-y-0 right-0 rounded-control px-3 font-medium text-harbour-600 text-sm hover:underline noscript:hidden"
      >
        {t(shown ? "hide" : "show")}
      </button>
    </div>
  );
}
