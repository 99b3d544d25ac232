import { getTranslations, setRequestLocale } from "next-intl/server";
import { ClientMessages } from "@/components/layout/client-messages";
import { WorkspaceShell } from "@/components/layout/workspace-shell";
import { href, type Locale } from "@/lib/i18n/paths";
import { permissions } from "@/lib/identity/permissions";
import { getActor } from "@/lib/web/session";
import { SignedIn } from "../(account)/_parts/signed-in";

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
        "vacancies",
        "review",
        "batches",
      ]}
    >
      <WorkspaceShell
        locale={locale}
        name={t("workspaces.staff")}
        account={<SignedIn locale={locale} />}
        rail={[
          { href: href(locale, "staff"), label: t("rail.desk"), icon: "inbox", exact: true },
          { href: href(locale, "staff", "review"), label: t("rail.review"), icon: "check" },
          { href: href(locale, "staff", "batches"), label: t("rail.batches"), icon: "layers" },
          { href: href(locale, "staff", "enterprises"), label: t("rail.enterprises"), icon: "factory" },
          { href: href(locale, "staff", "places"), label: t("rail.register"), icon: "map-pin" },
          ...(permissions.decideRegistrations(actor)
            ? [{ href: href(locale, "staff", "registrations"), label: t("rail.registrations"), icon: "user" as const }]
            : []),
          ...(permissions.manageStaff(actor)
            ? [{ href: href(locale, "staff", "people"), label: t("rail.accounts"), icon: "users" as const }]
            : []),
          { href: href(locale, "staff", "mail"), label: t("rail.mail"), icon: "mail" },
          { href: href(locale, "staff", "audit"), label: t("rail.audit"), icon: "history" },
        ]}
      >
        {children}
      </WorkspaceShell>
    </ClientMessages>
  );
}
