import { useTranslations } from "next-intl";
import { AccountShell } from "@/components/layout/account-shell";
import { LinkButton } from "@/components/ui/button";
import { href, type Locale, type Place } from "@/lib/i18n/paths";

/** A mailed link that is used, expired, taken back or was never one: why that may be, and the next step. */
export function LinkOver({ locale, place }: { locale: Locale; place: "reset" | "invitation" | "register" }) {
  const t = useTranslations("account.linkOver");
  const next: Record<typeof place, Place> = { reset: "reset", invitation: "signIn", register: "register" };
  return (
    <AccountShell locale={locale} place={place} title={t("title")}>
      <p>{t(place)}</p>
      <p className="mt-5 flex flex-wrap gap-2.5">
        <LinkButton href={href(locale, next[place])} variant="primary">
          {t(`next.${place}`)}
        </LinkButton>
        {next[place] !== "signIn" && <LinkButton href={href(locale, "signIn")}>{t("signIn")}</LinkButton>}
      </p>
    </AccountShell>
  );
}
