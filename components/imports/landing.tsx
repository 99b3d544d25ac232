import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { LinkButton } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { href } from "@/lib/i18n/paths";
import type { ShownImport } from "@/lib/imports/import-queries";

/** Into which report a school's programmes would go and what of it would change, before anybody agrees. */
export function Landing({ landing }: { landing: NonNullable<ShownImport["landing"]> }) {
  const t = useTranslations("imports.landing");
  const locale = useLocale();
  const { reportId, nameVi, nameEn, open, added, replaced, kept } = landing;
  const name = locale === "vi" ? nameVi : nameEn;
  return (
    <Notice
      kind={open ? "info" : "refused"}
      title={t(open ? "title" : "closed", { name })}
      actions={
        <LinkButton as={Link} size="sm" href={href(locale, "school", "reports", reportId)}>
          {t("open")}
        </LinkButton>
      }
    >
      <p>{open ? t("changes", { added, replaced, kept }) : t("closedBody")}</p>
    </Notice>
  );
}
