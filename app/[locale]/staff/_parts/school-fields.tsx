import { useTranslations } from "next-intl";
import { SelectField } from "@/components/ui/field";
import { SchoolKind } from "@/lib/db/generated/enums";
import { provinceName, provinces } from "@/lib/organisations/provinces";

/** Filters lists of schools by their kind, as the address says it. */
export function SchoolKindField({ value }: { value: string | undefined }) {
  const t = useTranslations("calls");
  return (
    <SelectField
      name="kind"
      label={t("column.kind")}
      empty={t("any")}
      defaultValue={value ?? ""}
      choices={Object.values(SchoolKind).map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
    />
  );
}

/** Filters lists of schools by their province, as the address says it. */
export function ProvinceField({ value }: { value: string | undefined }) {
  const t = useTranslations("calls");
  return (
    <SelectField
      name="province"
      label={t("column.province")}
      empty={t("any")}
      defaultValue={value ?? ""}
      choices={provinces.map((province) => ({ value: province, label: provinceName(province) }))}
    />
  );
}
