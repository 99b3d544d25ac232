import { getTranslations, setRequestLocale } from "next-intl/server";
import { ClientMessages } from "@/components/layout/client-messages";
import { WorkspaceShell } from "@/components/layout/workspace-shell";
import { href, type Locale } from "@/lib/i18n/paths";
import { getActor } from "@/lib/web/session";
import { workplaceOf } from "@/lib/web/sign-in";
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
  const [t, actor] = [await getTranslations("common"), await getActor()];
  const own = href(locale, "my");
  // Where the work is; who works for nobody yet has only this page.
  const back =
    actor.kind === "person"
      ? workplaceOf(locale, { staffRole: actor.staffRole, workplace: actor.organisation?.kind ?? null })
      : own;
  return (
    <ClientMessages namespaces={["common", "account.validation", "account.refusals", "account.password"]}>
      <WorkspaceShell
        locale={locale}
        name={t("workspaces.my")}
        account={<SignedIn locale={locale} />}
        rail={[
          ...(back === own ? [] : [{ href: back, label: t("rail.back"), icon: "chevron-left" as const }]),
          { href: own, label: t("rail.account"), icon: "user", exact: true },
          { href: href(locale, "my", "notices"), label: t("rail.notices"), icon: "bell" },
        ]}
      >
        {children}
      </WorkspaceShell>
    </ClientMessages>
  );
}
