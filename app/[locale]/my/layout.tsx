import { getTranslations, setRequestLocale } from "next-intl/server";
import { ClientMessages } from "@/components/layout/client-messages";
import { WorkspaceShell } from "@/components/layout/workspace-shell";
import { href, type Locale } from "@/lib/i18n/paths";
import { SignedIn } from "../(account)/_parts/signed-in";

/** Navigation only: every page asks for itself who is there. */
export default async function MyLayout({
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
    <ClientMessages namespaces={["common", "account.validation", "account.refusals", "account.password"]}>
      <WorkspaceShell
        locale={locale}
        name={t("workspaces.my")}
        account={<SignedIn locale={locale} />}
        rail={[{ href: href(locale, "my"), label: t("rail.account"), icon: "user", exact: true }]}
      >
        {children}
      </WorkspaceShell>
    </ClientMessages>
  );
}
