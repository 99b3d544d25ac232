import { getTranslations, setRequestLocale } from "next-intl/server";
import { ClientMessages } from "@/components/layout/client-messages";
import { WorkspaceShell } from "@/components/layout/workspace-shell";
import { href, type Locale } from "@/lib/i18n/paths";
import { SignedIn } from "../(account)/_parts/signed-in";

/** Navigation only: every page asks for itself who is there. */
export default async function SchoolLayout({
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
        "cohorts",
        "register.contact",
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
        "imports",
      ]}
    >
      <WorkspaceShell
        locale={locale}
        name={t("workspaces.school")}
        account={<SignedIn locale={locale} />}
        rail={[
          { href: href(locale, "school"), label: t("rail.desk"), icon: "inbox", exact: true },
          { href: href(locale, "school", "people"), label: t("rail.people"), icon: "users" },
          { href: href(locale, "school", "registrations"), label: t("rail.selfRegistrations"), icon: "qr-code" },
          { href: href(locale, "school", "courses"), label: t("rail.courses"), icon: "graduation-cap" },
          { href: href(locale, "school", "internships"), label: t("rail.internships"), icon: "factory" },
          { href: href(locale, "school", "outcomes"), label: t("rail.outcomes"), icon: "briefcase" },
          { href: href(locale, "school", "dossiers"), label: t("rail.dossiers"), icon: "file-text" },
          { href: href(locale, "school", "payee-account"), label: t("rail.payeeAccount"), icon: "banknote" },
          { href: href(locale, "school", "controls"), label: t("rail.controls"), icon: "shield-check" },
          { href: href(locale, "school", "answers"), label: t("rail.answers"), icon: "layers" },
          { href: href(locale, "school", "reports"), label: t("rail.reports"), icon: "clock" },
          { href: href(locale, "school", "imports"), label: t("rail.imports"), icon: "upload" },
          { href: href(locale, "school", "members"), label: t("rail.members"), icon: "user" },
        ]}
      >
        {children}
      </WorkspaceShell>
    </ClientMessages>
  );
}
