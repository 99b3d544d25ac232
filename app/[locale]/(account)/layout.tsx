import { setRequestLocale } from "next-intl/server";
import { ClientMessages } from "@/components/layout/client-messages";
import type { Locale } from "@/lib/i18n/paths";

/** Pages set `AccountShell` themselves. */
export default async function AccountLayout({
  children,
  params,
}: {
  children: React.ReactNode;
  params: Promise<{ locale: string }>;
}) {
  setRequestLocale((await params).locale as Locale);
  return (
    <ClientMessages namespaces={["common", "account.validation", "account.refusals", "account.password"]}>
      {children}
    </ClientMessages>
  );
}
