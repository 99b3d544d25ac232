import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { LinkButton } from "@/components/ui/button";
import { href } from "@/lib/i18n/paths";

/** The way from a school's reports to bringing its programmes as a table; `reportId`: into this report of a data call. */
export function BringTable({ reportId }: { reportId?: number }) {
  const t = useTranslations("imports");
  return (
    <LinkButton
      as={Link}
      icon="upload"
      href={`${href(useLocale(), "school", "imports")}?kind=cohorts${reportId ? `&report=${reportId}` : ""}`}
    >
      {t("bringProgrammes")}
    </LinkButton>
  );
}
