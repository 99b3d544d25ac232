"use client";

import { useLocale, useTranslations } from "next-intl";
import { useWatch } from "react-hook-form";

/** What a question or table is called as it is typed, its kind and its key. */
export function ItemTitle({ name }: { name: string }) {
  const t = useTranslations("forms.builder");
  const kinds = useTranslations("forms.kind");
  const locale = useLocale();
  const item = useWatch({ name }) as
    | { kind: "table"; key?: string; required?: boolean; label?: { vi?: string; en?: string } }
    | undefined;
  if (!item) return null;
  return (
    <>
      <span className="font-semibold text-harbour-900">
        {item.label?.[locale] || t("unnamed")}
        {item.required && " *"}
      </span>
      <span className="text-mist-600 text-sm">
        {kinds(item.kind)} · <code>{item.key}</code>
      </span>
    </>
  );
}
