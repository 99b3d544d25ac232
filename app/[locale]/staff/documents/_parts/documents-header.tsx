import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { PageHeader } from "@/components/layout/page-header";
import { LinkTabs } from "@/components/ui/tabs";
import { href } from "@/lib/i18n/paths";

/** Title and the lists about what leaves the house; templates only for who may see them. */
export function DocumentsHeader({
  current,
  templates,
  actions,
}: {
  current: "register" | "sendings" | "templates";
  templates: boolean;
  actions?: ReactNode;
}) {
  const t = useTranslations("papers.tabs");
  const locale = useLocale();
  const views = [
    ["register"],
    ["sendings", "sendings"],
    ...(templates ? [["templates", "templates"] as const] : []),
  ] as (readonly ["register"] | readonly ["sendings" | "templates", string])[];
  return (
    <>
      <PageHeader title={t("title")} lede={t(`lede.${current}`)} actions={actions} />
      <div className="mb-5">
        <LinkTabs
          as={Link}
          label={t("views")}
          tabs={views.map(([view, path]) => ({
            href: href(locale, "staff", "documents", ...(path ? [path] : [])),
            label: t(view),
            current: view === current,
          }))}
        />
      </div>
    </>
  );
}
