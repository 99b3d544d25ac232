import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { TextField } from "@/components/account/plain-fields";
import { PlainForm } from "@/components/account/plain-form";
import { AccountShell } from "@/components/layout/account-shell";
import { href, type Locale } from "@/lib/i18n/paths";
import { localPath } from "@/lib/web/local-path";
import { waitingSession } from "@/lib/web/session";
import { secondStepAct } from "./actions";

export async function generateMetadata({ params }: PageProps<"/[locale]/buoc-hai">): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale as Locale, namespace: "account.secondStep" });
  return { title: t("title"), robots: { index: false } };
}

export default async function SecondStepPage({ params, searchParams }: PageProps<"/[locale]/buoc-hai">) {
  const locale = (await params).locale as Locale;
  setRequestLocale(locale);
  const { next } = await searchParams;
  const onward = localPath(typeof next === "string" ? next : undefined);
  const [t, waiting] = [await getTranslations("account.secondStep"), await waitingSession()];
  return (
    <AccountShell
      locale={locale}
      place="secondStep"
      title={t("title")}
      lede={waiting ? t("lede", { email: waiting.email }) : t("over")}
      after={
        <p>
          <a href={href(locale, "signIn")} className="font-semibold text-harbour-600 underline">
            {t("again")}
          </a>
        </p>
      }
    >
      {waiting && (
        <PlainForm
          id="second-step"
          act={secondStepAct}
          fixed={onward ? { next: onward } : {}}
          submit={t("submit")}
          look={{ variant: "primary", size: "lg", wide: true }}
        >
          <TextField name="token" label={t("code")} help={t("codeHelp")} autoComplete="one-time-code" autoFocus />
        </PlainForm>
      )}
    </AccountShell>
  );
}
