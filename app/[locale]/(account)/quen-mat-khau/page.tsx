import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { TextField } from "@/components/account/plain-fields";
import { PlainForm } from "@/components/account/plain-form";
import { AccountShell } from "@/components/layout/account-shell";
import { href, type Locale } from "@/lib/i18n/paths";
import { requestResetAct } from "./actions";

export async function generateMetadata({ params }: PageProps<"/[locale]/quen-mat-khau">): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale as Locale, namespace: "account.reset" });
  return { title: t("title"), robots: { index: false } };
}

export default async function RequestResetPage({ params }: PageProps<"/[locale]/quen-mat-khau">) {
  const locale = (await params).locale as Locale;
  setRequestLocale(locale);
  const t = await getTranslations("account.reset");
  return (
    <AccountShell
      locale={locale}
      place="reset"
      title={t("title")}
      lede={t("lede")}
      after={
        <a href={href(locale, "signIn")} className="text-harbour-600 underline">
          {t("back")}
        </a>
      }
    >
      <PlainForm
        id="reset"
        act={requestResetAct}
        submit={t("submit")}
        look={{ variant: "primary", size: "lg", wide: true }}
        done={t("done")}
      >
        <TextField name="email" type="email" label={t("email")} autoComplete="username" />
      </PlainForm>
    </AccountShell>
  );
}
