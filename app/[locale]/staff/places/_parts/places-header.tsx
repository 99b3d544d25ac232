import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { PageHeader } from "@/components/layout/page-header";
import { LinkTabs } from "@/components/ui/tabs";
import { href } from "@/lib/i18n/paths";

/** Title and the three catalogues. */
export function PlacesHeader({
  current,
  lede,
  actions,
}: {
  current: "parks" | "wages" | "units";
  lede?: string;
  actions?: ReactNode;
}) {
  const t = useTranslations("register.places");
  const locale = useLocale();
  return (
    <>
      <PageHeader title={t("title")} lede={lede} actions={actions} />
      <div className="mb-5">
        <LinkTabs
          as={Link}
          label={t("views")}
          tabs={[
            { href: href(locale, "staff", "places"), label: t("parks"), current: current === "parks" },
            { href: href(locale, "staff", "places", "wages"), label: t("wages"), current: current === "wages" },
            { href: href(locale, "staff", "places", "units"), label: t("units"), current: current === "units" },
          ]}
        />
      </div>
    </>
  );
}
