import { getTranslations, setRequestLocale } from "next-intl/server";
import { ClientMessages } from "@/components/layout/client-messages";
import { WorkspaceShell } from "@/components/layout/workspace-shell";
import { href, type Locale } from "@/lib/i18n/paths";
import { getActor } from "@/lib/web/session";
import { SignedIn } from "../(account)/_parts/signed-in";
import { staffRail } from "./_parts/rail";

/** Navigation only: every page asks for itself who is there. */
export default async function StaffLayout({
  children,
  params,
}: {
  children: React.ReactNode;
  params: Promise<{ locale: string }>;
}) {
  const locale = (await params).locale as Locale;
  setRequestLocale(locale);
  const [t, actor] = [await getTranslations("common"), await getActor()];
  return (
    <ClientMessages
      namespaces={[
        "common",
        "account.validation",
        "account.refusals",
        "account.password",
        "admin",
        "register",
        "deadlines",
        "vacancies",
        "review",
        "batches",
        "papers",
        "imports",
        "duties",
        "reports",
        "reminders",
        "subsidies",
        "dossierReview",
        "payments",
        "budget",
        "supportFigures",
        "settlements",
        "estimates",
        "calls",
      ]}
    >
      <WorkspaceShell
        locale={locale}
        name={t("workspaces.staff")}
        account={<SignedIn locale={locale} />}
        rail={staffRail(actor).map(({ path, word, icon }) => ({
          href: path ? href(locale, "staff", ...path.split("/")) : href(locale, "staff"),
          label: t(`rail.${word}`),
          icon,
          exact: !path,
        }))}
      >
        {children}
      </WorkspaceShell>
    </ClientMessages>
  );
}
