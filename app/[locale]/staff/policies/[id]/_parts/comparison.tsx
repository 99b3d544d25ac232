import { getTranslations } from "next-intl/server";
import { Card } from "@/components/ui/card";
import { DiffList } from "@/components/ui/diff-list";
import { EmptyState } from "@/components/ui/states";
import { formatDay } from "@/lib/core/day";
import type { Locale } from "@/lib/i18n/paths";
import type { Policy } from "@/lib/subsidies/policy";
import { comparePolicies } from "@/lib/subsidies/policy-compare";
import type { PolicyVersion } from "@/lib/subsidies/policy-queries";

/** A draft beside the version in force, field by field. */
export async function Comparison({
  inForce,
  draft,
  locale,
}: {
  inForce: PolicyVersion | null;
  draft: Policy;
  locale: Locale;
}) {
  const t = await getTranslations("policies");
  if (!inForce) return <EmptyState title={t("noneInForce")} />;
  const differences = comparePolicies(inForce.definition, draft, locale, t);
  return (
    <Card title={t("comparedWith", { no: inForce.no, day: inForce.inForceFrom ? formatDay(inForce.inForceFrom) : "" })}>
      {differences.length === 0 ? <p className="text-mist-700">{t("same")}</p> : <DiffList differences={differences} />}
    </Card>
  );
}
