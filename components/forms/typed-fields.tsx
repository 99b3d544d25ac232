"use client";

import { useLocale, useTranslations } from "next-intl";
import { type ComponentProps, type ReactNode, useRef, useState } from "react";
import { useController } from "react-hook-form";
import { classes } from "@/components/ui/classes";
import { Field, Input } from "@/components/ui/field";
import { Icon } from "@/components/ui/icon";
import { formatDay, isDay, parseDay } from "@/lib/core/day";
import { formatDecimal, parseDecimal } from "@/lib/core/decimal";
import { formatCount, inMillions, parseCount } from "@/lib/core/money";
import { type FormFieldProps, part, useField } from "./fields";
import { parseDong, readNumber } from "./number-text";

type InputProps = FormFieldProps &
  Omit<ComponentProps<"input">, "name" | "type" | "value" | "defaultValue" | "onChange">;

/**
 * A text field over a typed value. While it has the focus the text is the person's; otherwise it shows the value in the
 * usual form. What cannot be read stays as it was typed, and the schema says what is wrong with it.
 */
function useTyped(name: string, read: (text: string) => unknown, show: (value: unknown) => string) {
  const { field } = useController({ name });
  const [typing, setTyping] = useState<string | null>(null);
  return {
    value: field.value as unknown,
    set: field.onChange,
    input: {
      ref: field.ref,
      name,
      disabled: field.disabled,
      value: typing ?? show(field.value),
      onFocus: () => setTyping(show(field.value)),
      onChange: (event: React.ChangeEvent<HTMLInputElement>) => {
        setTyping(event.target.value);
        field.onChange(read(event.target.value));
      },
      onBlur: () => {
        setTyping(null);
        field.onBlur();
      },
    },
  };
}

const textOf = (value: unknown): string => (typeof value === "string" ? value : "");

/** A whole number, grouped as the language does: 1.560.000; `plain` ones, as years, are not. The form keeps a number or null. */
export function FormNumber({ unit, plain, ...props }: InputProps & { unit?: ReactNode; plain?: boolean | undefined }) {
  const locale = useLocale();
  const { id, error } = useField(props.name);
  const { text, control, aria } = part(props, error, id);
  const { input } = useTyped(
    props.name,
    (typed) => readNumber(typed, parseCount),
    (value) => (typeof value !== "number" ? textOf(value) : plain ? String(value) : formatCount(value, locale)),
  );
  return (
    <Field {...text}>
      <WithUnit unit={unit}>
        <Input
          inputMode="numeric"
          autoComplete="off"
          {...control}
          {...input}
          {...aria}
          className={classes("figures", unit ? "pr-20" : undefined)}
        />
      </WithUnit>
    </Field>
  );
}

/** A number with decimals, or one that may be below 0: `1.234,5`. The form keeps a number or null. */
export function FormDecimal({ unit, ...props }: InputProps & { unit?: ReactNode }) {
  const locale = useLocale();
  const { id, error } = useField(props.name);
  const { text, control, aria } = part(props, error, id);
  const { input } = useTyped(
    props.name,
    (typed) => readNumber(typed, (plain) => parseDecimal(plain, locale)),
    (value) => (typeof value === "number" ? formatDecimal(value, locale) : textOf(value)),
  );
  return (
    <Field {...text}>
      <WithUnit unit={unit}>
        <Input
          inputMode="decimal"
          autoComplete="off"
          {...control}
          {...input}
          {...aria}
          className={classes("figures", unit ? "pr-20" : undefined)}
        />
      </WithUnit>
    </Field>
  );
}

/** An amount in đồng; `7,5 triệu` may be typed, and the spoken size stands beside it. The form keeps đồng or null. */
export function FormMoney(props: InputProps) {
  const locale = useLocale();
  const t = useTranslations("common.form");
  const { id, error } = useField(props.name);
  const { text, control, aria } = part(props, error, id);
  const { input, value } = useTyped(
    props.name,
    (typed) => readNumber(typed, parseDong),
    (amount) => (typeof amount === "number" ? formatCount(amount, locale) : textOf(amount)),
  );
  const spoken =
    typeof value === "number" && value >= 100_000 ? t("inMillions", { amount: inMillions(value, locale) }) : null;
  return (
    <Field {...text}>
      <WithUnit unit={t("dong")}>
        <Input autoComplete="off" {...control} {...input} {...aria} className="figures pr-16" />
      </WithUnit>
      <p className="figures min-h-[1.4em] text-mist-600 text-sm" aria-live="polite">
        {spoken && `= ${spoken}`}
      </p>
    </Field>
  );
}

const WithUnit = ({ unit, children }: { unit: ReactNode; children: ReactNode }) => (
  <div className="relative">
    {children}
    {unit && (
      <span className="-translate-y-1/2 pointer-events-none absolute top-1/2 right-3 text-mist-600 text-sm">
        {unit}
      </span>
    )}
  </div>
);

/** A calendar day, typed as d/m/yyyy or picked from the device's own calendar. The form keeps `YYYY-MM-DD` or null. */
export function FormDay({ min, max, ...props }: InputProps & { min?: string | undefined; max?: string | undefined }) {
  const t = useTranslations("common.form");
  const { id, error } = useField(props.name);
  const { text, control, aria } = part(props, error, id);
  const picker = useRef<HTMLInputElement>(null);
  const { input, value, set } = useTyped(
    props.name,
    (typed) => (typed.trim() === "" ? null : (parseDay(typed) ?? typed)),
    (day) => (typeof day === "string" && isDay(day) ? formatDay(day) : textOf(day)),
  );
  const day = typeof value === "string" && isDay(value) ? value : "";
  return (
    <Field {...text}>
      <div className="relative max-w-56">
        <Input
          inputMode="numeric"
          autoComplete="off"
          placeholder={t("dayPlaceholder")}
          {...control}
          {...input}
          {...aria}
          className="figures pr-12"
        />
        <button
          type="button"
          aria-label={t("pickDay")}
          title={t("pickDay")}
          className="absolute top-1/2 right-1 grid size-9 -translate-y-1/2 place-items-center thumb:right-0 thumb:size-11 rounded-md text-mist-600 hover:bg-mist-100"
          onClick={() => picker.current?.showPicker()}
        >
          <Icon name="calendar" />
        </button>
        <input
          ref={picker}
          type="date"
          tabIndex={-1}
          aria-hidden="true"
          value={day}
          min={min}
          max={max}
          onChange={(event) => set(event.target.value || null)}
          className="pointer-events-none absolute right-1 bottom-0 h-px w-9 opacity-0"
        />
      </div>
    </Field>
  );
}
