import { useLocale, useTranslations } from "next-intl";
import { formatCount } from "@/lib/core/money";
import { countryName } from "@/lib/organisations/countries";
import { vsicName } from "@/lib/organisations/vsic";

const fields = [
  "taxCode",
  "nameVi",
  "nameEn",
  "parkId",
  "administrativeUnitId",
  "address",
  "vsicCode",
  "investorCountry",
  "headcount",
  "hasUnion",
  "hasAgreement",
  "website",
  "introductionVi",
  "introductionEn",
] as const;
type EntryField = (typeof fields)[number];

export const isEntryField = (field: string): field is EntryField => fields.some((known) => known === field);

/** How a value of the register's entry is written; `names` has those of parks and units, as `parkId:3`. */
export function useFieldValue(names: Record<string, string>) {
  const t = useTranslations("register");
  const locale = useLocale();
  return {
    label: (field: EntryField) => t(`field.${field}`),
    value: (field: EntryField, value: string | number | boolean | null): string => {
      if (value === null || value === "") return "";
      if (typeof value === "boolean") return t(value ? "history.yes" : "history.no");
      if (field === "parkId" || field === "administrativeUnitId") return names[`${field}:${value}`] ?? String(value);
      if (field === "investorCountry") return countryName(String(value), locale);
      if (field === "vsicCode") return vsicName(String(value), locale);
      return typeof value === "number" ? formatCount(value, locale) : value;
    },
  };
}
