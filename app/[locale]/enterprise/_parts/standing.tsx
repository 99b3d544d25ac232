import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import { formatDay } from "@/lib/core/day";
import type { BatchWindow, DeskEnterprise } from "@/lib/vacancies/desk-queries";

/** Why nothing can be submitted at the moment, and what to do; nothing when it can. */
export function Standing({ enterprise, batch }: { enterprise: DeskEnterprise; batch: BatchWindow | null }) {
  const t = useTranslations("vacancies.desk.standing");
  if (!enterprise.verifiedAt)
    return (
      <Notice kind="waiting" title={t("notVerified.title")}>
        {t("notVerified.body")}
      </Notice>
    );
  if (enterprise.lifecycle !== "OPERATING")
    return (
      <Notice kind="waiting" title={t("notOperating.title", { state: t(`lifecycle.${enterprise.lifecycle}`) })}>
        {t("notOperating.body")}
      </Notice>
    );
  if (!batch)
    return (
      <Notice kind="info" title={t("noBatch.title")}>
        {t("noBatch.body")}
      </Notice>
    );
  if (!batch.open)
    return (
      <Notice kind="info" title={t("soon.title", { day: formatDay(batch.from) })}>
        {t("noBatch.body")}
      </Notice>
    );
  return null;
}

/** May this enterprise submit today? */
export const maySubmit = (enterprise: DeskEnterprise, batch: BatchWindow | null): boolean =>
  enterprise.verifiedAt !== null && enterprise.lifecycle === "OPERATING" && batch?.open === true;
