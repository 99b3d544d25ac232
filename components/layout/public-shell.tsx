import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { href, type Locale, type Place } from "@/lib/i18n/paths";
import { PublicFrame } from "./public-frame";

const doors = [
  "jobs",
  "batches",
  "parks",
  "enterprises",
  "schools",
  "training",
  "verify",
] as const satisfies readonly Place[];

/**
 * Head and foot of the public site. The page itself sets it, because only the page knows its address in the other
 * language: `alternate`, or else the start of the same place. Without script everything works, the phone menu too.
 */
export function PublicShell({
  locale,
  place,
  alternate,
  children,
}: {
  locale: Locale;
  /** Where the page is; marked in the navigation. */
  place?: Place | undefined;
  /** Address of the same page in the other language. */
  alternate?: string | undefined;
  children: ReactNode;
}) {
  const t = useTranslations("common");
  const other: Locale = locale === "vi" ? "en" : "vi";
  const door = (to: (typeof doors)[number]) => ({ href: href(locale, to), label: t(`nav.${to}`) });
  const signIn = { href: href(locale, "signIn"), label: t("nav.signIn") };
  return (
    <PublicFrame
      home={{ href: href(locale, "home"), label: `${t("productName")}, ${t("nav.home")}` }}
      doors={doors.map((to) => (to === place ? { ...door(to), current: true } : door(to)))}
      signIn={signIn}
      language={{ href: alternate ?? href(other, place ?? "home"), label: t(`language.${other}`), code: other }}
      columns={[
        {
          title: t("footer.forSeekers"),
          links: [door("jobs"), door("batches"), door("schools"), door("training"), door("verify")],
        },
        {
          title: t("footer.forEmployers"),
          links: [
            { href: href(locale, "register"), label: t("footer.registerEnterprise") },
            signIn,
            { href: "/api/v1/openapi.json", label: t("footer.data") },
          ],
        },
      ]}
      words={{
        skip: t("skipToContent"),
        main: t("nav.main"),
        menu: t("nav.menu"),
        theme: t("theme.toggle"),
        switchLanguage: t("language.switch"),
        authority: t("authority"),
        pledge: t("footer.pledge"),
      }}
    >
      {children}
    </PublicFrame>
  );
}
