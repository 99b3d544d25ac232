import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { PageHeader } from "@/components/layout/page-header";
import { LinkTabs } from "@/components/ui/tabs";
import { href } from "@/lib/i18n/paths";
import type { Person } from "@/lib/identity/actor";
import { permissions } from "@/lib/identity/permissions";

/** Title and views about late reports: the list, the telephone list and the letters, for whoever may do each. */
export function LateHeader({
  person,
  current,
  lede,
  actions,
}: {
  person: Person;
  current: "late" | "calls" | "letters";
  lede: string;
  actions?: ReactNode;
}) {
  const t = useTranslations("reminders.late.tabs");
  const locale = useLocale();
  const views = [
    "late" as const,
    ...(permissions.callLateReports(person) ? ["calls" as const] : []),
    ...(permissions.writeLateLetters(person) ? ["letters" as const] : []),
  ];
  return (
    <>
      <PageHeader title={t("title")} lede={lede} actions={actions} />
      <div className="mb-5">
        <LinkTabs
          as={Link}
          label={t("views")}
          tabs={views.map((view) => ({
            href: href(locale, "staff", "deadlines", view),
            label: t(view),
            current: view === current,
          }))}
        />
      </div>
    </>
  );
}
