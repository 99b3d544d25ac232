import type { useTranslations } from "next-intl";

/** The field that a correction is asked at, in words of `dossiers.corrections`; what has none stands as it was written. */
export function fieldWords(field: string, t: ReturnType<typeof useTranslations<"dossiers.corrections">>): string {
  const key = `field.${field}` as "field.course";
  return t.has(key) ? t(key) : field;
}
