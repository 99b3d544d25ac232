"use client";

import { useTranslations } from "next-intl";
import { FormText } from "./fields";

/** Words in both languages, side by side. */
export function BothFields({
  name,
  label,
  optional,
  maxLength,
}: {
  name: string;
  label: string;
  optional?: boolean;
  maxLength: number;
}) {
  const t = useTranslations("forms.builder");
  return (
    <div className="grid min-w-0 gap-3 sm:grid-cols-2">
      {(["vi", "en"] as const).map((language) => (
        <FormText
          key={language}
          name={`${name}.${language}`}
          label={t(`in_${language}`, { label })}
          optional={optional}
          maxLength={maxLength}
        />
      ))}
    </div>
  );
}
