import "@fontsource/be-vietnam-pro/400.css";
import "@fontsource/be-vietnam-pro/500.css";
import "@fontsource/be-vietnam-pro/600.css";
import "@fontsource/be-vietnam-pro/700.css";
import "../globals.css";
import type { Metadata, Viewport } from "next";
import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { type Locale, locales } from "@/lib/i18n/paths";

export const viewport: Viewport = { width: "device-width", initialScale: 1, colorScheme: "light dark" };

const known = (asked: string): Locale => locales.find((locale) => locale === asked) ?? notFound();

export async function generateMetadata({ params }: LayoutProps<"/[locale]">): Promise<Metadata> {
  const locale = known((await params).locale);
  const t = await getTranslations({ locale, namespace: "common" });
  return {
    title: { default: `${t("productName")} · ${t("authority")}`, template: `%s · ${t("productName")}` },
    applicationName: t("productName"),
    icons: { icon: { url: "/icon.svg", type: "image/svg+xml" }, apple: "/icon-192.png" },
    manifest: "/manifest.webmanifest",
    formatDetection: { telephone: false },
  };
}

export default async function RootLayout({ children, params }: LayoutProps<"/[locale]">) {
  const locale = known((await params).locale);
  setRequestLocale(locale);
  return (
    // The script in the head sets the theme on the element before React sees it.
    <html lang={locale} suppressHydrationWarning>
      <head>
        <script src="/theme.js?v=1" />
      </head>
      <body>{children}</body>
    </html>
  );
}
