import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { LinkAccountFields } from "@/components/account/link-account-fields";
import { LinkOver } from "@/components/account/link-over";
import { PlainForm } from "@/components/account/plain-form";
import { AccountShell } from "@/components/layout/account-shell";
import { href, type Locale } from "@/lib/i18n/paths";
import { openInvitation } from "@/lib/identity/link-queries";
import { momentText } from "@/lib/identity/moment";
import { getActor } from "@/lib/web/session";
import { acceptInvitationAct } from "../actions";

export async function generateMetadata({ params }: PageProps<"/[locale]/loi-moi/[token]">): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale as Locale, namespace: "account.invitation" });
  return { title: t("title"), robots: { index: false }, referrer: "no-referrer" };
}

export default async function InvitationPage({ params }: PageProps<"/[locale]/loi-moi/[token]">) {
  const { locale: asked, token } = await params;
  const locale = asked as Locale;
  setRequestLocale(locale);
  const invitation = await openInvitation(token, await getActor(), new Date());
  if (!invitation) return <LinkOver locale={locale} place="invitation" />;
  const t = await getTranslations("account");
  const organisation =
    locale === "en" ? (invitation.organisationEn ?? invitation.organisationVi) : invitation.organisationVi;
  return (
    <AccountShell
      locale={locale}
      place="signIn"
      alternate={href(locale === "vi" ? "en" : "vi", "invitation", token)}
      title={t("invitation.title")}
      lede={
        invitation.staffRole
          ? t("invitation.ledeStaff", { inviter: invitation.inviter, unit: t(`staffRoles.${invitation.staffRole}`) })
          : t("invitation.lede", {
              inviter: invitation.inviter,
              role: t(`membershipRoles.${invitation.membershipRole ?? "MEMBER"}`),
              organisation: organisation ?? "",
            })
      }
      after={t("invitation.until", { time: momentText(invitation.expiresAt) })}
    >
      <PlainForm
        id="invitation"
        act={acceptInvitationAct}
        fixed={{ token }}
        submit={t(`invitation.submit.${invitation.holder}`)}
        look={{ variant: "primary", size: "lg", wide: true }}
      >
        <LinkAccountFields email={invitation.email} holder={invitation.holder} />
      </PlainForm>
    </AccountShell>
  );
}
