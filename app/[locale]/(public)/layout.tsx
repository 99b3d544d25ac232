import { setRequestLocale } from "next-intl/server";
import type { Locale } from "@/lib/i18n/paths";

/** Pages set `PublicShell` themselves: only they know their address in the other language. */
export default async function PublicLayout({
  children,
  params,
}: {
  children: React.ReactNode;
  params: Promise<{ locale: string }>;
}) {
  setRequestLocale((await params).locale as Locale);
  return children;
}
