import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { PasswordField, TextField } from "@/components/account/plain-fields";
import { PlainForm } from "@/components/account/plain-form";
import { AccountShell } from "@/components/layout/account-shell";
import { LinkButton } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { href, type Locale } from "@/lib/i18n/paths";
import { localPath } from "@/lib/web/local-path";
import { getActor } from "@/lib/web/session";
import { workplaceOf } from "@/lib/web/sign-in";
import { stateLogin } from "@/lib/web/state-login";
import { signInAct } from "./actions";

export async function generateMetadata({ params }: PageProps<"/[locale]/dang-nhap">): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale as Locale, namespace: "account.signIn" });
  return { title: t("title"), robots: { index: false } };
}

const problems = ["cancelled", "unavailable", "failed", "over", "unknown", "tooMany"] as const;

export default async function SignInPage({ params, searchParams }: PageProps<"/[locale]/dang-nhap">) {
  const locale = (await params).locale as Locale;
  setRequestLocale(locale);
  const { next, problem: said } = await searchParams;
  const onward = localPath(typeof next === "string" ? next : undefined);
  const actor = await getActor();
  if (actor.kind === "person")
    redirect(
      onward ?? workplaceOf(locale, { staffRole: actor.staffRole, workplace: actor.organisation?.kind ?? null }),
    );
  const [t, words] = [await getTranslations("account.signIn"), await getTranslations("account.stateLogin")];
  const login = stateLogin();
  const problem = login && problems.find((one) => one === said);
  const start = `/api/oidc/start?${new URLSearchParams({ locale, ...(onward && { next: onward }) })}`;
  return (
    <AccountShell
      locale={locale}
      place="signIn"
      title={t("title")}
      lede={onward ? t("ledeOnward") : t("lede")}
      after={
        <p>
          {t("noAccount")}{" "}
          <a href={href(locale, "register")} className="font-semibold text-harbour-600 underline">
            {t("register")}
          </a>
        </p>
      }
    >
      {problem && (
        <Notice
          kind={problem === "cancelled" ? "info" : "refused"}
          title={words(`problems.${problem}`, { name: login.name })}
          className="mb-5"
          live
        />
      )}
      <PlainForm
        id="sign-in"
        act={signInAct}
        fixed={onward ? { next: onward } : {}}
        submit={t("submit")}
        look={{ variant: "primary", size: "lg", wide: true }}
      >
        <TextField name="email" type="email" label={t("email")} autoComplete="username" autoFocus />
        <div className="space-y-1.5">
          <PasswordField label={t("password")} />
          <p className="text-sm">
            <a href={href(locale, "reset")} className="text-harbour-600 underline">
              {t("forgotten")}
            </a>
          </p>
        </div>
      </PlainForm>
      {login && (
        <>
          <p className="my-5 flex items-center gap-3 text-mist-600 text-sm before:h-px before:flex-1 before:bg-mist-200 after:h-px after:flex-1 after:bg-mist-200">
            {words("or")}
          </p>
          {/* Not Link: the address is another site's, and a visit ahead of time would begin a sign-in. */}
          <LinkButton href={start} size="lg" wide>
            {words("title", { name: login.name })}
          </LinkButton>
        </>
      )}
    </AccountShell>
  );
}
