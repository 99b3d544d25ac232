import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import type { WageRegion } from "@/lib/db/generated/enums";

/** A wage region, and that it is still to be confirmed where it is. */
export function RegionText({ region, verified }: { region: WageRegion | null; verified: boolean | null }) {
  const t = useTranslations("register.places");
  if (!region) return <span className="text-mist-600">{t("unknown")}</span>;
  return (
    <span className="inline-flex flex-wrap items-center gap-1.5">
      {t("regionName", { region })}
      {!verified && <Badge tone="waiting">{t("toConfirm")}</Badge>}
    </span>
  );
}
