import { getTranslations, setRequestLocale } from "next-intl/server";
import { ClientMessages } from "@/components/layout/client-messages";
import { WorkspaceShell } from "@/components/layout/workspace-shell";
import { href, type Locale } from "@/lib/i18n/paths";
import { SignedIn } from "../(account)/_parts/signed-in";

/** Navigation only: every page asks for itself who is there. */
export default async function EnterpriseLayout({
  children,
  params,
}: {
  children: React.ReactNode;
  params: Promise<{ locale: string }>;
}) {
  const locale = (await params).locale as Locale;
  setRequestLocale(locale);
  const t = await getTranslations("common");
  return (
    <ClientMessages
      namespaces={[
        "common",
        "account.validation",
        "account.refusals",
        "account.password",
        "register",
        "vacancies",
        "imports",
        "duties",
        "reports",
        "roster",
        "courses",
        "registration",
        "dossiers",
        "subsidies",
        "files",
        "payments",
        "internships",
      ]}
    >
      <WorkspaceShell
        locale={locale}
        name={t("workspaces.enterprise")}
        account={<SignedIn locale={locale} />}
        rail={[
          { href: href(locale, "enterprise"), label: t("rail.desk"), icon: "inbox", exact: true },
          { href: href(locale, "enterprise", "vacancies"), label: t("rail.needs"), icon: "briefcase" },
          { href: href(locale, "enterprise", "workers"), label: t("rail.workers"), icon: "users" },
          { href: href(locale, "enterprise", "registrations"), label: t("rail.selfRegistrations"), icon: "qr-code" },
          { href: href(locale, "enterprise", "courses"), label: t("rail.courses"), icon: "graduation-cap" },
          { href: href(locale, "enterprise", "internships"), label: t("rail.internships"), icon: "graduation-cap" },
          { href: href(locale, "enterprise", "dossiers"), label: t("rail.dossiers"), icon: "file-text" },
          { href: href(locale, "enterprise", "payee-account"), label: t("rail.payeeAccount"), icon: "banknote" },
          { href: href(locale, "enterprise", "controls"), label: t("rail.controls"), icon: "shield-check" },
          { href: href(locale, "enterprise", "reports"), label: t("rail.reports"), icon: "clock" },
          { href: href(locale, "enterprise", "imports"), label: t("rail.imports"), icon: "upload" },
          { href: href(locale, "enterprise", "profile"), label: t("rail.profile"), icon: "factory" },
          { href: href(locale, "enterprise", "members"), label: t("rail.members"), icon: "user" },
          { href: href(locale, "enterprise", "api-keys"), label: t("rail.apiKeys"), icon: "lock" },
        ]}
      >
        {children}
      </WorkspaceShell>
    </ClientMessages>
  );
}
