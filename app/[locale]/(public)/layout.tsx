import { setRequestLocale } from "next-intl/server";
import type { Locale } from "@/lib/i18n/paths";

/**
 * Pages set `PublicShell` themselves: only they know their address in the other language. The portal's server reads in the
 * `<meta>` that these pages are finished as they are sent: they need no script of Next (docs/decisions/0008).
 */
export default async function PublicLayout({
  children,
  params,
}: {
  children: React.ReactNode;
  params: Promise<{ locale: string }>;
}) {
  setRequestLocale((await params).locale as Locale);
  return (
    <>
      <meta name="x-scripts" content="none" />
      {children}
    </>
  );
}
