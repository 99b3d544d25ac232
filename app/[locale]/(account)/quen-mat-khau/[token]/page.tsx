import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { LinkOver } from "@/components/account/link-over";
import { NewPasswordField } from "@/components/account/plain-fields";
import { PlainForm } from "@/components/account/plain-form";
import { AccountShell } from "@/components/layout/account-shell";
import { href, type Locale } from "@/lib/i18n/paths";
import { openReset } from "@/lib/identity/link-queries";
import { resetPasswordAct } from "../actions";

export async function generateMetadata({ params }: PageProps<"/[locale]/quen-mat-khau/[token]">): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale as Locale, namespace: "account.reset" });
  return { title: t("newTitle"), robots: { index: false }, referrer: "no-referrer" };
}

export default async function ResetPage({ params }: PageProps<"/[locale]/quen-mat-khau/[token]">) {
  const { locale: asked, token } = await params;
  const locale = asked as Locale;
  setRequestLocale(locale);
  const reset = await openReset(token, new Date());
  if (!reset) return <LinkOver locale={locale} place="reset" />;
  const t = await getTranslations("account.reset");
  const other = locale === "vi" ? "en" : "vi";
  return (
    <AccountShell
      locale={locale}
      place="reset"
      alternate={href(other, "reset", token)}
      title={t("newTitle")}
      lede={t("newLede", { email: reset.email })}
    >
      <PlainForm
        id="reset"
        act={resetPasswordAct}
        fixed={{ token }}
        submit={t("newSubmit")}
        look={{ variant: "primary", size: "lg", wide: true }}
      >
        <input type="email" name="email" value={reset.email} autoComplete="username" readOnly hidden />
        <NewPasswordField label={t("newPassword")} />
        <p className="text-mist-700 text-sm">{t("newEffect")}</p>
      </PlainForm>
    </AccountShell>
  );
}
