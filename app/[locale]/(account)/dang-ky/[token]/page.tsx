import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { LinkAccountFields } from "@/components/account/link-account-fields";
import { LinkOver } from "@/components/account/link-over";
import { PlainForm } from "@/components/account/plain-form";
import { AccountShell } from "@/components/layout/account-shell";
import { href, type Locale } from "@/lib/i18n/paths";
import { openSignUp } from "@/lib/identity/link-queries";
import { getActor } from "@/lib/web/session";
import { confirmSignUpAct } from "../actions";

export async function generateMetadata({ params }: PageProps<"/[locale]/dang-ky/[token]">): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale as Locale, namespace: "account.signUp" });
  return { title: t("confirmTitle"), robots: { index: false }, referrer: "no-referrer" };
}

export default async function ConfirmSignUpPage({ params }: PageProps<"/[locale]/dang-ky/[token]">) {
  const { locale: asked, token } = await params;
  const locale = asked as Locale;
  setRequestLocale(locale);
  const signUp = await openSignUp(token, await getActor(), new Date());
  if (!signUp) return <LinkOver locale={locale} place="register" />;
  const t = await getTranslations("account.signUp");
  return (
    <AccountShell
      locale={locale}
      place="register"
      alternate={href(locale === "vi" ? "en" : "vi", "register", token)}
      title={t("confirmTitle")}
      lede={t("confirmLede", { enterprise: signUp.nameVi, taxCode: signUp.taxCode })}
    >
      <PlainForm
        id="sign-up"
        act={confirmSignUpAct}
        fixed={{ token }}
        submit={t(`confirmSubmit.${signUp.holder}`)}
        look={{ variant: "primary", size: "lg", wide: true }}
      >
        <LinkAccountFields email={signUp.email} holder={signUp.holder} name={signUp.fullName} />
      </PlainForm>
    </AccountShell>
  );
}
