import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { LinkButton } from "@/components/ui/button";
import { StatStrip } from "@/components/ui/stat";
import { formatDay } from "@/lib/core/day";
import { href } from "@/lib/i18n/paths";
import type { BatchWindow } from "@/lib/vacancies/desk-queries";

/** The batch that takes needs now: until when, and what is still in the enterprise's own hands. */
export function BatchCard({ batch, drafts }: { batch: BatchWindow; drafts: number }) {
  const t = useTranslations("vacancies.desk");
  const locale = useLocale();
  return (
    <StatStrip
      context={t("home.batch", {
        batch: t("batchName", { no: batch.no, month: batch.month, year: String(batch.year) }),
        from: formatDay(batch.from),
        to: formatDay(batch.to),
      })}
      figures={[
        { value: batch.daysLeft + 1, label: t("home.daysLeft", { count: batch.daysLeft + 1 }) },
        ...(drafts > 0 ? [{ value: drafts, label: t("home.draftsLeft", { count: drafts }) }] : []),
      ]}
      action={
        drafts > 0 && (
          <LinkButton as={Link} variant="deep" href={`${href(locale, "enterprise", "vacancies")}?tab=mine`}>
            {t("home.openDrafts")}
          </LinkButton>
        )
      }
    />
  );
}
