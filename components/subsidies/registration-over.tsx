import { useTranslations } from "next-intl";
import { AccountShell } from "@/components/layout/account-shell";
import { LinkButton } from "@/components/ui/button";
import { href, type Locale } from "@/lib/i18n/paths";

/** A link by which nobody registers (any more), or a status page that is not there: why that may be, and what to do. */
export function RegistrationOver({ locale, rest }: { locale: Locale; rest: string[] }) {
  const t = useTranslations("registration.gone");
  return (
    <AccountShell
      locale={locale}
      place="learning"
      alternate={href(locale === "vi" ? "en" : "vi", "learning", ...rest)}
      title={t("title")}
    >
      <p>{t("body")}</p>
      <p className="mt-5">
        <LinkButton href={href(locale, "home")} variant="primary">
          {t("home")}
        </LinkButton>
      </p>
    </AccountShell>
  );
}
