import { getLocale, getTranslations } from "next-intl/server";
import { PublicShell } from "@/components/layout/public-shell";
import { LinkButton } from "@/components/ui/button";
import { ErrorState } from "@/components/ui/states";
import { href } from "@/lib/i18n/paths";

export default async function NotFound() {
  const locale = await getLocale();
  const t = await getTranslations("errors");
  const nav = await getTranslations("common.nav");
  return (
    <PublicShell locale={locale}>
      <ErrorState
        title={t("notFoundTitle")}
        actions={
          <>
            <LinkButton href={href(locale, "home")}>{t("home")}</LinkButton>
            <LinkButton href={href(locale, "jobs")} variant="quiet">
              {nav("jobs")}
            </LinkButton>
          </>
        }
      >
        {t("notFoundBody")}
      </ErrorState>
    </PublicShell>
  );
}
