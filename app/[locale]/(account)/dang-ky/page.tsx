import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { ChoiceField, TextField } from "@/components/account/plain-fields";
import { PlainForm } from "@/components/account/plain-form";
import { AccountShell } from "@/components/layout/account-shell";
import { href, type Locale } from "@/lib/i18n/paths";
import { parkChoices } from "@/lib/identity/link-queries";
import { signUpAct } from "./actions";

export async function generateMetadata({ params }: PageProps<"/[locale]/dang-ky">): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale as Locale, namespace: "account.signUp" });
  return { title: t("title") };
}

export default async function SignUpPage({ params }: PageProps<"/[locale]/dang-ky">) {
  const locale = (await params).locale as Locale;
  setRequestLocale(locale);
  const [t, parks] = [await getTranslations("account.signUp"), await parkChoices(locale)];
  return (
    <AccountShell
      locale={locale}
      place="register"
      wide
      title={t("title")}
      lede={t("lede")}
      after={
        <p>
          {t("hasAccount")}{" "}
          <a href={href(locale, "signIn")} className="font-semibold text-harbour-600 underline">
            {t("signIn")}
          </a>
        </p>
      }
    >
      <PlainForm
        id="sign-up"
        act={signUpAct}
        submit={t("submit")}
        look={{ variant: "primary", size: "lg" }}
        done={t("done")}
      >
        <TextField
          name="taxCode"
          label={t("taxCode")}
          help={t("taxCodeHelp")}
          inputMode="numeric"
          className="max-w-64"
        />
        <TextField name="nameVi" label={t("nameVi")} help={t("nameViHelp")} autoComplete="organization" />
        <ChoiceField name="parkId" label={t("park")} choices={parks} empty={t("noPark")} optional />
        <TextField name="fullName" label={t("fullName")} autoComplete="name" />
        <TextField name="email" type="email" label={t("email")} help={t("emailHelp")} autoComplete="email" />
        <TextField
          name="phone"
          type="tel"
          label={t("phone")}
          help={t("phoneHelp")}
          autoComplete="tel"
          className="max-w-64"
        />
        <p className="text-mist-700 text-sm">{t("privacy")}</p>
      </PlainForm>
    </AccountShell>
  );
}
